// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { Registers } from '../facts.ts'
import { standing } from '../standing.ts'
import { type Continuity, continuityAgainst, continuityOf, restoreOrder } from './index.ts'

const today = '2026-11-22'
const now = '2026-11-22T09:00:00.000Z'

let count = 0
function next(): number {
  count += 1
  return count
}
function record(
  kind: KindName,
  values: object,
  { state = 'in_use', id = `${kind}-${next()}`, since = '2026-01-05' } = {},
): RecordVersion {
  const stamp = { at: `${since}T08:00:00.000Z`, by: 'somebody' }
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = values as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

function by(records: readonly RecordVersion[]): Partial<Record<KindName, RecordVersion[]>> {
  const kinds: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records) kinds[one.kind] = [...(kinds[one.kind] ?? []), one]
  return kinds
}

function page(...records: readonly RecordVersion[]): Continuity {
  return continuityOf({ records: by(records), now, today })
}

const plc = record('asset', { code: 'PLC1', name: 'PLC', role: 'plc' }, { id: 'plc' })
const line1 = (more: object = {}) =>
  record(
    'process',
    {
      ...{ code: 'L1', name: 'Line 1', depends_on_assets: ['plc'] },
      ...{ rto_hours: '8', rpo_hours: '24', max_outage_hours: '48', ...more },
    },
    { id: 'line1' },
  )
const copy = (more: object = {}) =>
  record('backup', { code: 'B1', name: 'PLC projects', assets: ['plc'], ...more }, { id: 'copy' })
const test = (more: object, state = 'done') =>
  record('restore-test', { code: `T${next()}`, system: 'PLC', backup: 'copy', ...more }, { state })

describe('what a process wants against what was measured', () => {
  const verdictOf = (...tests: readonly RecordVersion[]) => {
    const [found] = page(plc, line1(), copy(), ...tests).processes
    assert.ok(found !== undefined)
    return [found.rto, found.rpo]
  }
  it('is never met by what nobody tested', () => {
    assert.deepEqual(verdictOf(), ['unmeasured', 'unmeasured'])
  })
  it('is met at the target, and missed a hundredth above it', () => {
    const on = { tested_on: '2026-11-01', result: 'passed' }
    assert.deepEqual(verdictOf(test({ ...on, restored_in_hours: '8', lost_hours: '24' })), [
      'met',
      'met',
    ])
    assert.deepEqual(verdictOf(test({ ...on, restored_in_hours: '8.01', lost_hours: '24.01' })), [
      'missed',
      'missed',
    ])
  })
  it('is missed when it did not come back, however fast that was clear', () => {
    const failed = { tested_on: '2026-11-01', result: 'failed', restored_in_hours: '1' }
    assert.deepEqual(verdictOf(test(failed)), ['missed', 'missed'])
    const again = { tested_on: '2026-11-02', result: 'passed', restored_in_hours: '3' }
    assert.equal(verdictOf(test(failed), test(again))[0], 'met')
  })
  it('is met in part while something that the process needs was never tested', () => {
    const [found] = page(
      plc,
      line1({ depends_on_assets: ['plc', 'hmi'] }),
      copy(),
      test({ tested_on: '2026-11-01', result: 'passed', restored_in_hours: '2' }),
    ).processes
    assert.equal(found?.rto, 'partly')
    assert.deepEqual(found?.untested, ['hmi'])
    assert.deepEqual(found?.without_backup, ['hmi'])
  })
  it('counts what really happened, and no drill', () => {
    const out = (more: object) =>
      record(
        'incident',
        { name: 'x', processes: ['line1'], outage_hours: '60', ...more },
        { state: 'closed' },
      )
    assert.equal(page(plc, line1(), out({})).processes[0]?.mtd, 'missed')
    assert.equal(page(plc, line1(), out({ is_exercise: true })).processes[0]?.mtd, 'unmeasured')
  })
  it('has no verdict without a target', () => {
    const [found] = page(record('process', { code: 'X', name: 'X' })).processes
    assert.deepEqual([found?.rto, found?.rpo, found?.mtd], ['no_target', 'no_target', 'no_target'])
  })
})

