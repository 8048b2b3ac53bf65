// SPDX-License-Identifier: EUPL-1.2
import { strToU8, zipSync } from 'fflate'

/** A Word document of a customer: one table, a question in each row and room for an answer beside it. */
export function customerDocument(questions: readonly string[]): Uint8Array {
  const rows = [row('Vraag', 'Antwoord'), ...questions.map((question) => row(question, ''))]
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const body = `<w:body><w:tbl>${rows.join('')}</w:tbl></w:body>`
  const xml = `<?xml version="1.0"?><w:document xmlns:w="${space}">${body}</w:document>`
  const kinds = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return zipSync({
    '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="${kinds}"/>`),
    'word/document.xml': strToU8(xml),
  })
}

function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map(cell).join('')}</w:tr>`
}

function cell(text: string): string {
  const run = text === '' ? '' : `<w:r><w:t>${text}</w:t></w:r>`
  return `<w:tc><w:p>${run}</w:p></w:tc>`
}
