// SPDX-License-Identifier: EUPL-1.2

/** The sign before a fraction, where a number could be read both ways. */
export type DecimalSign = ',' | '.'

/**
 * `€ 1.250,00`, `12,5 %`, `1 250`, `(3)` in figures as the core writes them; undefined when it is
 * no number. `isWhole`: nothing but a grouping sign makes sense before three last digits.
 */
export function numberText(
  given: string,
  { sign, isWhole }: { readonly sign: DecimalSign; readonly isWhole: boolean },
): string | undefined {
  const bare = given
    .replace(/^\s*(?:€|EUR\b)|(?:€|\bEUR|%)\s*$/gi, '')
    .replace(/,-+\s*$/, '')
    .replaceAll(/[\s\u00a0\u202f\u2009'’]/g, '')
    .replace(/^[−–]/, '-')
  if (bare.length > 40 || !/^[-+]?[\d.,]*\d[\d.,]*(?:e[-+]?\d{1,3})?$/i.test(bare)) return undefined
  if (/e/i.test(bare)) return exponentText(bare)
  const [, minus = '', digits = ''] = /^([-+]?)(.*)$/.exec(bare) ?? []
  const figures = pointed(digits, sign, isWhole)
  if (figures === undefined) return undefined
  const [whole = '', fraction] = figures.split('.')
  const size = whole.replace(/^0+(?=\d)/, '') || '0'
  const text = fraction === undefined ? size : `${size}.${fraction}`
  return minus === '-' ? `-${text}` : text
}

/** With grouping signs gone and a point before the fraction. */
function pointed(digits: string, sign: DecimalSign, isWhole: boolean): string | undefined {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  if (last < 0) return digits
  const mark = digits[last] ?? ''
  const other = mark === ',' ? '.' : ','
  const marks = digits.split(mark).length - 1
  const behind = digits.length - last - 1
  const isMixed = digits.includes(other)
  if (isMixed) {
    if (marks > 1 || !isGrouped(digits.slice(0, last), other)) return undefined
    return `${digits.slice(0, last).replaceAll(other, '')}.${digits.slice(last + 1)}`
  }
  if (marks > 1) return isGrouped(digits, mark) ? digits.replaceAll(mark, '') : undefined
  const couldGroup = behind === 3 && isGrouped(digits, mark) && !digits.startsWith('0')
  if (couldGroup && (isWhole || mark !== sign)) return digits.replace(mark, '')
  if (behind === 0) return undefined
  return digits.replace(mark, '.')
}

function isGrouped(digits: string, mark: string): boolean {
  const [first = '', ...rest] = digits.split(mark)
  return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group))
}

function exponentText(text: string): string | undefined {
  const value = Number(text.replace(',', '.'))
  if (!Number.isFinite(value)) return undefined
  return cellNumberText(value)
}

/** A number of a spreadsheet: doubles, of which the last digits are noise. */
export function cellNumberText(value: number): string {
  const tidy = Number(value.toPrecision(15))
  if (Number.isInteger(tidy) && Math.abs(tidy) < 1e21) return BigInt(tidy).toString()
  const text = String(tidy)
  return /e/.test(text) ? tidy.toFixed(20).replace(/\.?0+$/, '') : text
}