describe('a copy', () => {
  const standingOf = (values: object, ...tests: readonly RecordVersion[]) =>
    page(plc, copy(values), ...tests).backups[0]
  it('is overdue the day after its term, not on it', () => {
    const tested = (on: string) =>
      standingOf({ test_months: 6 }, test({ tested_on: on, result: 'passed' }))?.test
    assert.equal(tested('2026-05-22'), 'current')
    assert.equal(tested('2026-05-21'), 'overdue')
  })
  it('without a term is due a year after it came into the register', () => {
    const found = standingOf({})
    assert.deepEqual([found?.test, found?.test_due_on], ['never', '2027-01-05'])
    assert.equal(found?.has_own_term, false)
  })
  it('proves nothing when nobody wrote down what came of it', () => {
    assert.equal(standingOf({}, test({ tested_on: '2026-11-01' }))?.test, 'never')
    assert.equal(
      standingOf({}, test({ tested_on: '2026-11-01', result: 'failed' }))?.test,
      'failed',
    )
    const lapsed = test({ tested_on: '2026-11-01', result: 'passed' }, 'lapsed')
    assert.equal(standingOf({}, lapsed)?.test, 'never')
  })
  it('stands apart only with accounts of its own, and unknown is not apart', () => {
    const apart = (values: object) => standingOf(values)?.apart
    assert.equal(apart({ is_offline: true, has_own_accounts: true }), 'apart')
    assert.equal(apart({ is_unchangeable: true, has_own_accounts: true }), 'apart')
    assert.equal(apart({ is_offline: true }), null)
    assert.equal(apart({ is_offline: true, has_own_accounts: false }), 'not_apart')
    assert.equal(apart({ is_offline: false, is_unchangeable: false }), 'not_apart')
    assert.equal(apart({}), null)
  })
  it('is late a minute past what may be lost', () => {
    const run = (at: string) => standingOf({ rpo_hours: '24', last_success_at: at })?.run
    assert.equal(run('2026-11-21T09:00:00.000Z'), 'fresh')
    assert.equal(run('2026-11-21T08:59:00.000Z'), 'late')
    assert.equal(standingOf({})?.run, null)
    assert.equal(standingOf({ last_result: 'failed' })?.run, 'failed')
  })
  it('is missed for a device that no copy names', () => {
    const drive = record('asset', { code: 'D', name: 'D', role: 'drive' }, { id: 'drive' })
    const { copies } = page(plc, drive, copy())
    const row = (what: string) => copies.find((one) => one.what === what)
    assert.deepEqual(row('control_program')?.missing, [])
    assert.deepEqual(row('drive_parameters')?.missing, ['drive'])
  })
})

describe('the measure of continuity', () => {
  const answered = record('requirement-answer', {
    ...{ requirement: 'C4', level: 4, evidence_level: 'shown', evidence: ['proof'] },
  })
  const proof = record(
    'evidence-file',
    { name: 'p', type: 'record', file: 'a'.repeat(64), dated: '2026-11-01' },
    { id: 'proof' },
  )
  const c4 = (...records: readonly RecordVersion[]) => {
    const { measures } = standing({ records: by([answered, proof, ...records]), now, today })
    return measures.flatMap(({ requirements }) => requirements).find(({ id }) => id === 'C4')
  }
  it('is lowered by a test that is overdue, and names the copy', () => {
    const before = c4(copy({ test_months: 12 }))
    assert.deepEqual([before?.level, before?.status], [4, 'answered'])
    const old = test({ tested_on: '2025-11-01', result: 'passed' })
    const after = c4(copy({ test_months: 12 }), old)
    assert.deepEqual([after?.level, after?.status], [2, 'contradicted'])
    assert.deepEqual(after?.contradictions, ['copy'])
    assert.deepEqual(after?.lowered_by, ['contradicted'])
  })
  it('is lowered further by one that failed, and rises when it succeeds', () => {
    const failed = test({ tested_on: '2026-11-01', result: 'failed' })
    assert.equal(c4(copy(), failed)?.level, 1)
    assert.equal(c4(copy(), failed, test({ tested_on: '2026-11-02', result: 'passed' }))?.level, 4)
  })
  it('is lowered by a planned day that passed, until the test is done after all', () => {
    const planned = test({ planned_on: '2026-11-21' }, 'planned')
    assert.equal(c4(copy(), planned)?.level, 2)
    assert.equal(c4(copy(), test({ planned_on: '2026-11-22' }, 'planned'))?.level, 4)
    assert.equal(c4(copy(), planned, test({ tested_on: '2026-11-22', result: 'passed' }))?.level, 4)
  })
  it('is not lowered by a term that nobody set', () => {
    const old = test({ tested_on: '2024-11-01', result: 'passed' })
    assert.equal(c4(copy(), old)?.level, 4)
  })
  it('is lowered when the board has not exercised for a year, to the day', () => {
    const held = (on: string) =>
      continuityAgainst(
        new Registers({
          records: by([record('exercise', { held_on: on }, { state: 'held' })]),
          now,
          today,
        }),
        { now, today },
      ).map(({ requirement }) => requirement)
    assert.deepEqual(held('2025-11-22'), [])
    assert.deepEqual(held('2025-11-21'), ['C7'])
  })
})

