// SPDX-License-Identifier: EUPL-1.2
import type { Style } from './drawing.ts'
import { element, type Markup, short, textWidth, words } from './svg.ts'

/** A mark of at most 20 wide, drawn from its baseline at 0, 0, and what it means. */
export interface Key {
  readonly text: string
  readonly mark: readonly Markup[]
}

const size = 11.5
const left = 22

/** What the marks in a picture mean, in as many lines as its width needs. */
export function keys(
  entries: readonly Key[],
  { palette, width }: Style,
  top: number,
): { readonly markup: readonly Markup[]; readonly bottom: number } {
  const markup: Markup[] = []
  let [x, y] = [left, top + 8]
  for (const { text, mark } of entries) {
    const wide = 26 + textWidth(text, size)
    if (x + wide > width && x > left) [x, y] = [left, y + 18]
    markup.push(
      element(
        'g',
        { transform: `translate(${short(x)} ${short(y)})` },
        ...mark,
        words(text, { x: 26, y: 0, size, fill: palette.quiet }),
      ),
    )
    x += wide + 18
  }
  return { markup, bottom: y + 4 }
}
