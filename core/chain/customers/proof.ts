// SPDX-License-Identifier: EUPL-1.2
import { type ChainFacts, type Line, linesOf } from '../facts.ts'

/** One thing that shows something, as far as an answer needs it. */
export interface Proof {
  readonly id: string
  readonly name: string
  readonly dated: string | null
  readonly valid_until: string | null
  readonly rests_on: 'said' | 'shown' | 'tested'
  readonly is_stale: boolean
  /** Its name alone may say too much: it is not put into a text by itself. */
  readonly is_confidential: boolean
}

/** Evidence that was accepted, by id and by the requirement that it says it is about. */
export function evidenceOf(facts: ChainFacts) {
  const byId = new Map<string, Proof>()
  const byRequirement = new Map<string, Proof[]>()
  for (const file of linesOf(facts, 'evidence-file')) {
    if (file.state !== 'accepted') continue
    const proof = proofOf(file, facts.today)
    byId.set(file.id, proof)
    for (const id of file.list('requirements')) {
      byRequirement.set(id, [...(byRequirement.get(id) ?? []), proof])
    }
  }
  return { byId, byRequirement }
}

const levels: Readonly<Record<string, Proof['rests_on']>> = { test: 'tested', interview: 'said' }

function proofOf(file: Line, today: string): Proof {
  const until = file.text('valid_until')
  const classification = file.text('classification') ?? 'internal'
  return {
    id: file.id,
    name: file.text('name') ?? '',
    dated: file.text('dated'),
    valid_until: until,
    rests_on: levels[file.text('type') ?? ''] ?? 'shown',
    is_stale: until !== null && until < today,
    is_confidential:
      classification === 'confidential' || classification === 'strictly_confidential',
  }
}