describe('the order of restoring', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const given = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      name: fc.constantFrom('x', 'y', 'z'),
      depends_on: fc.subarray([...ids, 'gone']),
      mtd_hours: fc.option(fc.nat(100)),
    }),
    { selector: ({ id }) => id },
  )
  it('names every process once, whatever waits for what, and the same in any order given', () => {
    fc.assert(
      fc.property(given, (processes) => {
        const steps = restoreOrder(processes)
        assert.deepEqual(
          steps.map(({ process }) => process).toSorted(),
          processes.map(({ id }) => id).toSorted(),
        )
        assert.deepEqual(restoreOrder(processes.toReversed()), steps)
      }),
    )
  })
  it('lets nothing come before what it waits for, unless they wait for each other', () => {
    fc.assert(
      fc.property(given, (processes) => {
        const steps = restoreOrder(processes)
        const waveOf = new Map(steps.map(({ process, wave }) => [process, wave]))
        const waitsOf = new Map(steps.map(({ process, waits_for }) => [process, waits_for]))
        const isBefore = (one: string, other: string, seen: Set<string>): boolean =>
          (waitsOf.get(other) ?? []).some(
            (on) => on === one || (!seen.has(on) && isBefore(one, on, seen.add(on))),
          )
        for (const { process, wave, waits_for } of steps) {
          for (const on of waits_for) {
            if (isBefore(process, on, new Set())) continue
            assert.ok((waveOf.get(on) ?? 0) < wave, `${process} waits for ${on}`)
          }
        }
      }),
      {
        examples: [
          [
            [
              { id: 'a', name: 'x', depends_on: ['b'], mtd_hours: null },
              { id: 'b', name: 'x', depends_on: ['a'], mtd_hours: null },
              { id: 'd', name: 'x', depends_on: ['b'], mtd_hours: null },
              { id: 'e', name: 'x', depends_on: ['c', 'd'], mtd_hours: 0 },
              { id: 'c', name: 'x', depends_on: ['e'], mtd_hours: null },
            ],
          ],
        ],
      },
    )
  })
  it('begins with what may stand still shortest, and marks a circle', () => {
    const one = (id: string, mtd: number | null, ...depends_on: string[]) => ({
      ...{ id, name: id, depends_on, mtd_hours: mtd },
    })
    const order = (...all: Parameters<typeof restoreOrder>[0]) =>
      restoreOrder(all).map(({ process, wave }) => `${wave}${process}`)
    assert.deepEqual(order(one('a', 48), one('b', 8), one('c', null)), ['1b', '1a', '1c'])
    assert.deepEqual(order(one('a', 1, 'b'), one('b', 90)), ['1b', '2a'])
    const circle = restoreOrder([one('a', 9, 'b'), one('b', 3, 'a'), one('c', 1, 'a')])
    assert.deepEqual(
      circle.map(({ process, is_circle }) => [process, is_circle]),
      [
        ['b', true],
        ['a', true],
        ['c', false],
      ],
    )
  })
})
