// SPDX-License-Identifier: EUPL-1.2
// An instance with something in every corner, and everything in it as text to compare.
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Files } from '../../files/files.ts'
import { asOwner, rowsOut } from '../../storage/copy/rows-out.ts'
import { copiedTables } from '../../storage/copy/tables.ts'
import type { Storage } from '../../storage/storage.ts'
import { changing, creating, done } from '../../storage/testing/records.ts'
import { first } from '../../storage/testing/tenants.ts'

/** The second one is looked at by the bench, and must not change. */
export const third = '0190d000-0000-7000-8000-00000000000d'

export const at = '2026-11-21T12:00:00.000Z'

/** Names with what every spelling of text has trouble with. */
const hard = [
  'O’Brien "quoted" \\ back',
  'e\u0301 decomposed',
  'naïve ß 汉字 😀',
  "'; drop table records; --",
]

export async function fill(storage: Storage, folder: string, rows = 40): Promise<void> {
  await storage.createTenant({ id: third, name: 'Third' })
  for (const tenant of [first, third]) {
    const made = await Promise.all(
      Array.from({ length: rows }, (_, n) =>
        done(
          storage,
          creating('site', {
            code: `S${n}-${tenant.slice(-1)}`,
            name: `${hard[n % hard.length]} ${n}`,
          }),
          tenant,
        ),
      ),
    )
    for (const { record } of made.slice(0, 5)) {
      if (record === null) continue
      await done(storage, changing('site', record.id, 1, { city: `City ${record.id}` }), tenant)
    }
    await storage.apply(tenant, {
      ...creating('site', { code: `I-${tenant.slice(-1)}`, name: 'Once' }),
      idempotency: { key: `once-${tenant}`, digest: randomBytes(32) },
      errands: () => [{ id: randomUUID(), topic: 'nobody', payload: { name: hard } }],
    })
    const files = new Files({ storage, folder })
    for (const words of ['plain words', '#!/bin/sh', 'the same in both', 'x'.repeat(300_000)]) {
      const text = words.startsWith('the same') ? words : `${words} ${tenant}`
      const stream = (async function* () {
        yield Buffer.from(text)
      })()
      await files.take({ tenant, by: 'system', at, stream, name: hard[2] })
    }
  }
}

/** All rows of all tables, sorted, as the database itself spells them. */
export async function everything(storage: Storage): Promise<Readonly<Record<string, unknown>>> {
  const tenants = (await storage.tenants()).map(({ id }) => id)
  return storage.session.run(
    'system',
    async () => {
      const { transaction } = storage.session
      await asOwner(transaction)
      const all: Record<string, unknown> = {}
      for (const table of await copiedTables(transaction)) {
        const lines: string[] = []
        for await (const some of rowsOut(transaction, table, tenants)) lines.push(...some)
        all[table.name] = lines.sort()
      }
      return all
    },
    { isReadOnly: true, isSnapshot: true },
  )
}

/** Every file below a folder, by its name. */
export function bytesBelow(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!one.isFile()) continue
    const path = join(one.parentPath, one.name)
    found.set(path.slice(folder.length), readFileSync(path).toString('base64'))
  }
  return found
}
