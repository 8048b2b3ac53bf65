// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { addDays } from '@schouw/core/kernel'
import fc from 'fast-check'
import { checks } from './checks.ts'
import { type EvidenceFacts, evidenceItem, evidenceTermDays } from './freshness.ts'
import { measureResults } from './measure.ts'
import type { EvidenceLevel, Maturity } from './measure-result.ts'
import { requirementIds, requirementsPack } from './pack.ts'
import { type Against, type Answer, requirementResult } from './requirement.ts'

const asOf = '2026-11-21'
const proof: EvidenceFacts = {
  file: null,
  sha256: null,
  type: 'document',
  description: 'policy',
  dated: '2026-06-01',
  received: null,
  valid_until: null,
}
const answer: Answer = {
  requirement: 'A1',
  level: 3,
  evidence_level: 'shown',
  evidence: [proof],
  owner: null,
  note: null,
  not_applicable: null,
  source: { path: 'answers.yaml', line: 1 },
}
const a1 = { id: 'A1', measure: 'a' }
const resultOf = (given: Partial<Answer>, against: readonly Against[] = []) =>
  requirementResult(a1, { ...answer, ...given }, against, asOf)

describe('evidenceItem', () => {
  it('ends on the last day of its term, not the day before or after', () => {
    const dated = '2026-01-01'
    const end = addDays(dated, evidenceTermDays.document)
    const states = [-61, -60, 0, 1].map(
      (days) => evidenceItem({ ...proof, dated }, addDays(end, days)).state,
    )
    assert.deepEqual(states, ['valid', 'expiring', 'expiring', 'expired'])
  })

  it('does not count from receipt but from its own date', () => {
    const old = { ...proof, dated: '2024-01-01', received: '2026-11-01' }
    assert.equal(evidenceItem(old, asOf).state, 'expired')
  })

  it('is missing when its file is not there or it is from later', () => {
    assert.equal(evidenceItem({ ...proof, file: 'evidence/a.pdf' }, asOf).state, 'missing')
    assert.equal(evidenceItem({ ...proof, dated: '2026-11-22' }, asOf).state, 'missing')
    assert.equal(evidenceItem({ ...proof, received: '2026-11-22' }, asOf).state, 'missing')
    assert.equal(evidenceItem({ ...proof, dated: asOf }, asOf).state, 'valid')
  })

  it('is undated without a date or an end, and its own end goes first', () => {
    assert.equal(evidenceItem({ ...proof, dated: null }, asOf).state, 'undated')
    const ended = { ...proof, dated: '2026-11-01', valid_until: '2026-11-20' }
    assert.equal(evidenceItem(ended, asOf).state, 'expired')
  })
})

describe('requirementResult', () => {
  it('is not measured without an answer, also when something was seen', () => {
    const result = requirementResult(a1, undefined, [{ id: 'x', severity: 'high' }], asOf)
    assert.deepEqual([result.status, result.level], ['not_measured', null])
    assert.deepEqual(result.contradictions, ['x'])
  })

  it('counts by what the claim rests on', () => {
    const test: EvidenceFacts = { ...proof, type: 'test' }
    const old: EvidenceFacts = { ...proof, dated: '2020-01-01' }
    const rows: [Partial<Answer>, Maturity, EvidenceLevel, string[]][] = [
      [{ level: 2, evidence_level: 'said', evidence: [] }, 2, 'said', []],
      [{ level: 3, evidence_level: 'said', evidence: [] }, 2, 'said', ['only_said']],
      [{ level: 3, evidence: [] }, 2, 'said', ['no_evidence']],
      [{ level: 3 }, 3, 'shown', []],
      [{ level: 4 }, 4, 'shown', []],
      [{ level: 5 }, 4, 'shown', ['not_tested']],
      [{ level: 5, evidence_level: 'tested', evidence: [test] }, 5, 'tested', []],
      [{ level: 5, evidence_level: 'tested' }, 4, 'shown', ['not_tested']],
      [{ level: 4, evidence: [old] }, 2, 'said', ['evidence_expired']],
      [{ level: 1, evidence: [old] }, 1, 'said', []],
    ]
    for (const [given, level, evidenceLevel, lowered] of rows) {
      const result = resultOf(given)
      assert.deepEqual(
        [result.level, result.evidence_level, result.lowered_by],
        [level, evidenceLevel, lowered],
        JSON.stringify(given),
      )
    }
  })

  it('is lowered by what was seen, and says so', () => {
    const at = (level: Maturity, severity: Against['severity']) =>
      resultOf({ level }, [{ id: 'x', severity }]).level
    assert.deepEqual([at(4, 'high'), at(4, 'medium'), at(4, 'low')], [1, 2, 3])
    assert.deepEqual([at(2, 'low'), at(1, 'low'), at(0, 'high')], [1, 0, 0])
    assert.deepEqual(resultOf({}, [{ id: 'x', severity: 'low' }]).lowered_by, ['contradicted'])
  })

  it('takes "does not apply" at its word until something is seen', () => {
    const notHere = { level: null, evidence: [], not_applicable: 'no remote access' }
    assert.equal(resultOf(notHere).status, 'not_applicable')
    const seen = resultOf(notHere, [{ id: 'x', severity: 'low' }])
    assert.deepEqual([seen.status, seen.level], ['contradicted', 0])
  })
})

