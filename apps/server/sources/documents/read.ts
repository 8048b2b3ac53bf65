// SPDX-License-Identifier: EUPL-1.2
// Documents of requirements and of work on them: OSCAL, and libraries of CISO Assistant.
import { type Library, readFrameworkTable, readLibrary } from '@schouw/formats/ciso-assistant'
import { type OscalDocument, readOscal } from '@schouw/formats/oscal'

/** One thing that is not as the format has it, by JSON path and, in YAML, by line. */
export interface DocumentProblem {
  readonly path: string
  readonly line: number | null
  readonly code: string
  readonly expected: string
  readonly found: string
}

export interface DocumentRead {
  readonly oscal: OscalDocument | null
  readonly library: Library | null
  readonly problems: readonly DocumentProblem[]
}

/** The largest document that is read. */
export const documentBytes = 32 * 1024 * 1024

export function readDocument(name: string, bytes: Uint8Array): DocumentRead {
  const isTable = /\.(csv|tsv|txt)$/i.test(name)
  if (isTable || isLibrary(bytes)) {
    const { library, problems } = isTable
      ? readFrameworkTable(name, bytes)
      : readLibrary(name, bytes)
    return {
      oscal: null,
      library,
      problems: problems.map(({ pointer, line, code, expected, found }) => ({
        path: pointer,
        line,
        code,
        expected,
        found,
      })),
    }
  }
  const { document, problems } = readOscal(bytes)
  return {
    oscal: document,
    library: null,
    problems: problems.map((one) => ({ ...one, line: null })),
  }
}

/** A library names itself by a urn and keeps its objects under one key. */
function isLibrary(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return /^urn\s*:/m.test(text) && /^objects\s*:/m.test(text)
}
