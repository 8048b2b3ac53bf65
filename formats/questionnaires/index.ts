// SPDX-License-Identifier: EUPL-1.2
/**
 * Questionnaires of customers, in whatever file they come: cells with the lists they may be answered
 * from, and the same file back with answers in it and nothing else changed.
 */
import { fillDocument, readDocument } from './document.ts'
import { type AskedFile, askedLimits, type Fill, type Filled } from './model.ts'
import { fillPlain, readPlainQuestions } from './plain.ts'
import { fillWorkbook, readAskedWorkbook } from './workbook.ts'

export type { AskedFile, AskedSheet, ChoiceList, Fill, Filled, Form, LeftOut } from './model.ts'
export { askedLimits, choicesAt } from './model.ts'

/** Any bytes give sheets or a problem that says what was expected. */
export async function readQuestionnaire(path: string, bytes: Uint8Array): Promise<AskedFile> {
  const no = (expected: string, found: string): AskedFile => ({
    ...{ form: 'text', sheets: [] },
    problems: [{ path, line: null, column: null, expected, found }],
  })
  if (bytes.length > askedLimits.fileBytes) {
    return no(`at most ${askedLimits.fileBytes} bytes`, `${bytes.length}`)
  }
  const form = formOf(path, bytes)
  if (form === 'workbook') return readAskedWorkbook(path, bytes)
  if (form === 'document') return readDocument(path, bytes)
  if (form === undefined) return no('a workbook, a Word document, CSV or text', 'something else')
  return readPlainQuestions(bytes, form)
}

/** Texts longer than a cell holds are cut off by whoever calls; nothing here becomes a formula. */
export function fillQuestionnaire(path: string, bytes: Uint8Array, fills: readonly Fill[]): Filled {
  const form = formOf(path, bytes)
  if (form === 'workbook') return fillWorkbook(path, bytes, fills)
  if (form === 'document') return fillDocument(path, bytes, fills)
  return fillPlain(bytes, form ?? 'text', fills)
}

/** By what is in it; its name only tells a table from a text. */
function formOf(path: string, bytes: Uint8Array): AskedFile['form'] | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return isWord(bytes) ? 'document' : 'workbook'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'workbook'
  const isUtf16 = (bytes[0] ?? 0) >= 0xfe && (bytes[1] ?? 0) >= 0xfe
  if (!isUtf16 && bytes.subarray(0, 8192).includes(0)) return undefined
  return /\.(csv|tsv)$/i.test(path) ? 'csv' : 'text'
}

/** Names in the directory of a zip stand there as plain text. */
function isWord(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml')
}
