// SPDX-License-Identifier: EUPL-1.2
import { type Element, readXml } from '../xml/index.ts'
import type { SightingProblem } from './sighting.ts'

type Outcome =
  | { readonly root: Element; readonly problem?: undefined }
  | { readonly problem: SightingProblem; readonly root?: undefined }

/** The outermost element; entities are refused, not expanded. */
export function rootOf(bytes: Uint8Array): Outcome {
  const read = readXml(bytes)
  if ('root' in read) return { root: read.root }
  const where = read.line === null ? { path: '' } : { line: read.line }
  return { problem: { where, code: read.code, expected: 'XML', found: read.found } }
}
