// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import { directorTerm, type Jurisdiction } from '@schouw/core/law'
import type { AsOf } from './as-of.ts'
import type { DirectorTerm } from './baseline.ts'
import type { FactoryInputs, PersonRow } from './inputs.ts'

/** Subjects a certificate must cover (Cbb art. 21-22, by secondary sources). */
const topics = ['risk_kinds', 'risk_process', 'assessment', 'controls']

/**
 * Until when each director must be trained, and whether a certificate shows it. People who have
 * left are not listed. The term itself is the law's (`core/law`).
 */
export function directorTerms(inputs: FactoryInputs, asOf: AsOf): DirectorTerm[] {
  const { jurisdiction } = inputs.organisation
  const files = new Set(inputs.files.map(({ path }) => path))
  return (inputs.people ?? [])
    .filter(({ role }) => role === 'director' || role === 'supervisory_director')
    .filter(({ left_on }) => left_on === null || left_on > asOf.date)
    .map((person) => termOf(person, { jurisdiction, files, today: asOf.date }))
}

function termOf(
  person: PersonRow,
  { jurisdiction, files, today }: { jurisdiction: Jurisdiction; files: Set<string>; today: string },
): DirectorTerm {
  // A director of whom nobody says otherwise is executive; a supervisory director is not.
  const isExecutive = person.role === 'director' && person.is_executive !== false
  const seat = {
    isExecutive,
    ...(person.appointed_on === null ? {} : { appointedOn: person.appointed_on }),
  }
  const term = directorTerm(seat, jurisdiction)
  const certificate = certificateOf(person, files, today)
  return {
    person: person.id,
    name: person.name,
    role: person.role,
    is_executive: isExecutive,
    appointed_on: person.appointed_on,
    training_due_on: term.dueOn,
    rule: term.rule,
    certificate,
    status: statusOf(term, certificate?.covers === true, today),
    days_left: term.dueOn === null ? null : daysBetween(today, term.dueOn),
  }
}

function statusOf(
  term: ReturnType<typeof directorTerm>,
  isCovered: boolean,
  today: string,
): DirectorTerm['status'] {
  if (!term.hasDuty) return 'no_duty'
  if (isCovered) return 'fulfilled'
  if (term.dueOn === null) return 'unknown'
  return today > term.dueOn ? 'overdue' : 'running'
}

/** Covers when it is dated, all subjects are listed, and a named file is in the folder. */
function certificateOf(
  person: PersonRow,
  files: ReadonlySet<string>,
  today: string,
): DirectorTerm['certificate'] {
  const { certificate_file: file, certificate_dated: dated, certificate_topics: listed } = person
  if (file === null && dated === null) return null
  const isThere = file !== null && files.has(file)
  const isDated = dated !== null && dated <= today
  const isWhole = topics.every((topic) => listed.includes(topic))
  return { file, dated, covers: isThere && isDated && isWhole }
}
