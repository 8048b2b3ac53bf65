// SPDX-License-Identifier: EUPL-1.2
/** Short forms for trying steps: who acts, what stands, what came of it. */
import type { Actor } from '../access.ts'
import { kinds } from '../catalogue.ts'
import { create } from '../change.ts'
import type { RecordKind } from '../kind.ts'
import type { KindName } from '../kind-names.ts'
import type { Lookup } from '../lookup.ts'
import type { RecordVersion } from '../record.ts'
import type { Role } from '../roles.ts'
import type { Applied, StepOutcome } from '../step.ts'
import { open } from './arbitrary.ts'

export const now = '2026-11-21T12:00:00.000Z'
export const who = (person: string, ...roles: Role[]): Actor => ({ person, roles, processes: [] })
export const ciso = who('c', 'ciso')
export const director = who('d', 'director')
export const engineer = who('o', 'ot_engineer')

/** What a step came to; throws when it was refused or made no record. */
export function done(outcome: StepOutcome): Applied & { record: RecordVersion } {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  const { record } = outcome.value
  if (record === null) throw new Error('waits for a second person')
  return { ...outcome.value, record }
}

/** Why a step was refused, with paths; throws when it went through. */
export function codes(outcome: StepOutcome): string[] {
  if (outcome.ok) throw new Error('went through')
  return outcome.refusals.map((one) => ('path' in one ? `${one.code} ${one.path}` : one.code))
}

interface In {
  readonly actor?: Actor
  readonly lookup?: Lookup
}

export const born = (kind: RecordKind, values: unknown, { actor = ciso, lookup = open }: In = {}) =>
  create({ kind, id: `${kind.name}-1`, values, actor, now, lookup })

/** A record as it stands, without the way it came there. */
export function standing(
  name: KindName,
  values: RecordVersion['values'],
  more: Partial<RecordVersion> = {},
): RecordVersion {
  const by = { at: now, by: 'x' }
  const [state] = kinds[name].lifecycle.initial
  return {
    kind: name,
    id: `${name}-1`,
    version: 1,
    state,
    values,
    created: by,
    changed: by,
    approval: null,
    retired: null,
    erased: [],
    ...more,
  }
}

export const given = (record: RecordVersion, { actor = ciso, lookup = open }: In = {}) => ({
  kind: kinds[record.kind] as RecordKind,
  id: record.id,
  record,
  version: record.version,
  actor,
  now,
  lookup,
})

export const zone = { code: 'z1', name: 'Cell 1', kind: 'ot' }
