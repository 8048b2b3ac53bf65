// SPDX-License-Identifier: EUPL-1.2
import type { FactoryInputs } from '@schouw/core/baseline'
import { line, type Plan } from './plan.ts'
import type { State } from './state.ts'

type PersonRow = NonNullable<FactoryInputs['people']>[number]

/** Everybody in `people.csv` once, with what each is appointed as and which certificates there are. */
export function addPeople(state: State): void {
  const { plan, inputs, baseline } = state
  const rows = inputs?.people ?? []
  for (const row of rows) {
    if (plan.find('person', row.id) !== undefined) continue
    const source = placeOf(row)
    const values = {
      code: line(row.id, 40),
      name: line(row.name, 200),
      job_title: line(row.title, 120),
      left_on: isGone(rows, row) ? row.left_on : null,
    }
    plan.add('person', [row.id, row.name], values, { source })
  }
  for (const { person, name } of baseline?.directors ?? []) {
    if (plan.find('person', person) !== undefined) continue
    const values = { code: line(person, 40), name: line(name, 200) }
    plan.add('person', [person, name], values, { source: 'baseline.json' })
  }
  for (const row of rows) {
    addAppointment(state, row)
    addCertificate(state, row)
  }
  if (rows.length === 0) addDirectors(state)
}

/** Somebody who is named as owner and stands in no list is somebody all the same. */
export function personNamed(
  plan: Plan,
  name: string | null | undefined,
  source: string,
): string | undefined {
  const text = line(name, 200)
  if (text === undefined) return undefined
  const known = plan.find('person', text)
  if (known !== undefined) return known
  return plan.add('person', [text], { code: plan.code('person', text), name: text }, { source })
}

/** Of somebody with several roles it takes the end of all of them. */
function isGone(rows: readonly PersonRow[], { id }: PersonRow): boolean {
  return rows.filter((row) => row.id === id).every(({ left_on }) => left_on !== null)
}

function addAppointment({ plan, entity }: State, row: PersonRow): void {
  const role = roleOf(row.role, row.is_executive)
  if (role === null) return
  const source = placeOf(row)
  if (row.appointed_on === null) {
    plan.leftOut.push({ source, code: 'appointment-without-date', found: row.name })
    return
  }
  const values = {
    person: plan.find('person', row.id),
    role,
    legal_entity: entity,
    from: row.appointed_on,
    to: row.left_on,
  }
  plan.add('appointment', [`${row.id} ${role}`], values, { source })
}

function addDirectors({ plan, entity, baseline }: State): void {
  const source = 'baseline.json'
  for (const { person, role, is_executive, appointed_on, name } of baseline?.directors ?? []) {
    if (appointed_on === null) {
      plan.leftOut.push({ source, code: 'appointment-without-date', found: name })
      continue
    }
    const values = {
      person: plan.find('person', person),
      role: roleOf(role, is_executive) ?? 'executive_director',
      legal_entity: entity,
      from: appointed_on,
    }
    plan.add('appointment', [`${person} ${role}`], values, { source })
  }
}

function roleOf(role: string, isExecutive: boolean | null): string | null {
  if (role === 'employee') return null
  if (role !== 'director') return role
  return isExecutive === false ? 'non_executive_director' : 'executive_director'
}

function addCertificate({ plan, digests }: State, row: PersonRow): void {
  const source = placeOf(row)
  if (row.certificate_dated === null) return
  const file = row.certificate_file
  const title = line(file?.split('/').at(-1) ?? row.certificate_provider, 200) ?? row.name
  const values = {
    person: plan.find('person', row.id),
    name_on_certificate: line(row.name, 200),
    title,
    ended_on: row.certificate_dated,
    topics: row.certificate_topics,
    provider: line(row.certificate_provider, 200),
    language: row.certificate_language,
    file: file === null ? null : digests.get(file),
  }
  plan.add('certificate', [`${row.id} ${title}`], values, { source })
}

export function placeOf({ at }: { readonly at: { readonly path: string; readonly line: number } }) {
  return `${at.path}:${at.line}`
}
