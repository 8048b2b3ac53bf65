// SPDX-License-Identifier: EUPL-1.2
// A log with something of everything in it, and its verdict in short.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { records } from '@schouw/core/registers'
import type { Change } from '../../storage/changes/change.ts'
import type { Bench } from '../../storage/testing/engines.ts'
import {
  actor,
  changing,
  creating,
  done,
  kindNamed,
  retiring,
} from '../../storage/testing/records.ts'
import { type DataVerdict, judgeData } from '../data.ts'
import type { DataTrust } from '../tenant.ts'

const pendingId = '0190d000-0000-7000-8000-00000000000d'

/** More than two full tiles, records in several versions, one retired, one with data erased. */
export async function filled({ storage }: Bench, sites = 560): Promise<void> {
  const made = await Promise.all(
    Array.from({ length: sites }, (_, n) => {
      const change = creating('site', { code: `T${n}`, name: `Plant ${n}` })
      const digest = createHash('sha256').update(String(n)).digest()
      return done(storage, n < 20 ? { ...change, idempotency: { key: `k${n}`, digest } } : change)
    }),
  )
  const ids = made.map(({ record }) => record?.id ?? '')
  for (const id of ids.slice(20, 26)) await done(storage, changing('site', id, 1, { city: 'X' }))
  await done(storage, changing('site', ids[20] ?? '', 2, { city: 'Y' }))
  await done(storage, retiring('site', ids[30] ?? '', 1))
  const linked = { code: 'P2', name: 'Somebody', email: 'a@example.org' }
  const { record } = await done(storage, creating('person', linked))
  const id = record?.id ?? ''
  const asset = { code: 'A1', name: 'Press', role: 'plc', site: ids[0], owner: id }
  await done(storage, creating('asset', asset))
  const erased = { code: 'P1', name: 'Secret', email: 's@example.org' }
  const person = (await done(storage, creating('person', erased))).record?.id ?? ''
  await done(storage, changing('person', person, 1, { phone: '+31201234567' }))
  await done(storage, erasing(person, 2))
  await done(storage, approving())
}

function erasing(id: string, version: number): Change {
  return {
    pendingId,
    decide: ({ record, lookup, now }) =>
      records.erase({
        kind: kindNamed('person'),
        id,
        record: record(id),
        version,
        actor,
        now,
        lookup,
        reason: 'asked for by the person',
      }),
  }
}

function approving(): Change {
  const other = { ...actor, person: '0190c000-0000-7000-8000-0000000000ff' }
  return {
    pendingId,
    decide: ({ record, pending, lookup, now }) => {
      const waiting = pending(pendingId)
      if (waiting === undefined) {
        return { ok: false, refusal: 'already-answered', facts: {}, refusals: [] }
      }
      return records.approve({
        kind: kindNamed('person'),
        record: record(waiting.id),
        pending: waiting,
        actor: other,
        now,
        lookup,
      })
    },
  }
}

export function judged(bench: Bench, trust: Partial<DataTrust> = {}): Promise<DataVerdict> {
  const { engine } = bench.storage
  const source = {
    folder: bench.folder,
    databaseUrl: undefined,
    secret: undefined,
    areFilesElsewhere: false,
  }
  const secret = Buffer.from(readFileSync(join(bench.folder, 'secret'), 'utf8').trim(), 'hex')
  const data = { engine, source, secret, close: async () => {} }
  return judgeData(data, { keys: [], kept: [], nowMs: Date.now(), ...trust })
}

/** Findings as a line each: the code, and where. */
export function said({ parts }: DataVerdict): readonly string[] {
  return parts.flatMap(({ findings }) =>
    findings.map(({ code, facts }) => {
      const { index, path, size, slot, id, columns } = facts
      return [code, index ?? path ?? size, slot, id, columns]
        .filter((part) => part !== undefined)
        .map(String)
        .join(' ')
    }),
  )
}
