// SPDX-License-Identifier: EUPL-1.2
import { base64, utf8Text } from '@schouw/core/ledger/bytes'
import type { Storage } from '../storage/storage.ts'
import { stampedAbove } from '../timestamps/stamp.ts'
import { stepsTo } from './log-steps.ts'

interface Asked {
  readonly storage: Storage
  readonly tenant: string
  readonly index: number
  /** Of what the entry commits to, what the reader may see. */
  readonly isShown: (slot: string) => boolean
}

/**
 * That an entry is in the log, in a form that outsiders check without us: the header, the way from
 * it to a signed checkpoint, and what the header commits to. Undefined where our head is not over it
 * yet: another server on the same database may have added it.
 */
export async function entryProof({ storage, tenant, index, isShown }: Asked) {
  const log = await storage.log(tenant)
  const { size, root } = log.head
  const { checkpoint } = log
  if (index >= size) return undefined
  const read = await storage.read(tenant, async (db) => {
    // Together, for going to the database once costs more than any of them.
    const [row, payloads, steps, stamped] = await Promise.all([
      db
        .selectFrom('log_entries')
        .select(['leaf', 'header'])
        .where('entry', '=', index)
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('log_payloads')
        .select(['slot', 'salt', 'bytes'])
        .where('entry', '=', index)
        .execute(),
      stepsTo(storage.session.transaction, index, size),
      stampedAbove(db, index),
    ])
    const isBelow = stamped !== undefined && stamped.size <= size
    const stamp = isBelow
      ? { ...stamped, steps: await stepsTo(storage.session.transaction, index, stamped.size) }
      : undefined
    return { row, payloads, steps, stamp }
  })
  const { steps, stamp } = read
  const slots = read.payloads.flatMap(({ slot, salt, bytes }) =>
    salt === null || bytes === null || !isShown(slot)
      ? []
      : [{ slot, salt: base64(salt), bytes: base64(bytes) }],
  )
  const body = {
    schema: 'schouw/proof/1' as const,
    index,
    size,
    root: base64(root),
    leaf: base64(read.row.leaf),
    header: base64(read.row.header),
    proof: steps.map(base64),
    slots,
    checkpoint: utf8Text(checkpoint) ?? '',
    ...(stamp === undefined
      ? {}
      : {
          stamped: {
            checkpoint: utf8Text(stamp.note) ?? '',
            proof: stamp.steps.map(base64),
            token: base64(stamp.token),
          },
        }),
  }
  return { body, steps, checkpoint }
}
