// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import { policyLines } from './policies.ts'

const by = '0190c000-0000-7000-8000-00000000000c'
let count = 0

function record(kind: RecordVersion['kind'], state: string, values: object): RecordVersion {
  count += 1
  const at = `2026-01-01T00:00:00.${String(count).padStart(3, '0')}Z`
  const stamp = { at, by }
  return {
    kind,
    id: `id-${count}`,
    version: 1,
    state,
    values: values as RecordVersion['values'],
    created: stamp,
    changed: stamp,
    approval: null,
    retired: null,
    erased: [],
  }
}

const policy = (more: object = {}) =>
  record('policy', 'in_use', { code: 'P', name: 'Access', area: 'access', ...more })
const text = (of: RecordVersion, state: string, more: object = {}) =>
  record('policy-version', state, { policy: of.id, version: `v${count}`, ...more })

function one(policies: readonly RecordVersion[], versions: readonly RecordVersion[]) {
  const [line] = policyLines({ policies, versions, today: '2026-11-22' })
  assert.ok(line !== undefined)
  return line
}

describe('a policy', () => {
  it('stands as its texts do', () => {
    const of = policy()
    const draft = text(of, 'draft')
    const proposed = text(of, 'proposed')
    const approved = text(of, 'approved')
    const later = text(of, 'draft')
    const gone = text(of, 'withdrawn')
    const expired = text(of, 'approved', { valid_until: '2026-11-21' })
    const today = text(of, 'approved', { valid_until: '2026-11-22' })
    const rows: readonly [readonly RecordVersion[], string][] = [
      [[], 'no_text'],
      [[gone], 'no_text'],
      [[draft], 'not_approved'],
      [[proposed], 'not_approved'],
      [[draft, approved], 'in_force'],
      [[approved, later], 'newer_waits'],
      [[approved, gone], 'in_force'],
      [[expired], 'expired'],
      [[today], 'in_force'],
    ]
    for (const [texts, standing] of rows) {
      assert.equal(one([of], texts).standing, standing, texts.map(({ state }) => state).join())
    }
  })

  it('has one text in force: an older approved one is superseded, said or not', () => {
    const of = policy()
    const old = text(of, 'approved')
    const fresh = text(of, 'approved')
    const line = one([of], [old, fresh])
    assert.equal(line.in_force?.id, fresh.id)
    assert.deepEqual(
      line.texts.map(({ state }) => state),
      ['approved', 'superseded'],
    )
  })

  it('is reviewed on the day that was set, else the months after it came into force', () => {
    const rows: readonly [object, object, string | null, boolean][] = [
      [{}, {}, null, false],
      [{ review_months: 12 }, {}, null, false],
      [{ review_months: 12 }, { valid_from: '2025-11-21' }, '2026-11-21', true],
      [{ review_months: 12 }, { valid_from: '2025-11-22' }, '2026-11-22', false],
      [{ review_months: 1 }, { valid_from: '2027-01-31' }, '2027-02-28', false],
      [{ review_months: 1, next_review_on: '2026-11-21' }, {}, '2026-11-21', true],
    ]
    for (const [values, version, on, isLate] of rows) {
      const of = policy(values)
      const line = one([of], [text(of, 'approved', version)])
      assert.deepEqual([line.review_on, line.is_review_late], [on, isLate], JSON.stringify(values))
    }
  })

  it('is not there once it has retired', () => {
    const retired = { at: '2026-01-01T00:00:00.000Z', by, reason: 'x' }
    assert.deepEqual(
      policyLines({ policies: [{ ...policy(), retired }], versions: [], today: '2026-11-22' }),
      [],
    )
  })
})
