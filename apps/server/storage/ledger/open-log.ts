// SPDX-License-Identifier: EUPL-1.2

import { base64 } from '@schouw/core/ledger/bytes'
import { logTypes } from '@schouw/core/ledger/entries'
import { signCheckpoint, type TreeHead, verifierKey } from '@schouw/core/ledger/notes'
import { nodesInTiles, TileTree, tilesFor } from '@schouw/core/ledger/tiles'
import { emptyRoot, nodesFor, rootOf } from '@schouw/core/ledger/trees'
import { StorageFault } from '../fault.ts'
import type { TenantId, Transaction } from '../session.ts'
import { logEntryBytes } from './entry-bytes.ts'
import { sha256 } from './hash.ts'
import type { KnownHeads } from './known-heads.ts'
import { Log, type LogRow, type SigningKey } from './log.ts'
import { newSeed, seal, signerOf, unseal } from './secret.ts'
import { storedTree, tileReader } from './tiles.ts'

export interface LogSurroundings {
  readonly heads: KnownHeads
  /** Seals the seeds of keys. */
  readonly secret: Uint8Array
  /** Takes the database's word for a log of which this installation has no head. */
  readonly isAdopting: boolean
}

const purpose = (tenant: TenantId, id: string) => `log-key/${tenant}/${id}`

export interface NewLog {
  readonly tenant: TenantId
  readonly origin: string
  readonly at: string
  /** Who opens it: the id of a person, or `system`. */
  readonly actor: string
}

/**
 * A new log with its first entry, which names its key. The head of the empty log goes to the outside
 * place before the database knows of it, so that no log is ever found without one.
 */
export async function beginLog(
  transaction: Transaction,
  { tenant, origin, at, actor }: NewLog,
  { heads, secret }: LogSurroundings,
): Promise<Log> {
  const seed = newSeed()
  const signer = signerOf(origin, seed)
  const id = Buffer.from(signer.key.id).toString('hex')
  const note = signCheckpoint({ origin, size: 0, root: emptyRoot(sha256) }, [signer])
  if (!note.ok) throw new Error(`the first checkpoint of ${origin}: ${note.refusal}`)
  heads.begin(tenant, note.value)
  const verifier = verifierKey(signer.key)
  const entry = logEntryBytes({
    v: 1,
    log: origin,
    type: logTypes.opened,
    actor,
    at,
    body: { key: verifier },
  })
  const empty = TileTree.empty(sha256)
  const tree = empty.copy()
  tree.append(entry.leaf)
  await transaction.query({
    text: 'insert into logs (origin, size, root, at) values ($1, 1, $2, $3)',
    values: [origin, tree.root(), at],
  })
  await transaction.query({
    text: 'insert into log_keys (id, verifier, sealed_seed, since) values ($1, $2, $3, 0)',
    values: [id, verifier, seal(secret, purpose(tenant, id), seed)],
  })
  await transaction.query({
    text: 'insert into log_entries (entry, at, leaf, header) values (0, $1, $2, $3)',
    values: [at, entry.leaf, entry.header],
  })
  return new Log({ tenant, origin, keys: [{ signer, since: 0, until: null }], heads, tree })
}

/** A log as the database has it, held against the last head that is known outside of it. */
export async function openLog(
  transaction: Transaction,
  tenant: TenantId,
  surroundings: LogSurroundings,
): Promise<Log> {
  const { rows } = await transaction.query<LogRow>({
    text: 'select origin, size, root, at from logs where tenant = app_tenant()',
  })
  const [row] = rows
  if (row === undefined) throw new StorageFault('ledger-refused', `there is no log of ${tenant}`)
  const { origin, size } = row
  const keys = await signingKeys(transaction, tenant, origin, surroundings.secret)
  const tree = await storedTree(transaction, size)
  const known = surroundings.heads.last(tenant)
  const log = new Log({
    tenant,
    origin,
    keys,
    heads: surroundings.heads,
    tree: tree ?? TileTree.empty(sha256),
  })
  const problem = await problemOf(transaction, { row, tree, known }, surroundings.isAdopting)
  if (problem !== undefined) log.refuse(new StorageFault('ledger-refused', `${origin}: ${problem}`))
  return log
}

async function problemOf(
  transaction: Transaction,
  found: {
    readonly row: LogRow
    readonly tree: TileTree | undefined
    readonly known: TreeHead | undefined
  },
  isAdopting: boolean,
): Promise<string | undefined> {
  const { row, tree, known } = found
  if (tree === undefined) return 'tiles or entries at the edge of the log are missing'
  if (base64(tree.root()) !== base64(row.root)) {
    return `the stored root is not the root of the stored entries (${row.size})`
  }
  if (known === undefined) {
    return isAdopting
      ? undefined
      : 'no signed head is known outside the database; bring back the folder of heads, or adopt the log'
  }
  if (known.origin !== row.origin) return `the known head is of another log, ${known.origin}`
  if (row.size < known.size) {
    return `the database went back: ${known.size} entries were signed, it has ${row.size}; restore a newer backup`
  }
  const root = await rootAt(transaction, known.size)
  if (root === undefined) return `tiles below entry ${known.size} are missing`
  if (base64(root) !== base64(known.root)) {
    return `another history: at ${known.size} entries ${base64(known.root)} was signed, the database has ${base64(root)}`
  }
  return undefined
}

/** The root of the first `size` entries as the database has them. */
export async function rootAt(
  transaction: Transaction,
  size: number,
): Promise<Uint8Array | undefined> {
  const read = await tileReader(transaction, tilesFor(nodesFor.root(size), size))
  return rootOf(size, nodesInTiles(size, read, sha256), sha256)
}

async function signingKeys(
  transaction: Transaction,
  tenant: TenantId,
  origin: string,
  secret: Uint8Array,
): Promise<readonly SigningKey[]> {
  const { rows } = await transaction.query<{
    id: string
    sealed_seed: Uint8Array
    since: number
    until: number | null
  }>({ text: 'select id, sealed_seed, since, until from log_keys order by since' })
  return rows.map(({ id, sealed_seed, since, until }) => ({
    signer: signerOf(origin, unseal(secret, purpose(tenant, id), sealed_seed)),
    since,
    until,
  }))
}
