// SPDX-License-Identifier: EUPL-1.2

/** What a file is taken for at first sight; the server reads it whole and has the last word. */
export type Look = 'first-state' | 'table' | 'source' | 'scan' | 'capture' | 'empty' | 'unknown'

/** What can be chosen when that is wrong. */
export type Way = Extract<Look, 'first-state' | 'table' | 'source' | 'scan'>

export const ways: readonly Way[] = ['first-state', 'table', 'source', 'scan']

/** Enough to see a heading, and the names in front of a zip. */
const headBytes = 64 * 1024

export async function lookAt(file: File): Promise<Look> {
  if (file.size === 0) return 'empty'
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  const first = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  const name = file.name.toLowerCase()
  if ([0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0x0a0d0d0a].includes(first)) return 'capture'
  if (first === 0x504b0304) return isWorkbook(bytes, name) ? 'table' : 'first-state'
  // Packed with gzip: a log, unless its name says that it is a capture.
  if (a === 0x1f && b === 0x8b) return /\.p?cap(ng)?\.gz$/.test(name) ? 'capture' : 'source'
  if (bytes.includes(0) && !(a === 0xff && b === 0xfe) && !(a === 0xfe && b === 0xff)) {
    return 'unknown'
  }
  return ofText(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''), name)
}

function isWorkbook(bytes: Uint8Array, name: string): boolean {
  if (name.endsWith('.xlsx')) return true
  const text = new TextDecoder('latin1').decode(bytes)
  return text.includes('xl/workbook') || text.includes('xl/worksheets')
}

function ofText(text: string, name: string): Look {
  const start = text.trimStart()
  if (start.startsWith('<')) return /<(nmaprun|bom)\b/.test(start) ? 'source' : 'unknown'
  if (start.startsWith('#separator') || start.startsWith('#fields')) return 'source'
  if (start.startsWith('{') || start.startsWith('[')) {
    if (start.includes('schouw/baseline/')) return 'first-state'
    if (start.slice(0, 4_000).includes('schouw/inspect/')) return 'source'
    // A tool names itself early; the results may be a long way down.
    if (/"runs"\s*:\s*\[|"findings"\s*:\s*\[|sarif/i.test(start)) return 'scan'
    const marks = ['CycloneDX', '"event_type"', '"id.orig_h"', '"_path"', '"device_type"']
    return marks.some((mark) => start.includes(mark)) ? 'source' : 'unknown'
  }
  const [head = ''] = start.split(/\r?\n/, 1)
  const isTable = /[;,\t|]/.test(head) || /\.(csv|tsv|txt)$/.test(name)
  return isTable ? 'table' : 'unknown'
}
