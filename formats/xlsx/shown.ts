// SPDX-License-Identifier: EUPL-1.2

/**
 * A workbook stores `0042` shown by the format `0000` as the number 42, and 85 % as 0.85. In a
 * register the shown text is what was meant: such cells are turned into texts before reading.
 */
export function withShownTexts(sheet: string, styles: string | undefined): string {
  if (styles === undefined) return sheet
  const formats = formatOfStyle(styles)
  if (formats.every((format) => !/^0{2,}$|%$/.test(format))) return sheet
  return sheet.replace(
    /<c\b([^>]*)>\s*<v>(-?[0-9.]+(?:E[-+]?[0-9]+)?)<\/v>\s*<\/c>/g,
    (cell, attributes: string, value: string) => {
      if (/\bt="(?!n")/.test(attributes)) return cell
      const style = /\bs="(\d{1,6})"/.exec(attributes)?.[1]
      const text = style === undefined ? undefined : shownText(formats[Number(style)], value)
      if (text === undefined) return cell
      return `<c${attributes.replace(/\bt="n"/, '')} t="str"><v>${text}</v></c>`
    },
  )
}

function shownText(format: string | undefined, value: string): string | undefined {
  if (format === undefined) return undefined
  if (/^0{2,}$/.test(format) && /^\d+$/.test(value)) return value.padStart(format.length, '0')
  if (format.endsWith('%')) return `${Number((Number(value) * 100).toPrecision(12))}%`
  return undefined
}

/** Format codes by index of the cell style; ECMA-376 part 1, 18.8.30 for the built-in ones. */
function formatOfStyle(styles: string): string[] {
  const codes = new Map<string, string>([
    ['9', '0%'],
    ['10', '0.00%'],
  ])
  for (const [, attributes] of styles.matchAll(/<numFmt\b([^>]*)>/g)) {
    const id = /\bnumFmtId="(\d+)"/.exec(attributes)?.[1]
    const code = /\bformatCode="([^"]*)"/.exec(attributes)?.[1]
    if (id !== undefined && code !== undefined) codes.set(id, code)
  }
  const cellStyles = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? ''
  return [...cellStyles.matchAll(/<xf\b([^>]*)>/g)].map(([, attributes]) => {
    return codes.get(/\bnumFmtId="(\d+)"/.exec(attributes)?.[1] ?? '') ?? ''
  })
}
