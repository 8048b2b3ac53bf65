// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import { directorTerm, type Jurisdiction, jurisdictions } from '@schouw/core/law'
import { type Line, type Ref, type Registers, refOf } from './facts.ts'
import { compare } from './work.ts'

/** A seat on a board, and until when whoever sits there must be trained. */
export interface TrainingTerm extends Ref {
  readonly person: string
  readonly role: string
  readonly from: string
  readonly due_on: string | null
  readonly days_left: number | null
  readonly rule: string
  /** Of the certificate that covers it; null when none does. */
  readonly certificate: string | null
  readonly status: 'fulfilled' | 'running' | 'overdue' | 'no_duty' | 'unknown'
}

const seats: Readonly<Record<string, { readonly isExecutive: boolean }>> = {
  executive_director: { isExecutive: true },
  non_executive_director: { isExecutive: false },
  supervisory_director: { isExecutive: false },
  partner: { isExecutive: true },
  managing_partner: { isExecutive: true },
}

/** Subjects a certificate must cover (Cbb art. 21-22, by secondary sources). */
export const trainingTopics = ['risk_kinds', 'risk_process', 'assessment', 'controls']

/** Everybody who holds a seat today; the nearest day first. */
export function trainingTerms(registers: Registers, today: string): readonly TrainingTerm[] {
  const [organisation] = registers.all('organisation')
  const told = organisation?.text('jurisdiction')
  const jurisdiction = jurisdictions.find((one) => one === told)
  if (jurisdiction === undefined) return []
  const certificates = registers.all('certificate')
  return registers
    .all('appointment')
    .filter((line) => holds(line, today))
    .flatMap((line) => termOf(line, { jurisdiction, certificates, today }))
    .toSorted((a, b) => compare(a.due_on ?? '9999', b.due_on ?? '9999') || compare(a.id, b.id))
}

function holds(line: Line, today: string): boolean {
  return (line.text('from') ?? '') <= today && (line.text('to') ?? '9999') > today
}

interface Around {
  readonly jurisdiction: Jurisdiction
  readonly certificates: readonly Line[]
  readonly today: string
}

function termOf(line: Line, { jurisdiction, certificates, today }: Around): TrainingTerm[] {
  const role = line.text('role') ?? ''
  const seat = seats[role]
  const from = line.text('from')
  const person = line.text('person')
  if (seat === undefined || from === null || person === null) return []
  const term = directorTerm({ ...seat, appointedOn: from }, jurisdiction)
  const covering = certificates.find((one) => covers(one, person, today))
  return [
    {
      ...refOf(line),
      person,
      role,
      from,
      due_on: term.dueOn,
      days_left: term.dueOn === null ? null : daysBetween(today, term.dueOn),
      rule: term.rule,
      certificate: covering?.id ?? null,
      status: statusOf(term, covering !== undefined, today),
    },
  ]
}

/** Looked at by a second person, of all subjects, with its file, and not of a day to come. */
function covers(certificate: Line, person: string, today: string): boolean {
  const held = certificate.list('topics')
  return (
    certificate.state === 'checked' &&
    certificate.text('person') === person &&
    certificate.text('file') !== null &&
    (certificate.text('ended_on') ?? '9999') <= today &&
    trainingTopics.every((topic) => held.includes(topic))
  )
}

function statusOf(
  term: ReturnType<typeof directorTerm>,
  isCovered: boolean,
  today: string,
): TrainingTerm['status'] {
  if (!term.hasDuty) return 'no_duty'
  if (isCovered) return 'fulfilled'
  if (term.dueOn === null) return 'unknown'
  return today > term.dueOn ? 'overdue' : 'running'
}
