// SPDX-License-Identifier: EUPL-1.2
/**
 * Pack: what a body gets before it meets, as the plain values its PDF template reads. Two pages,
 * then the annex; every figure with its registers and the size of the log. The same state gives
 * the same bytes.
 */
import type { Language } from '../words/index.ts'
import { annex } from './annex.ts'
import { pageOne } from './front.ts'
import type { PackOf } from './model.ts'
import { pageTwo } from './second.ts'
import { toldOf, valuesOf } from './told.ts'

export * as parts from './annex.ts'
export type { Cell, PackBlock, PackOf, Told, Tone } from './model.ts'
export * as second from './second.ts'
export { toldOf, valuesOf } from './told.ts'

/** Values of the template, and the moment of the last entry: the time of making. */
export function boardPack(of: PackOf, language: Language) {
  const told = toldOf(of, language)
  const { title, kind } = told.own
  return valuesOf(told, {
    title,
    kind,
    blocks: [...pageOne(told), ...pageTwo(told), ...annex(told)],
  })
}
