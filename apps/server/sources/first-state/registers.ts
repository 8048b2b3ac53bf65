// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural } from '@schouw/contract'
import { type Field, type KindName, kinds, type RecordKind } from '@schouw/core/registers'
import { readYaml } from '@schouw/formats/yaml'
import type { GivenRecord } from './given.ts'
import type { Plan } from './plan.ts'
import type { State } from './state.ts'

export interface GivenProblem {
  readonly path: string
  readonly line: number | null
  readonly expected: string
  readonly found: string
}

type Loose = Readonly<Record<string, unknown>>

/** Records beyond what a nulmeting asks: a list for each register, in the order they are made. */
export function readRegisters(
  path: string,
  bytes: Uint8Array,
): { readonly given: readonly GivenRecord[]; readonly problems: readonly GivenProblem[] } {
  const file = readYaml(path, bytes)
  const problems: GivenProblem[] = file.problems.map(({ line, expected, found }) => ({
    ...{ path, line, expected, found },
  }))
  if (!isLoose(file.value)) return { given: [], problems }
  const given: GivenRecord[] = []
  for (const [plural, list] of Object.entries(file.value)) {
    const kind = kindOfPlural(plural)
    if (kind === undefined || !Array.isArray(list)) {
      problems.push({ path, line: null, expected: 'a register with a list', found: plural })
      continue
    }
    for (const [at, one] of list.entries()) {
      const source = `${path}: ${plural}/${at + 1}`
      if (isLoose(one)) given.push(recordOf(kind, one, source))
      else problems.push({ path: source, line: null, expected: 'a mapping', found: String(one) })
    }
  }
  return { given, problems }
}

function recordOf(kind: KindName, one: Loose, source: string): GivenRecord {
  const { state, moved_to: to, moved_because: reason, ...values } = one
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return { kind, values, state: text(state), to: text(to), reason: text(reason), source }
}

/**
 * Plans them with their references found; one that leads nowhere is told and left out. What another
 * file of the folder gave under the same code is added to.
 */
export function addRegisters({ plan, registers = [] }: State): void {
  for (const { kind, values, state, to, reason, source } of registers) {
    const why = reason === undefined ? {} : { reason }
    const move = to === undefined ? undefined : { to, ...why }
    const found = Object.entries(values).map(([name, value]) => [
      name,
      resolved(plan, { kind, name, value, source }),
    ])
    const there = typeof values['code'] === 'string' ? plan.find(kind, values['code']) : undefined
    if (there !== undefined) {
      plan.later(there, Object.fromEntries(found.filter(([name]) => name !== 'code')))
      if (move !== undefined) plan.leads(there, move)
      continue
    }
    const names = [values['code'], values['name']].filter((one) => typeof one === 'string')
    plan.add(kind, names, Object.fromEntries(found), {
      source,
      ...(state === undefined ? {} : { state }),
      ...(move === undefined ? {} : { move }),
    })
  }
}

interface Asked {
  readonly kind: KindName
  readonly name: string
  readonly value: unknown
  readonly source: string
}

function resolved(plan: Plan, { kind, name, value, source }: Asked): unknown {
  const fields: RecordKind['fields'] = kinds[kind].fields
  const field = fields[name]
  if (field === undefined) return value
  if (field.type !== 'reference') return spelled(field, value)
  const find = (text: unknown) => {
    const [first] = field.to
    const id = field.to.flatMap((target) => plan.find(target, String(text)) ?? [])[0]
    return id ?? (first === undefined ? undefined : plan.wanted(first, String(text), source))
  }
  return Array.isArray(value) ? value.flatMap((one) => find(one) ?? []) : find(value)
}

const asText: readonly Field['type'][] = ['hours', 'decimal', 'percent']

/** Decimals are text in a record and numbers in a file; in rows as well. */
function spelled(field: Field, value: unknown): unknown {
  if (field.type === 'rows' && Array.isArray(value)) {
    return value.map((row) =>
      isLoose(row)
        ? Object.fromEntries(
            Object.entries(row).map(([name, cell]) => {
              const inner = field.fields[name]
              return [name, inner === undefined ? cell : spelled(inner, cell)]
            }),
          )
        : row,
    )
  }
  return asText.includes(field.type) && typeof value === 'number' ? String(value) : value
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
