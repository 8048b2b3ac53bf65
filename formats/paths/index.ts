// SPDX-License-Identifier: EUPL-1.2
/**
 * Assets, conversations and conduits in for the search of attack paths, as JSON or YAML. A plant may
 * have a million conversations: they are looked at one by one by hand, for a schema library would
 * need as long as everything else together. Says whether the shape is right; the rest is for the core.
 */
import type { PathsInput } from '@schouw/core/network'
import { isMapping, type PlacedFile, problemAt, unknownKeys } from '../entries/index.ts'
import { readPlain } from '../plain/index.ts'
import type { Problem } from '../problem/index.ts'
import { entryRule, rules, type ShapeRule } from './rules.ts'

export interface PathsFile {
  readonly file: PlacedFile
  /** Undefined when the shape is wrong. */
  readonly input: PathsInput | undefined
  readonly problems: readonly Problem[]
  /** Unknown keys: ignored, but said. */
  readonly remarks: readonly Problem[]
}

const mostProblems = 20
const lists = ['assets', 'conversations', 'entries', 'conduits'] as const

/** Never throws for content. */
export function readPathsFile(path: string, bytes: Uint8Array): PathsFile {
  const file = readPlain(path, bytes)
  const { value } = file
  const refused = (problems: readonly Problem[]) => ({
    file,
    input: undefined,
    problems,
    remarks: [],
  })
  if (file.problems.length > 0) return refused(file.problems)
  if (!isMapping(value)) return refused([problemAt(file, [], 'a mapping')])
  const problems: Problem[] = []
  const remarks = unknownKeys(file, [], lists)
  for (const name of lists) {
    const list = value[name]
    if (name === 'conduits' && (list === undefined || list === null)) continue
    if (Array.isArray(list)) checkList(file, name, { list, problems, remarks })
    else problems.push(problemAt(file, [name], `${name}: a list`))
  }
  if (problems.length > 0) return refused(problems)
  // Every item has just been looked at.
  const { conduits, ...rest } = value as unknown as PathsInput
  return {
    file,
    input: conduits === undefined || conduits === null ? rest : { ...rest, conduits },
    problems: [],
    remarks,
  }
}

interface List {
  readonly list: readonly unknown[]
  readonly problems: Problem[]
  readonly remarks: Problem[]
}

function checkList(
  file: PlacedFile,
  name: (typeof lists)[number],
  { list, problems, remarks }: List,
): void {
  for (let index = 0; index < list.length; index += 1) {
    if (problems.length >= mostProblems) return
    const item = list[index]
    const at = [name, index]
    if (!isMapping(item)) {
      problems.push(problemAt(file, at, 'a mapping'))
      continue
    }
    const rule = name === 'entries' ? entryRule(item) : rules[name]
    for (const key in rule) {
      const expected = rule[key]?.(item[key])
      if (expected !== undefined)
        problems.push(problemAt(file, [...at, key], `${key}: ${expected}`))
    }
    if (remarks.length < mostProblems && hasStrangeKey(item, rule)) {
      remarks.push(...unknownKeys(file, at, Object.keys(rule)))
    }
  }
}

function hasStrangeKey(item: Record<string, unknown>, rule: ShapeRule): boolean {
  for (const key in item) if (rule[key] === undefined) return true
  return false
}
