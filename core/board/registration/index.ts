// SPDX-License-Identifier: EUPL-1.2
/**
 * Registration: what the law of a country asks an entity to register, filled from the registers,
 * with what is missing, and by when a change of it is to be reported.
 */
import { addDays } from '@schouw/core/kernel'
import { type Jurisdiction, jurisdictions, lawPack } from '@schouw/core/law'
import type { Entry, RecordVersion } from '@schouw/core/registers'
import { lineOf } from '../facts.ts'

export interface RegisteredField {
  /** As in the law pack; `all` where the pack names none. */
  readonly id: string
  /** Empty where the pack names none. */
  readonly name: Readonly<Record<'nl' | 'en', string>>
  readonly source: string
  readonly isRequired: boolean
  /** Fields of `legal-entity` that hold it; empty where no register does. */
  readonly fields: readonly string[]
  readonly missing: readonly string[]
}

export interface RegistrationChange {
  readonly field: string
  /** The first day since the last report on which it differed. */
  readonly changedOn: string
  /** Null where the law pack knows no term. */
  readonly dueOn: string | null
  readonly isLate: boolean
}

export interface RegistrationFile {
  readonly jurisdiction: Jurisdiction
  readonly portal: string | null
  readonly source: string | null
  readonly fields: readonly RegisteredField[]
  readonly registeredOn: string | null
  readonly reference: string | null
  /** Of registration or the last report of a change. */
  readonly reportedOn: string | null
  /** Days within which a change is to be reported; null where the law pack knows no term. */
  readonly changeDays: number | null
  readonly changeSource: string | null
  readonly changes: readonly RegistrationChange[]
}

/** Where the registers hold what the packs ask. */
const heldIn: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'registration_number'],
  address: [
    'address',
    'country',
    'contact_point',
    'contact_email',
    'contact_phone',
    'public_ranges',
  ],
  sectors: ['sector_id', 'subsector_id'],
  member_states: ['member_states'],
  info_sharing: ['information_sharing'],
}
const allFields = Object.values(heldIn).flat()

/** Not everybody has one: missing says nothing is wrong. */
const optional: readonly string[] = ['subsector_id', 'public_ranges']

export interface RegistrationFacts {
  readonly entity: RecordVersion
  /** Of the organisation, where the entity names no country. */
  readonly country: string | null
  /** Steps of the entity, in any order. */
  readonly steps: readonly Pick<Entry, 'at' | 'set' | 'cleared' | 'action'>[]
  readonly today: string
}

/** Null for a country that has no law pack. */
export function registrationFile(facts: RegistrationFacts): RegistrationFile | null {
  const line = lineOf(facts.entity)
  const told = line.text('country') ?? facts.country
  const jurisdiction = jurisdictions.find((one) => one === told)
  if (jurisdiction === undefined) return null
  const { deadlines, portal } = lawPack(jurisdiction)
  const first = deadlines.find(({ id }) => /\.registration(_initial)?$/.test(id))
  const change = deadlines.find(({ id }) => id.endsWith('.registration_change'))
  const weeks = change?.duration?.unit === 'week' ? change.duration.value : null
  const changeDays = weeks === null ? null : weeks * 7
  const registeredOn = line.text('registered_on')
  const reportedOn = line.text('registration_changed_on') ?? registeredOn
  const asked = first?.required_fields ?? []
  const isEmpty = (name: string) => {
    const value = facts.entity.values[name]
    return value === undefined || (Array.isArray(value) && value.length === 0)
  }
  const missingOf = (names: readonly string[]) =>
    names.filter((name) => isEmpty(name) && !optional.includes(name))
  const fields: readonly RegisteredField[] =
    asked.length === 0
      ? [
          {
            id: 'all',
            name: { nl: '', en: '' },
            source: first?.source ?? portal?.source ?? '',
            isRequired: true,
            fields: allFields,
            missing: missingOf(allFields),
          },
        ]
      : asked.map(({ id, nl, en, when, source }) => ({
          id,
          name: { nl, en },
          source,
          isRequired: when === 'required',
          fields: heldIn[id] ?? [],
          missing: missingOf(heldIn[id] ?? []),
        }))
  return {
    jurisdiction,
    portal: portal?.name ?? null,
    source: first?.source ?? portal?.source ?? null,
    fields,
    registeredOn,
    reference: line.text('registration_reference'),
    reportedOn,
    changeDays,
    changeSource: change?.source ?? null,
    changes: reportedOn === null ? [] : changesSince(facts, reportedOn, changeDays),
  }
}

/** The first change of each field counts: the term runs from there. */
function changesSince(
  { steps, today }: RegistrationFacts,
  reportedOn: string,
  changeDays: number | null,
): readonly RegistrationChange[] {
  const first = new Map<string, string>()
  for (const { at, set, cleared, action } of steps) {
    const day = at.slice(0, 10)
    if (action === 'create' || day <= reportedOn) continue
    for (const field of [...Object.keys(set ?? {}), ...(cleared ?? [])]) {
      if (!allFields.includes(field)) continue
      const before = first.get(field)
      if (before === undefined || day < before) first.set(field, day)
    }
  }
  return [...first]
    .map(([field, changedOn]) => {
      const dueOn = changeDays === null ? null : addDays(changedOn, changeDays)
      return { field, changedOn, dueOn, isLate: dueOn !== null && dueOn < today }
    })
    .toSorted((a, b) => (a.changedOn < b.changedOn ? -1 : 1))
}
