// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { bandOf } from './deviations.ts'
import { type StandingFacts, standing } from './index.ts'

const today = '2026-11-12'
const now = '2026-11-12T09:00:00.000Z'
const stamp = { at: now, by: 'somebody' }

let made = 0
function record(kind: KindName, values: object, state = 'open'): RecordVersion {
  made += 1
  const id = `0190e000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  return { kind, id, version: 1, state, values: values as RecordVersion['values'], ...rest }
}

function of(...records: readonly RecordVersion[]): StandingFacts {
  const byKind: Record<string, RecordVersion[]> = {}
  for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  return { records: byKind, now, today }
}

const answered = (requirement: string, level: number, more: object = {}) =>
  record('requirement-answer', { requirement, level, evidence_level: 'said', ...more }, 'answered')

describe('the standing of the board', () => {
  it('shows ten sections, none of them measured, without any record', () => {
    const { measures, answer, board_level, risks } = standing(of())
    assert.equal(measures.length, 10)
    assert.deepEqual(answer, { below: null, contradicted: 0, not_measured: 10 })
    assert.equal(board_level, null)
    assert.deepEqual(risks, { count: 0, without_euros: 0, largest: [] })
  })

  it('counts a section below the level that the board has set, never one that is not measured', () => {
    const organisation = record('organisation', { board_level: 3 })
    const { answer } = standing(of(organisation, answered('A1', 2), answered('B1', 5)))
    assert.equal(answer.below, 2)
    assert.equal(answer.not_measured, 8)
  })

  it('takes the level of one duty over the general one', () => {
    const rows = [{ duty: 'a', level: 1 }]
    const organisation = record('organisation', { board_level: 3, board_levels: rows })
    const { measures } = standing(of(organisation, answered('A1', 2)))
    assert.equal(measures[0]?.target, 1)
    assert.equal(measures[1]?.target, 3)
  })

  it('is as high as its lowest site', () => {
    const { measures } = standing(of(answered('A1', 2), answered('A1', 1)))
    assert.equal(measures[0]?.level, 1)
  })

  it('lowers what a measurement contradicts, until it is solved', () => {
    const seen = (state: string) =>
      record(
        'finding',
        { origin: 'measurement', severity: 'critical', requirements: ['A1'] },
        state,
      )
    const open = standing(of(answered('A1', 2), seen('open')))
    assert.equal(open.answer.contradicted, 1)
    assert.equal(standing(of(answered('A1', 2), seen('solved'))).answer.contradicted, 0)
  })

  it('leaves out what is retired', () => {
    const gone = { ...answered('A1', 2), retired: { ...stamp, reason: 'double' } }
    assert.equal(standing(of(gone)).answer.not_measured, 10)
  })

  it('ranks risks by what they can cost and counts those without an estimate', () => {
    const dear = record('risk', { name: 'dear', loss_eur_high: 100 }, 'assessed')
    const cheap = record('risk', { name: 'cheap', loss_eur_low: 5, loss_eur_high: 9 }, 'assessed')
    const unknown = record('risk', { name: 'unknown', likelihood: 5, impact: 5 }, 'identified')
    const { risks } = standing(of(unknown, cheap, dear))
    assert.deepEqual(
      risks.largest.map(({ name }) => name),
      ['dear', 'cheap', 'unknown'],
    )
    assert.equal(risks.without_euros, 1)
    assert.equal(risks.largest[2]?.loss_eur, null)
  })

  it('shows an acceptance that lapsed', () => {
    const one = record('risk', { name: 'one', loss_eur_high: 1 }, 'assessed')
    const accepted = record('acceptance', { subject: one.id, valid_until: '2027-01-01' }, 'lapsed')
    assert.equal(standing(of(one, accepted)).risks.largest[0]?.is_lapsed, true)
  })

  it('gives each director a term, fulfilled only by a certificate that a second person checked', () => {
    const organisation = record('organisation', { jurisdiction: 'NL' })
    const seat = record('appointment', {
      person: 'p',
      role: 'executive_director',
      from: '2026-09-01',
    })
    const certificate = (state: string) =>
      record(
        'certificate',
        {
          person: 'p',
          ended_on: '2026-10-01',
          file: 'f',
          topics: ['risk_kinds', 'risk_process', 'assessment', 'controls'],
        },
        state,
      )
    const term = (...more: readonly RecordVersion[]) =>
      standing(of(organisation, seat, ...more)).training[0]
    assert.equal(term()?.status, 'running')
    assert.equal(term()?.due_on, '2028-09-01')
    assert.equal(term(certificate('received'))?.status, 'running')
    assert.equal(term(certificate('checked'))?.status, 'fulfilled')
  })

  it('calls an action late from the day after its day', () => {
    const due = (due_on: string) =>
      standing(of(record('action', { name: 'x', due_on }))).roadmap.late
    assert.equal(due('2026-11-11'), 1)
    assert.equal(due(today), 0)
    assert.equal(due('2026-11-13'), 0)
  })
})

describe('a figure against its limits', () => {
  it('is never green when nobody knows it', () => {
    assert.equal(bandOf(null, { green: 0, amber: 0, isHigherBetter: true }), 'unknown')
  })

  it('keeps a limit that it meets', () => {
    assert.equal(bandOf(80, { green: 80, amber: 60, isHigherBetter: true }), 'green')
    assert.equal(bandOf(79, { green: 80, amber: 60, isHigherBetter: true }), 'amber')
    assert.equal(bandOf(59, { green: 80, amber: 60, isHigherBetter: true }), 'red')
    assert.equal(bandOf(4, { green: 4, amber: 8, isHigherBetter: false }), 'green')
    assert.equal(bandOf(9, { green: 4, amber: 8, isHigherBetter: false }), 'red')
  })

  it('never grows worse when it improves', () => {
    const rank = { green: 0, amber: 1, red: 2 } as Record<string, number>
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.integer(), fc.nat(), (value, more, amber, apart) => {
        const limits = { green: amber + apart, amber, isHigherBetter: true }
        const before = rank[bandOf(value, limits)] ?? 9
        assert.ok((rank[bandOf(value + more, limits)] ?? 9) <= before)
      }),
    )
  })
})