const dates = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days))
const evidence: fc.Arbitrary<EvidenceFacts> = fc.record({
  file: fc.constantFrom(null, 'evidence/a.pdf'),
  sha256: fc.constantFrom(null, 'aa'),
  type: fc.constantFrom(null, 'document', 'log', 'test'),
  description: fc.constant(null),
  dated: fc.option(dates),
  received: fc.option(dates),
  valid_until: fc.constant(null),
})
const answers: fc.Arbitrary<Answer> = fc.record({
  requirement: fc.constantFrom(...requirementIds),
  level: fc.constantFrom<Maturity[]>(0, 1, 2, 3, 4, 5),
  evidence_level: fc.constantFrom(null, 'said', 'shown', 'tested'),
  evidence: fc.array(evidence, { maxLength: 4 }),
  owner: fc.constant(null),
  note: fc.constant(null),
  not_applicable: fc.constant(null),
  source: fc.constant({ path: 'answers.yaml', line: 1 }),
})
const findings: fc.Arbitrary<Against[]> = fc.array(
  fc.record({ id: fc.string(), severity: fc.constantFrom('high', 'medium', 'low') }),
  { maxLength: 3 },
)
const levelOf = (given: Answer, against: readonly Against[]) =>
  requirementResult(a1, given, against, asOf).level ?? Number.NaN

describe('properties of the level that counts', () => {
  it('never falls when evidence is added', () => {
    fc.assert(
      fc.property(answers, findings, evidence, (given, against, more) => {
        const richer = { ...given, evidence: [...given.evidence, more] }
        assert.ok(levelOf(richer, against) >= levelOf(given, against))
      }),
    )
  })

  it('never falls when evidence is dated later, up to the day itself', () => {
    fc.assert(
      fc.property(answers, findings, fc.nat(900), (given, against, days) => {
        const fresher = given.evidence.map((item) => {
          const later = item.dated === null ? null : addDays(item.dated, days)
          const isFuture = later === null || later > asOf
          return isFuture ? item : { ...item, dated: later }
        })
        assert.ok(levelOf({ ...given, evidence: fresher }, against) >= levelOf(given, against))
      }),
    )
  })

  it('never rises when something more is seen against it, nor above the claim', () => {
    fc.assert(
      fc.property(answers, findings, findings, (given, against, more) => {
        const before = levelOf(given, against)
        assert.ok(levelOf(given, [...against, ...more]) <= before)
        assert.ok(before <= (given.level ?? 0))
      }),
    )
  })

  it('gives shares that add up to one, and no level where nothing is measured', () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 20 }), (given) => {
        const facts = { answers: given, against: new Map(), targets: new Map(), asOf }
        for (const measure of measureResults(facts)) {
          const { tested, shown, said } = measure.rests_on
          const sum = Math.round((tested + shown + said) * 1000) / 1000
          assert.equal(sum, measure.level === null ? 0 : 1)
          assert.equal(measure.level === null, measure.measured === 0)
          assert.ok(tested >= 0 && shown >= 0 && said >= 0)
        }
      }),
    )
  })
})

describe('the pack', () => {
  it('holds ten measures of eight requirements, each with words, proof and source', () => {
    assert.deepEqual(
      requirementsPack.measures.map(({ id }) => id),
      [...'abcdefghij'],
    )
    assert.equal(new Set(requirementIds).size, 80)
    for (const measure of requirementsPack.measures) {
      assert.ok(measure.source !== '' && measure.confidence)
      for (const requirement of measure.requirements) {
        assert.match(requirement.id, new RegExp(`^${measure.id.toUpperCase()}[1-8]$`))
        assert.ok(requirement.text_nl && requirement.text_en && requirement.source)
        for (const { type } of requirement.evidence) assert.ok(type in evidenceTermDays, type)
      }
    }
  })

  it('is the reference, unchanged', { skip: !existsSync(reference()) && 'no ../shared' }, () => {
    const own = readFileSync(join(import.meta.dirname, 'packs/requirements.json'), 'utf8')
    assert.equal(own, readFileSync(reference(), 'utf8'))
  })

  it('knows every requirement that a check names', () => {
    for (const [id, check] of Object.entries(checks)) {
      for (const requirement of check.requirements) {
        assert.ok(requirementIds.includes(requirement), `${id}: ${requirement}`)
      }
    }
  })
})

function reference(): string {
  return join(import.meta.dirname, '../../../shared/reference/measures.json')
}
