// SPDX-License-Identifier: EUPL-1.2
import { personNamed, placeOf } from './people.ts'
import { instant, line, lines } from './plan.ts'
import { hours } from './processes.ts'
import type { State } from './state.ts'

/** Every file that an answer rests on, once, with all the requirements it is shown for. */
export function addEvidence(state: State): void {
  const { plan, today } = state
  const files = new Map<string, Evidence>()
  for (const piece of evidenceOf(state)) {
    const known = files.get(piece.path)
    if (known === undefined) files.set(piece.path, piece)
    else known.requirements.push(...piece.requirements)
  }
  for (const piece of files.values()) {
    const name = line(piece.description ?? piece.path.split('/').at(-1), 200) ?? piece.path
    const isBackwards = (piece.dated ?? '') > (piece.valid_until ?? '9')
    const values = {
      code: plan.code('evidence-file', piece.path.split('/').at(-1) ?? piece.path),
      name,
      type: piece.type ?? 'document',
      file: piece.sha256,
      file_name: line(piece.path.split('/').at(-1), 255),
      dated: piece.dated,
      received_at: instant(piece.received ?? piece.dated ?? today),
      valid_until: isBackwards ? null : piece.valid_until,
      origin: line(piece.path, 200),
      owner: personNamed(plan, piece.owner, piece.source),
      requirements: [...new Set(piece.requirements)],
    }
    plan.add('evidence-file', [piece.path], values, { source: piece.source })
  }
}

interface Evidence {
  readonly path: string
  readonly sha256: string
  readonly type: string | null
  readonly description: string | null
  readonly dated: string | null
  readonly received: string | null
  readonly valid_until: string | null
  readonly owner: string | null
  readonly requirements: string[]
  readonly source: string
}

function evidenceOf({ inputs, baseline, digests }: State): Evidence[] {
  if (inputs !== null) {
    return (inputs.answers?.answers ?? []).flatMap(({ requirement, evidence }) =>
      evidence.flatMap(({ file, at, ...piece }): Evidence[] => {
        const sha256 = file === null ? undefined : digests.get(file)
        if (file === null || sha256 === undefined) return []
        return [
          { ...piece, path: file, sha256, requirements: [requirement], source: placeOf({ at }) },
        ]
      }),
    )
  }
  return (baseline?.measures ?? []).flatMap(({ requirements }) =>
    requirements.flatMap((requirement) =>
      requirement.evidence.flatMap((piece): Evidence[] => {
        const { file, sha256 } = piece
        if (file === null || sha256 === null) return []
        const { description, dated, received, valid_until } = piece
        const rest = { type: null, description, dated, received, valid_until, owner: null }
        return [
          { ...rest, path: file, sha256, requirements: [requirement.id], source: 'baseline.json' },
        ]
      }),
    ),
  )
}

/** The ten duties of care, each a measure of its own until the company names its own. */
export function addMeasures({ plan, baseline, measureTitle }: State): void {
  for (const { id, level, target, requirements } of baseline?.measures ?? []) {
    const values = {
      code: id.toUpperCase(),
      name: line(measureTitle(id), 200) ?? id,
      duties: [id],
      requirements: requirements.map((one) => one.id),
      level: level === null ? null : Math.floor(level),
      target_level: target,
    }
    plan.add('measure', [id], values, { source: 'baseline.json' })
  }
}

export function addAnswers(state: State): void {
  const { plan, inputs, today } = state
  for (const answer of inputs?.answers?.answers ?? []) {
    const source = placeOf(answer)
    const files = answer.evidence.flatMap(({ file }) => plan.find('evidence-file', file) ?? [])
    const described = answer.evidence.flatMap(({ file, description }) =>
      file === null ? (description ?? []) : [],
    )
    const values = {
      requirement: answer.requirement,
      level: answer.not_applicable === null ? answer.level : null,
      evidence_level: answer.evidence_level,
      evidence: [...new Set(files)],
      not_applicable: line(answer.not_applicable, 2000),
      owner: personNamed(plan, answer.owner, source),
      answered_on: today,
      measures: plan.find('measure', answer.requirement.charAt(0).toLowerCase()),
      note: lines(answer.note, ...described),
    }
    const { measures } = values
    plan.add(
      'requirement-answer',
      [answer.requirement],
      { ...values, measures: measures === undefined ? [] : [measures] },
      { source },
    )
  }
  if (inputs === null) addMeasured(state)
}

function addMeasured({ plan, baseline, today }: State): void {
  for (const { requirements } of baseline?.measures ?? []) {
    for (const one of requirements) {
      if (one.claimed_level === null && one.not_applicable_reason === null) continue
      const values = {
        requirement: one.id,
        level: one.not_applicable_reason === null ? one.claimed_level : null,
        evidence_level: one.evidence_level,
        evidence: one.evidence.flatMap(({ file }) => plan.find('evidence-file', file) ?? []),
        not_applicable: line(one.not_applicable_reason, 2000),
        owner: personNamed(plan, one.owner, 'baseline.json'),
        answered_on: today,
        note: lines(one.note),
      }
      plan.add('requirement-answer', [one.id], values, { source: 'baseline.json' })
    }
  }
}

export function addRestoreTests({ plan, inputs, digests }: State): void {
  for (const test of inputs?.answers?.restore_tests ?? []) {
    const source = placeOf(test)
    const isDone = test.dated !== null && test.result !== null
    const values = {
      code: plan.code('restore-test', `${test.system} ${test.planned ?? test.dated ?? ''}`),
      system: line(test.system, 200),
      asset: plan.find('asset', test.asset),
      process: plan.wanted('process', test.process, source),
      planned_on: test.planned,
      tested_on: test.dated,
      result: test.result,
      restored_in_hours: hours(test.restored_in_hours),
      owner: personNamed(plan, test.owner, source),
      report: test.file === null ? null : digests.get(test.file),
    }
    plan.add('restore-test', [test.system], values, {
      source,
      ...(isDone ? { state: 'done' } : {}),
    })
  }
}
