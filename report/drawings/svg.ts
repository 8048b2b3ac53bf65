// SPDX-License-Identifier: EUPL-1.2
import { otherWidths, regularWidths, semiboldWidths } from '../fonts/metrics.ts'

/** Markup that is already escaped; only `element` and `escaped` make it. */
export type Markup = string & { readonly markup: true }

type Value = string | number | undefined
type Child = Markup | readonly Markup[] | undefined

/** Attributes with `undefined` are left out; numbers are written with at most two decimals. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly Child[]
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? short(value) : escaped(value ?? '')}"`,
    )
    .join('')
  const inside = children.flat().join('')
  return (
    inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
  ) as Markup
}

/** Text for markup. Control characters, which XML refuses, become a visible box. */
export function escaped(text: string): Markup {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '□')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;') as Markup
}

export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export type Weight = 400 | 600

/** Width in the shipped sans; characters it lacks are taken as wide. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const widths = weight === 600 ? semiboldWidths : regularWidths
  let thousandths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    thousandths += widths[code - 0x20] ?? otherWidths.get(code) ?? (code > 0x2e80 ? 1000 : 620)
  }
  return (thousandths * size) / 1000
}

/** The text if it fits, else cut with an ellipsis. */
export function fitted(text: string, width: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text
  const characters = [...text]
  let kept = ''
  for (const character of characters) {
    if (textWidth(`${kept}${character}…`, size, weight) > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Lines no wider than `width`, at most `most`; what does not fit ends in an ellipsis. */
export function wrapped(
  text: string,
  of: {
    readonly width: number
    readonly size: number
    readonly weight?: Weight
    readonly most: number
  },
): readonly string[] {
  const { width, size, weight = 400, most } = of
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter((word) => word !== '')
  for (const [n, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || textWidth(longer, size, weight) <= width) {
      line = longer
      continue
    }
    if (lines.length === most - 1) {
      lines.push(fitted([line, ...words.slice(n)].join(' '), width, size, weight))
      return lines
    }
    lines.push(fitted(line, width, size, weight))
    line = word
  }
  if (line !== '') lines.push(fitted(line, width, size, weight))
  return lines
}

export interface Words {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly weight?: Weight
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Drawn around the letters, so that they stay readable on lines. */
  readonly halo?: string
}

export function words(text: string, at: Words): Markup {
  return element(
    'text',
    {
      x: at.x,
      y: at.y,
      'font-size': at.size,
      'font-weight': at.weight === 600 ? 600 : undefined,
      'text-anchor': at.anchor === 'start' ? undefined : at.anchor,
      fill: at.fill,
      ...(at.halo === undefined
        ? {}
        : {
            stroke: at.halo,
            'stroke-width': at.size / 4,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }),
    },
    // The blank is not drawn; without it a reader of the page runs one text into the next.
    escaped(`${text} `),
  )
}
