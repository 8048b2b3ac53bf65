// SPDX-License-Identifier: EUPL-1.2
import { pure } from '@schouw/core/ledger/cryptography'
import {
  addCheckpoint,
  parseNote,
  readWitnessReply,
  writeSignature,
} from '@schouw/core/ledger/notes'
import { nodesInTiles, tilesFor } from '@schouw/core/ledger/tiles'
import { consistencyProof, nodesFor } from '@schouw/core/ledger/trees'
import { type Schedule, schedule } from '../jobs/job.ts'
import type { Database } from '../storage/dialect.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import { tileReader } from '../storage/ledger/tiles.ts'
import type { Storage } from '../storage/storage.ts'
import type { WitnessSettings } from './settings.ts'

export interface Cosigning {
  readonly storage: Storage
  readonly settings: WitnessSettings
  /** UTC to the millisecond. */
  readonly clock: () => string
  readonly signal?: AbortSignal
  /** Only these organisations; all of them when absent. */
  readonly tenants?: readonly string[]
  /** Told what keeps a head from being cosigned. `witness-ahead`: the log was rolled back. */
  readonly onTrouble?: (why: string, facts: object) => void
}

const answerMs = 20_000
const longestAnswer = 1 << 16

/** Shows the newest head of every log to the witness, which signs what grew out of what it saw. */
export async function cosignHeads(
  cosigning: Cosigning,
): Promise<{ readonly cosigned: number; readonly failed: number }> {
  const { storage, signal } = cosigning
  let [cosigned, failed] = [0, 0]
  for (const id of cosigning.tenants ?? (await storage.tenants()).map((one) => one.id)) {
    signal?.throwIfAborted()
    const done = await cosignOne(cosigning, id)
    if (done === true) cosigned += 1
    if (done === false) failed += 1
  }
  return { cosigned, failed }
}

export function cosignSchedule(cosigning: Cosigning): Schedule {
  return schedule('log.cosign', '*/5 * * * *', (signal) => cosignHeads({ ...cosigning, signal }))
}

/** Undefined when there is nothing to sign. */
async function cosignOne(cosigning: Cosigning, tenant: string): Promise<boolean | undefined> {
  const { storage, settings, clock } = cosigning
  const log = await storage.log(tenant)
  if (log.refusal !== undefined) return undefined
  const { head, checkpoint } = log
  const last = await storage.read(tenant, (db) =>
    db
      .selectFrom('log_cosignatures')
      .select('size')
      .where('witness', '=', settings.key.name)
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  let known = last?.size ?? 0
  if (known >= head.size) return undefined
  // A witness that saw another size says which; one answer more is enough.
  for (let step = 0; step < 2; step += 1) {
    const reply = await asked(cosigning, { tenant, from: known, size: head.size, checkpoint })
    if (typeof reply === 'string') return trouble(cosigning, { tenant, size: known, why: reply })
    if (reply.kind === 'other-size') {
      if (reply.size > head.size) {
        return trouble(cosigning, { tenant, size: reply.size, why: 'witness-ahead' })
      }
      known = reply.size
      continue
    }
    if (reply.kind === 'refused') {
      const why = `the witness answered ${reply.status}`
      return trouble(cosigning, { tenant, size: known, why })
    }
    const [own] = reply.cosignatures
    if (own === undefined) return false
    const row = {
      ...{ size: head.size, witness: settings.key.name, at: clock() },
      line: writeSignature(own.signature),
    }
    await storage.write(tenant, async (db) => {
      await db
        .insertInto('log_heads')
        .values({ size: head.size, root: head.root, note: checkpoint, at: clock() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await db
        .insertInto('log_cosignatures')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const { witness, size, at } = row
      await keepWitness(db, { witness, size, at, last_error: null })
    })
    return true
  }
  return trouble(cosigning, { tenant, size: known, why: 'the witness keeps naming another size' })
}

async function trouble(
  cosigning: Cosigning,
  { tenant, size, why }: { readonly tenant: string; readonly size: number; readonly why: string },
): Promise<false> {
  cosigning.onTrouble?.(why, { tenant, size })
  const { storage, settings, clock } = cosigning
  const row = { witness: settings.key.name, size, at: clock(), last_error: why.slice(0, 200) }
  await storage.write(tenant, (db) => keepWitness(db, row))
  return false
}

async function keepWitness(
  db: Database,
  row: { witness: string; size: number; at: string; last_error: string | null },
): Promise<void> {
  await db
    .insertInto('log_witnesses')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant', 'witness']).doUpdateSet(row))
    .execute()
}

interface Showing {
  readonly tenant: string
  readonly from: number
  readonly size: number
  readonly checkpoint: Uint8Array
}

async function asked(
  { storage, settings, signal }: Cosigning,
  { tenant, from, size, checkpoint }: Showing,
) {
  const proof = from === 0 || from === size ? [] : await growth(storage, tenant, { from, size })
  const timeout = AbortSignal.timeout(answerMs)
  try {
    const answer = await fetch(`${settings.url}/add-checkpoint`, {
      method: 'POST',
      body: Buffer.from(addCheckpoint({ oldSize: from, proof, checkpoint })),
      redirect: 'error',
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    })
    const body = new Uint8Array(await answer.arrayBuffer()).subarray(0, longestAnswer)
    const note = parseNote(checkpoint)
    const text = note.ok ? note.value.text : ''
    const read = readWitnessReply({ status: answer.status, body }, text, [settings.key], pure)
    return read.ok ? read.value : `the answer is refused: ${read.refusal}`
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.name : 'unknown'}`
  }
}

/** That the log at one size grew out of itself at another, from stored tiles. */
function growth(
  storage: Storage,
  tenant: string,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly Uint8Array[]> {
  return storage.read(tenant, async () => {
    const wanted = tilesFor(nodesFor.consistency(from, size), size)
    const tiles = await tileReader(storage.session.transaction, wanted)
    const proof = consistencyProof(from, size, nodesInTiles(size, tiles, sha256), sha256)
    if (proof === undefined) throw new Error(`tiles between ${from} and ${size} are missing`)
    return proof
  })
}
