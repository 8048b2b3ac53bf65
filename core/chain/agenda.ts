// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, isCalendarDate } from '@schouw/core/kernel'
import { auditOwedUntil } from './customers/showing.ts'
import type { ChainFacts, Line } from './facts.ts'
import { linesOf } from './facts.ts'

export interface AgendaLine {
  readonly what:
    | 'decide_renewal'
    | 'contract_ends'
    | 'certificate_ends'
    | 'review_due'
    | 'access_ends'
    | 'audit_owed'
  readonly on: string
  readonly is_late: boolean
  readonly kind: 'contract' | 'supplier' | 'remote-access'
  readonly id: string
  readonly name: string
  /** Whom it is with; null where the record names nobody. */
  readonly supplier: string | null
}

interface Book {
  readonly suppliers: readonly Line[]
}

const aheadDays = 365

/** What comes up with suppliers and customers within a year, and what is late. */
export function agendaOf(facts: ChainFacts, { suppliers }: Book): readonly AgendaLine[] {
  const { today } = facts
  const until = addDays(today, aheadDays)
  const found: Omit<AgendaLine, 'is_late'>[] = []
  for (const contract of linesOf(facts, 'contract')) {
    if (contract.state !== 'in_force') continue
    const of = { kind: 'contract', id: contract.id, name: nameOf(contract) } as const
    const supplier = contract.text('supplier')
    const isCustomer = contract.text('party') === 'customer'
    // A customer may ask for it once in every year of the contract.
    const audit = isCustomer ? auditOwedUntil(contract, facts) : null
    if (audit !== null) found.push({ what: 'audit_owed', on: audit, ...of, supplier })
    const [end, months] = [contract.text('ends_on'), contract.number('cancel_months')]
    if (end === null) continue
    found.push({ what: 'contract_ends', on: end, ...of, supplier })
    const isRenewing = contract.flag('renews_itself') === true && months !== null
    if (isRenewing) {
      found.push({ what: 'decide_renewal', on: addMonths(end, -months), ...of, supplier })
    }
  }
  for (const supplier of suppliers) {
    const of = {
      kind: 'supplier',
      id: supplier.id,
      name: nameOf(supplier),
      supplier: supplier.id,
    } as const
    const review = supplier.text('next_review_on')
    if (review !== null) found.push({ what: 'review_due', on: review, ...of })
    for (const row of supplier.rows('certificates')) {
      const end = row.text('valid_until')
      if (end !== null) found.push({ what: 'certificate_ends', on: end, ...of })
    }
  }
  for (const grant of linesOf(facts, 'remote-access')) {
    const end = grant.text('valid_until')
    if (grant.state !== 'allowed' || end === null) continue
    const supplier = grant.text('supplier')
    const of = { kind: 'remote-access', id: grant.id, name: nameOf(grant), supplier } as const
    found.push({ what: 'access_ends', on: end, ...of })
  }
  return found
    .filter(({ on }) => isCalendarDate(on) && on <= until)
    .map((line) => ({ ...line, is_late: line.on < today }))
    .toSorted((a, b) => (a.on === b.on ? (a.name < b.name ? -1 : 1) : a.on < b.on ? -1 : 1))
}

function nameOf(line: Line): string {
  return line.text('name') ?? line.text('code') ?? ''
}
