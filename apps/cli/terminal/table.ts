// SPDX-License-Identifier: EUPL-1.2

const smallest = 6
const gap = 2

/**
 * Columns aligned, cut to `width` where a line would be longer: the widest columns give way first,
 * the first one never, because a cut address helps nobody.
 * Cells are shown as plain text: control characters, which captures are free to hold, are dots.
 */
export function table(rows: readonly (readonly string[])[], width: number): string[] {
  const cells = rows.map((row) => row.map(plain))
  const widths: number[] = []
  for (const row of cells) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, [...cell].length)
    }
  }
  shrink(widths, width - gap * (widths.length - 1))
  return cells.map((row) =>
    row
      .map((cell, index) => fitted(cell, widths[index] ?? 0))
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}

export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a terminal
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·')
}

function shrink(widths: number[], room: number): void {
  for (;;) {
    const total = widths.reduce((sum, one) => sum + one, 0)
    const widest = widths.indexOf(Math.max(...widths.slice(1)), 1)
    if (total <= room || widest < 1 || (widths[widest] ?? 0) <= smallest) return
    widths[widest] = (widths[widest] ?? 0) - 1
  }
}

function fitted(cell: string, width: number): string {
  const letters = [...cell]
  if (letters.length <= width) return cell + ' '.repeat(width - letters.length)
  return `${letters.slice(0, width - 1).join('')}…`
}
