// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import { type KindName, records } from '@schouw/core/registers'
import { onBothEngines } from '../testing/engines.ts'
import { auditOf, foldOf } from '../testing/fold.ts'
import { actor, changing, creating, done, kindNamed, person } from '../testing/records.ts'
import { first } from '../testing/tenants.ts'
import type { Change } from './change.ts'

const kind = kindNamed('person')
const usualPending = '0190d000-0000-7000-8000-00000000000d'

function erasing(id: string, version: number, pendingId = usualPending): Change {
  const asking = { ...actor, person }
  return {
    pendingId,
    decide: ({ record, lookup, now }) =>
      records.erase({
        kind,
        id,
        record: record(id),
        version,
        actor: asking,
        now,
        lookup,
        reason: 'asked for by the person',
      }),
  }
}

function approving(): Change {
  const second = { ...actor, person: '0190c000-0000-7000-8000-0000000000ff' }
  const pendingId = usualPending
  return {
    pendingId,
    decide: ({ record, pending, lookup, now }) => {
      const waiting = pending(pendingId)
      if (waiting === undefined) {
        return { ok: false, refusal: 'already-answered', facts: {}, refusals: [] }
      }
      return records.approve({
        kind,
        record: record(waiting.id),
        pending: waiting,
        actor: second,
        now,
        lookup,
      })
    },
  }
}

onBothEngines('erasure', (bench) => {
  it('leaves nothing of the data, and the log whole', async () => {
    const { storage } = bench
    const { record } = await done(
      storage,
      creating('person', { code: 'P1', name: 'Secretname', email: 'secretmail@example.org' }),
    )
    const id = record?.id ?? ''
    await done(storage, changing('person', id, 1, { phone: '+31201234567', department: 'Hall' }))
    await done(storage, changing('person', id, 2, { phone: null, name: 'Secretname-Two' }))
    const waits = await done(storage, erasing(id, 3))
    assert.ok(waits.pending)
    const approved = await done(storage, approving())
    assert.equal(approved.record?.values['name'], undefined)
    assert.equal(approved.record?.values['department'], 'Hall')
    const everything = await storage.read(first, async (db) =>
      JSON.stringify([
        await db.selectFrom('records').selectAll().execute(),
        await db.selectFrom('record_versions').selectAll().execute(),
        (await db.selectFrom('log_payloads').selectAll().execute()).map(({ bytes }) =>
          bytes === null ? null : Buffer.from(bytes).toString(),
        ),
        await db.selectFrom('idempotency_keys').selectAll().execute(),
        await db.selectFrom('pending_acts').selectAll().execute(),
      ]),
    )
    assert.doesNotMatch(everything, /secret/i)
    assert.doesNotMatch(everything, /201234567/)
    assert.match(everything, /Hall/)
    const report = await auditOf(storage, first)
    assert.deepEqual(report.findings, [])
    assert.ok(report.isWhole)
    // Every former version is what is left of the entries, folded.
    const { records: folded } = await foldOf(storage, first)
    const versions = await storage.read(first, (db) =>
      db
        .selectFrom('record_versions')
        .select(['version', 'document'])
        .where('id', '=', id)
        .orderBy('version')
        .execute(),
    )
    assert.equal(folded.get(id)?.erased.includes('name'), true)
    assert.deepEqual(versions[1]?.document, { code: 'P1', department: 'Hall' })
  })

  it('waits for a legal hold on the record, on what it belongs to, and on what names it', async () => {
    const { storage } = bench
    const made = async (name: KindName, values: object) =>
      (await done(storage, creating(name, values))).record?.id ?? ''
    const reporter = await made('person', { code: 'P2', name: 'Reporter' })
    const other = await made('person', { code: 'P3', name: 'Other' })
    const incident = await made('incident', {
      ...{ code: 'I-1', name: 'Line 2 stood still' },
      reporter,
    })
    const hold = (code: string, about: readonly string[]) =>
      made('legal-hold', {
        ...{ code, name: `Hold ${code}`, reason: 'A claim is to be expected', about },
        placed_on: '2026-11-02',
      })
    const told = async (id: string) => {
      const answer = await storage.apply(first, erasing(id, 1, randomUUID()))
      return answer.outcome === 'refused'
        ? [answer.step.refusal, answer.step.facts['names']]
        : answer.outcome
    }
    const onIncident = await hold('H-1', [incident])
    assert.deepEqual(await told(reporter), ['under-hold', ['Hold H-1']])
    await hold('H-2', [reporter])
    assert.deepEqual(await told(reporter), ['under-hold', ['Hold H-1', 'Hold H-2']])
    await storage.write(first, (db) =>
      db.updateTable('records').set({ state: 'lifted' }).where('id', '=', onIncident).execute(),
    )
    assert.deepEqual(await told(reporter), ['under-hold', ['Hold H-2']])
    assert.equal(await told(other), 'done')
  })
})
