// SPDX-License-Identifier: EUPL-1.2
import {
  type Against,
  type Answer,
  type EvidenceLevel,
  type Maturity,
  type MeasureResult,
  measureResults,
} from '@schouw/core/assurance'
import { addDays } from '@schouw/core/kernel'
import { type AccessProof, accessProofs, reviewTermDays } from './access/index.ts'
import { continuityAgainst } from './continuity/against.ts'
import type { Line, Registers } from './facts.ts'

type EvidenceFacts = Answer['evidence'][number]
type Rows = readonly { readonly duty?: unknown; readonly level?: unknown }[]

/** The ten duties as the registers tell them, with the level that the board has set. */
export function dikeOf(
  registers: Registers,
  { now, today }: { readonly now: string; readonly today: string },
  levels: Rows | undefined,
): readonly MeasureResult[] {
  const proofs = new Map(
    proofKinds.flatMap((kind) => registers.all(kind)).map((one) => [one.id, one]),
  )
  const [organisation] = registers.all('organisation')
  const current = accessProofs(registers, today)
  return measureResults({
    answers: weakestFirst(registers).map((line) => tested(answerOf(line, proofs), current)),
    against: againstOf(registers, current, { now, today }),
    targets: targetsOf(organisation, levels),
    asOf: today,
  })
}

/** A signed review of access tests what it was about, for as long as it holds. */
function tested(answer: Answer, access: readonly AccessProof[]): Answer {
  const found = access.filter(({ requirement }) => requirement === answer.requirement)
  // What goes against the answer counts against it, and does not also prove it.
  const proofs = found.filter(({ against }) => against === null)
  if (proofs.length === 0) return answer
  const evidence = proofs.map(({ name, signedOn }): EvidenceFacts => {
    const until = addDays(signedOn, reviewTermDays)
    return {
      file: null,
      sha256: null,
      type: 'test',
      description: name,
      dated: signedOn,
      received: signedOn,
      valid_until: until,
    }
  })
  return { ...answer, evidence_level: 'tested', evidence: [...answer.evidence, ...evidence] }
}

const proofKinds = [
  'evidence-file',
  'restore-test',
  'exercise',
  'audit',
  'certificate',
  'access-review',
] as const

/** Where sites answer apart, the section is as high as its lowest place. */
function weakestFirst(registers: Registers): readonly Line[] {
  return registers
    .all('requirement-answer')
    .toSorted(
      (a, b) => (a.number('level') ?? 9) - (b.number('level') ?? 9) || (a.id < b.id ? -1 : 1),
    )
}

function answerOf(line: Line, proofs: ReadonlyMap<string, Line>): Answer {
  return {
    requirement: line.text('requirement') ?? '',
    level: line.number('level') as Maturity | null,
    evidence_level: line.text('evidence_level') as EvidenceLevel | null,
    evidence: line.list('evidence').flatMap((id) => {
      const proof = proofs.get(id)
      return proof === undefined ? [] : [proofOf(proof)]
    }),
    owner: line.text('owner'),
    note: line.text('note'),
    not_applicable: line.text('not_applicable'),
    source: { path: `requirement-answer/${line.id}`, line: line.version },
  }
}

/** When each kind of proof happened. */
const datedBy: Readonly<Record<(typeof proofKinds)[number], string>> = {
  'evidence-file': 'dated',
  'restore-test': 'tested_on',
  exercise: 'held_on',
  audit: 'ended_on',
  certificate: 'ended_on',
  'access-review': 'signed_on',
}

function proofOf(proof: Line): EvidenceFacts {
  const kind = proof.kind as (typeof proofKinds)[number]
  const isFile = kind === 'evidence-file'
  const received = proof.text('received_at')
  return {
    file: isFile ? proof.text('file_name') : null,
    sha256: proof.text('file'),
    type: isFile ? (proof.text('type') as EvidenceFacts['type']) : 'test',
    description: proof.text('name') ?? proof.text('system') ?? proof.text('title'),
    dated: proof.text(datedBy[kind]),
    received: received === null ? null : received.slice(0, 10),
    valid_until: proof.text('valid_until'),
  }
}

const openStates: readonly string[] = ['open', 'in_treatment', 'lapsed', 'accepted']

/** Findings of measurements go against what is claimed, as long as nobody has solved them. */
function againstOf(
  registers: Registers,
  access: readonly AccessProof[],
  at: { readonly now: string; readonly today: string },
): Map<string, readonly Against[]> {
  const against = new Map<string, Against[]>()
  for (const { requirement, record, severity } of continuityAgainst(registers, at)) {
    against.set(requirement, [...(against.get(requirement) ?? []), { id: record, severity }])
  }
  for (const { requirement, review, against: severity } of access) {
    if (severity === null) continue
    against.set(requirement, [...(against.get(requirement) ?? []), { id: review, severity }])
  }
  for (const finding of registers.all('finding')) {
    if (finding.text('origin') !== 'measurement' || !openStates.includes(finding.state)) continue
    const told = finding.text('severity')
    const severity = told === 'critical' ? 'high' : (told as Against['severity'] | null)
    for (const requirement of finding.list('requirements')) {
      const list = against.get(requirement) ?? []
      against.set(requirement, [...list, { id: finding.id, severity: severity ?? 'medium' }])
    }
  }
  return against
}

function targetsOf(
  organisation: Line | undefined,
  levels: Rows | undefined,
): Map<string, Maturity> {
  const general = organisation?.number('board_level') ?? null
  const targets = new Map<string, Maturity>()
  if (general !== null) {
    for (const id of 'abcdefghij') targets.set(id, general as Maturity)
  }
  for (const { duty, level } of levels ?? []) {
    if (typeof duty === 'string' && typeof level === 'number') targets.set(duty, level as Maturity)
  }
  return targets
}
