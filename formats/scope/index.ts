// SPDX-License-Identifier: EUPL-1.2
/**
 * Scope cases in: one case, a list, or `{cases: […]}`, as JSON or YAML. A case may stand bare or
 * under `input` with its `id` beside it. Problems come with line and column.
 */
import type { ScopeCase } from '@schouw/core/law'
import { knownKeys, type Problem, quoted } from '../problem/index.ts'
import { readYaml, type YamlFile } from '../yaml/index.ts'
import { scopeCase } from './schema.ts'

export interface ScopeFile {
  readonly cases: readonly ScopeCase[]
  /** What makes a case unusable. */
  readonly problems: readonly Problem[]
  /** Unknown keys: ignored, but said. */
  readonly remarks: readonly Problem[]
}

/** `jurisdictions`: the law packs there are. Never throws for content. */
export function readScopeFile(
  path: string,
  bytes: Uint8Array,
  jurisdictions: readonly string[],
): ScopeFile {
  const file = readYaml(path, bytes)
  if (file.value === undefined) return { cases: [], problems: file.problems, remarks: [] }
  const schema = scopeCase(jurisdictions)
  const cases: ScopeCase[] = []
  const problems: Problem[] = []
  const remarks: Problem[] = []
  for (const { at, value, id } of entries(file.value)) {
    const known = Object.keys(schema.shape)
    if (isRecord(value)) {
      for (const key of Object.keys(value).filter((one) => !known.includes(one))) {
        remarks.push(problem(path, file.positionOfKey(at, key), knownKeys(key, known), `"${key}"`))
      }
    }
    const parsed = schema.safeParse(value)
    if (parsed.success)
      cases.push(withoutNulls({ ...(id === undefined ? {} : { id }), ...parsed.data }))
    else {
      for (const issue of parsed.error.issues) {
        const steps = [...at, ...issue.path]
        problems.push(
          problem(
            path,
            file.positionOf(steps),
            expectation(issue, steps),
            quoted(valueAt(file, steps)),
          ),
        )
      }
    }
  }
  if (cases.length === 0 && problems.length === 0) {
    problems.push(problem(path, { line: 1, column: 1 }, 'at least one case', 'none'))
  }
  return { cases, problems, remarks }
}

interface Entry {
  readonly at: readonly PropertyKey[]
  readonly value: unknown
  readonly id: string | undefined
}

function entries(root: unknown): readonly Entry[] {
  const [at, list]: [PropertyKey[], unknown] =
    isRecord(root) && Array.isArray(root['cases']) ? [['cases'], root['cases']] : [[], root]
  if (!Array.isArray(list)) return [unwrapped(at, list)]
  return list.map((item, index) => unwrapped([...at, index], item))
}

function unwrapped(at: readonly PropertyKey[], item: unknown): Entry {
  if (!isRecord(item) || !isRecord(item['input'])) return { at, value: item, id: undefined }
  const id = item['id'] === undefined ? undefined : String(item['id'])
  return { at: [...at, 'input'], value: item['input'], id }
}

/** Absent and null mean the same in the file; the core knows only absent. */
function withoutNulls(value: object): ScopeCase {
  const kept = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  // The schema has just proved the shape; only nulls have gone.
  return Object.fromEntries(kept) as unknown as ScopeCase
}

function expectation(
  issue: { readonly code: string; readonly message: string; readonly values?: readonly unknown[] },
  steps: readonly PropertyKey[],
): string {
  const key = steps.findLast((step) => typeof step === 'string')
  const wanted = issue.message
    .replace(/^Invalid input: expected /, '')
    .replace(/, received .*$/, '')
    .replace(/^Invalid option: expected /, '')
  return `${String(key ?? 'case')}: ${wanted.charAt(0).toLowerCase()}${wanted.slice(1)}`
}

function valueAt(file: YamlFile, steps: readonly PropertyKey[]): unknown {
  let value: unknown = file.value
  for (const step of steps)
    value = (value as Record<PropertyKey, unknown> | undefined | null)?.[step]
  return value
}

function problem(
  path: string,
  position: { readonly line: number; readonly column: number },
  expected: string,
  found: string,
): Problem {
  return { path, line: position.line, column: position.column, expected, found }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
