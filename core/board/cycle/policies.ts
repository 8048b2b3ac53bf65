// SPDX-License-Identifier: EUPL-1.2
import { addMonths, isCalendarDate } from '@schouw/core/kernel'
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'
import { compare } from '../work.ts'

/**
 * How a policy stands. `newer_waits`: what was approved holds word for word, and of the newest text
 * nothing has been approved. `expired`: approved, until a day that has passed.
 */
export type PolicyStanding = 'no_text' | 'not_approved' | 'in_force' | 'newer_waits' | 'expired'

export interface PolicyText {
  readonly id: string
  readonly record_version: number
  readonly version: string
  /** As it counts: an approved text behind a newer approved one is superseded, said or not. */
  readonly state: string
  readonly document: string | null
  readonly summary: string | null
  readonly changes: string | null
  readonly valid_from: string | null
  /** The decision of the board it rests on; null when none is named. */
  readonly decision: string | null
}

export interface PolicyLine {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly purpose: string | null
  readonly owner: string | null
  readonly standing: PolicyStanding
  readonly in_force: PolicyText | null
  /** Newest first; withdrawn ones among them. */
  readonly texts: readonly PolicyText[]
  /** Null: nobody has said when. */
  readonly review_on: string | null
  readonly is_review_late: boolean
}

export interface PolicyFacts {
  readonly policies: readonly RecordVersion[]
  readonly versions: readonly RecordVersion[]
  /** The day it is for the organisation. */
  readonly today: string
}

/** Every policy in use, by name. */
export function policyLines({ policies, versions, today }: PolicyFacts): readonly PolicyLine[] {
  const texts = versions
    .filter(({ retired }) => retired === null)
    .toSorted((a, b) => compare(b.created.at, a.created.at) || compare(b.id, a.id))
    .map(lineOf)
  return policies
    .filter(({ retired }) => retired === null)
    .map(lineOf)
    .map((policy) => {
      const own = texts.filter((text) => text.text('policy') === policy.id)
      return policyLine(policy, own, today)
    })
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
}

function policyLine(policy: Line, own: readonly Line[], today: string): PolicyLine {
  const approved = own.find(({ state }) => state === 'approved')
  const texts = own.map((line) => textLine(line, approved))
  const inForce = texts.find(({ id }) => id === approved?.id) ?? null
  const reviewOn = reviewDay(policy, inForce)
  return {
    id: policy.id,
    name: policy.text('name') ?? '',
    area: policy.text('area') ?? '',
    purpose: policy.text('note'),
    owner: policy.text('owner'),
    standing: standingOf(texts, approved, today),
    in_force: inForce,
    texts,
    review_on: reviewOn,
    is_review_late: reviewOn !== null && reviewOn < today,
  }
}

function textLine(line: Line, approved: Line | undefined): PolicyText {
  const isReplaced = line.state === 'approved' && line.id !== approved?.id
  return {
    id: line.id,
    record_version: line.version,
    version: line.text('version') ?? '',
    state: isReplaced ? 'superseded' : line.state,
    document: line.text('document'),
    summary: line.text('summary'),
    changes: line.text('changes'),
    valid_from: line.text('valid_from'),
    decision: line.text('decision'),
  }
}

function standingOf(
  texts: readonly PolicyText[],
  approved: Line | undefined,
  today: string,
): PolicyStanding {
  const living = texts.filter(({ state }) => state !== 'withdrawn' && state !== 'superseded')
  if (approved === undefined) return living.length === 0 ? 'no_text' : 'not_approved'
  const until = approved.text('valid_until')
  if (until !== null && until < today) return 'expired'
  return living[0]?.id === approved.id ? 'in_force' : 'newer_waits'
}

/** The day that was set; else as many months after the text came into force as were agreed. */
function reviewDay(policy: Line, inForce: PolicyText | null): string | null {
  const set = policy.text('next_review_on')
  if (set !== null) return set
  const months = policy.number('review_months')
  const from = inForce?.valid_from ?? null
  if (months === null || from === null || !isCalendarDate(from)) return null
  return addMonths(from, months)
}
