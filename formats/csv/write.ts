// SPDX-License-Identifier: EUPL-1.2

/** A cell to write; null and undefined are empty. */
export type CsvValue = string | number | boolean | null | undefined

/**
 * RFC 4180: comma, CRLF, quotes where needed. Starts with a byte order mark, without which
 * spreadsheet programs read UTF-8 as something else.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

/** Numbers are safe and stay numbers. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = disarmed(value)
  return /[",;\r\n\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
 * Injection"). Leading blanks do not disarm a formula.
 */
export function disarmed(text: string): string {
  return /^[\s\uFEFF]*[=+\-@|%＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text
}

/** One line as it stands: what could be a formula was seen to by the caller. */
export function csvLine(cells: readonly string[], delimiter: ',' | ';' | '\t' | '|'): string {
  const written = cells.map((cell) =>
    /[",;\r\n\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  // A line of one empty cell would be a blank line, which readers skip.
  const line = written.length === 1 && written[0] === '' ? '""' : written.join(delimiter)
  return `${line}\r\n`
}
