// SPDX-License-Identifier: EUPL-1.2
import type { EvidenceLevel, MeasureResult, RequirementResult } from '@schouw/core/assurance'

type Maturity = 0 | 1 | 2 | 3 | 4 | 5

/** Claimed level, level that counts, and what it rests on: `4>2c` is lowered by a contradiction, `3>1x` by expired evidence. */
const answers: Readonly<Record<string, string>> = {
  a: '4t 3s 3s 4t 3s 3s 2d 4t',
  b: '3s 2d 2s 3s 1d 2d - 2d',
  c: '3s 4>2x 3s 4>1c 2d 3s 2d -',
  d: '2d 2d 1d 2d 4>1c 1d 2d 1d',
  e: '3s 4>1c 2s 2d 2d 3s 1d n',
  f: '2s 3t 3s 2s 2s 3>1x 2d 2s',
  g: '3t 4t 3s 4t 3s 3s 4t 3s',
  h: '1d 2d 1d 1d 2>0c 1d - 1d',
  i: '3s 2s 3s 4s 2s 3>2x 3s 4s',
  j: '- - - - - - - -',
}

/** The ten measures of the example factory. */
export function measures(): readonly MeasureResult[] {
  return Object.entries(answers).map(([id, line]) => {
    const requirements = line.split(' ').map((mark, n) => requirement(id, n + 1, mark))
    const counted = requirements.filter((one) => one.level !== null)
    const levels = counted.map((one) => one.level ?? 0)
    const sum = levels.reduce<number>((total, level) => total + level, 0)
    const share = (on: EvidenceLevel) => {
      const resting = counted.filter((one) => one.evidence_level === on)
      return sum === 0 ? 0 : resting.reduce<number>((t, one) => t + (one.level ?? 0), 0) / sum
    }
    const weakest = [...counted].sort((x, y) => (x.level ?? 0) - (y.level ?? 0))[0]
    return {
      id,
      level: counted.length === 0 ? null : sum / counted.length,
      rests_on: { tested: share('tested'), shown: share('shown'), said: share('said') },
      is_contradicted: requirements.some((one) => one.status === 'contradicted'),
      measured: counted.length,
      applicable: requirements.filter((one) => one.status !== 'not_applicable').length,
      target: 3,
      weakest:
        weakest === undefined ? null : { requirement: weakest.id, level: weakest.level ?? 0 },
      next_step:
        weakest === undefined
          ? null
          : { requirement: weakest.id, action: weakest.id === 'E2' ? 'act-3' : null },
      requirements,
    }
  })
}

const contradicted: Readonly<Record<string, string>> = { C4: 'c4', D5: 'c3', E2: 'c1', H5: 'c5' }

function requirement(measure: string, n: number, mark: string): RequirementResult {
  const id = `${measure.toUpperCase()}${n}`
  const line = measure.charCodeAt(0) * 10 + n
  const base = { id, measure, owner: null, note: null, not_applicable_reason: null, evidence: [] }
  if (mark === '-') {
    const nothing = { claimed_level: null, level: null, evidence_level: null, source: null }
    return { ...base, ...nothing, status: 'not_measured', contradictions: [], lowered_by: [] }
  }
  if (mark === 'n') {
    return {
      ...base,
      status: 'not_applicable',
      claimed_level: null,
      level: null,
      evidence_level: null,
      contradictions: [],
      lowered_by: [],
      not_applicable_reason: 'Wij ontwikkelen geen eigen software; besturingen komen van derden.',
      source: { path: 'answers.yaml', line },
    }
  }
  const [first = '0', after] = mark.split('>')
  const claimed = Number(first[0]) as Maturity
  const level = after === undefined ? claimed : (Number(after[0]) as Maturity)
  const why = after?.[1]
  const letter = after === undefined ? first[1] : 's'
  const evidence_level = letter === 't' ? 'tested' : letter === 's' ? 'shown' : 'said'
  const isLowered = why === 'c'
  return {
    ...base,
    status: isLowered ? 'contradicted' : 'answered',
    claimed_level: claimed,
    level,
    evidence_level: why === undefined ? evidence_level : 'said',
    evidence: evidence_level === 'said' ? [] : [evidence(id, why === 'x')],
    contradictions: isLowered ? [contradicted[id] ?? 'c1'] : [],
    lowered_by: why === 'c' ? ['contradicted'] : why === 'x' ? ['evidence_expired'] : [],
    owner: n % 2 === 0 ? 'IT-manager' : 'OT-engineer',
    source: { path: 'answers.yaml', line },
  }
}

function evidence(id: string, isExpired: boolean): RequirementResult['evidence'][number] {
  return {
    file: `evidence/${id.toLowerCase()}-verslag.pdf`,
    sha256: id.toLowerCase().charCodeAt(1).toString(16).padStart(2, '0').repeat(32),
    description: `Verslag bij ${id}`,
    dated: isExpired ? '2025-03-11' : '2026-06-18',
    received: '2026-10-30',
    valid_until: isExpired ? '2026-03-11' : '2027-06-18',
    state: isExpired ? 'expired' : 'valid',
  }
}
