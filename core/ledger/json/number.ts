// SPDX-License-Identifier: EUPL-1.2

/** Whether the shortest text of the double says the same number as the digits it was read from. */
export function keepsDigits(digits: string, value: number): boolean {
  if (Number.isSafeInteger(value) && /^-?\d{1,15}$/.test(digits)) return true
  const written = plain(digits)
  const kept = plain(String(value))
  return written.digits === kept.digits && (written.digits === '' || written.power === kept.power)
}

/** A decimal as digits without zeroes at either end, and the power of ten of the last one. */
function plain(text: string): { readonly digits: string; readonly power: number } {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  const all = (whole + fraction).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  return { digits, power: Number(exponent) - fraction.length + (all.length - digits.length) }
}
