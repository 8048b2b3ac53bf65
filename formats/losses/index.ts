// SPDX-License-Identifier: EUPL-1.2
/**
 * Risks in for the loss simulation: `{years, seed, risks: […], …}`, as JSON or YAML. Says whether
 * the shape is right; whether the ranges are is for the core, which names the place it means.
 */
import type { LossInput } from '@schouw/core/risk'
import { checked, type PlacedFile, unknownKeys, valueAt } from '../entries/index.ts'
import { readPlain } from '../plain/index.ts'
import type { Problem } from '../problem/index.ts'
import { knownKeys, lossInput } from './schema.ts'

export interface LossFile {
  readonly file: PlacedFile
  /** Undefined when the shape is wrong. */
  readonly input: LossInput | undefined
  readonly problems: readonly Problem[]
  /** Unknown keys: ignored, but said. */
  readonly remarks: readonly Problem[]
}

/** Never throws for content. */
export function readLossFile(path: string, bytes: Uint8Array): LossFile {
  const file = readPlain(path, bytes)
  if (file.problems.length > 0) {
    return { file, input: undefined, problems: file.problems, remarks: [] }
  }
  const { value, problems, remarks } = checked(file, [], lossInput)
  const more = Object.entries(knownKeys).flatMap(([key, known]) => {
    const list = valueAt(file.value, [key])
    if (!Array.isArray(list)) return []
    return [...list.keys()].flatMap((index) => unknownKeys(file, [key, index], known))
  })
  return { file, input: value, problems, remarks: [...remarks, ...more].slice(0, 20) }
}
