// SPDX-License-Identifier: EUPL-1.2
// Records as they stand after everybody who had to agree did, without the way there.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type KindName, kinds, records, roles } from '@schouw/core/registers'
import type { Storage } from '../../server/storage/storage.ts'

interface Place {
  readonly storage: Storage
  readonly tenant: string
}

export async function recorded({ storage, tenant }: Place, name: KindName, values: object) {
  const [kind, id, pendingId] = [kinds[name], randomUUID(), randomUUID()]
  const until = '9999-12-31T00:00:00.000Z'
  const actor = { person: randomUUID(), roles, processes: [], from: '', until }
  const told = await storage.apply(tenant, {
    pendingId,
    decide: ({ now, lookup }) => records.create({ kind, id, values, actor, now, lookup }),
  })
  assert.equal(told.outcome, 'done', JSON.stringify(told))
  if (told.outcome !== 'done' || told.done.pending === null) return id
  const other = { ...actor, person: randomUUID() }
  await storage.apply(tenant, {
    pendingId,
    decide: ({ record, pending: waiting, now, lookup }) => {
      const pending = waiting(pendingId)
      return pending === undefined
        ? { ok: false, refusal: 'already-answered', facts: {}, refusals: [] }
        : records.approve({ kind, pending, record: record(id), actor: other, now, lookup })
    },
  })
  return id
}
