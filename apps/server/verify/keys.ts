// SPDX-License-Identifier: EUPL-1.2
import type { KeyHistory } from '@schouw/core/ledger/entries'
import { isLogHeader, parseHeader } from '@schouw/core/ledger/entries'
import {
  isSameKey,
  type NoteKey,
  openCheckpoint,
  parseVerifierKey,
  verifierKey,
} from '@schouw/core/ledger/notes'
import { type Judgement, nameOf } from '@schouw/core/ledger/verdicts'
import type { KeyAsStored } from '../storage/inspection/log.ts'
import { signerOf, unseal } from '../storage/ledger/secret.ts'
import { platform } from './crypto.ts'

interface Candidates {
  readonly origin: string
  /** Given from outside. */
  readonly given: readonly NoteKey[]
  readonly stored: readonly KeyAsStored[]
  /** Header of entry 0. */
  readonly opening: Uint8Array | undefined
  readonly heads: readonly Uint8Array[]
}

/**
 * The key to begin with: one that was given, else the one that opens what is known outside the
 * database, for of two places in the database either may have been changed.
 */
export function firstKey({
  origin,
  given,
  stored,
  opening,
  heads,
}: Candidates): NoteKey | undefined {
  const texts = [keyInOpening(opening), ...stored.map(({ verifier }) => verifier)]
  const read = texts.flatMap((text) => {
    const parsed = text === undefined ? undefined : parseVerifierKey(text)
    return parsed?.ok === true ? [parsed.value] : []
  })
  const own = read.filter(({ type }) => type === 'ed25519')
  const outside = own.find((key) => given.some((one) => isSameKey(one, key)))
  if (outside !== undefined) return outside
  const opens = own.find((key) =>
    heads.some((note) => openCheckpoint(note, { origin, keys: [key] }, platform).ok),
  )
  return opens ?? own[0]
}

function keyInOpening(bytes: Uint8Array | undefined): string | undefined {
  const header = bytes === undefined ? undefined : parseHeader(bytes)
  if (header?.ok !== true || !isLogHeader(header.value)) return undefined
  return 'key' in header.value.body ? header.value.body.key : undefined
}

/** Whether the log's keys are known from outside, and what is stored of them is what its entries say. */
export function judgeKeys(
  judgement: Judgement,
  history: KeyHistory,
  {
    given,
    stored,
    secret,
    tenant,
  }: {
    readonly given: readonly NoteKey[]
    readonly stored: readonly KeyAsStored[]
    readonly secret: Uint8Array | undefined
    readonly tenant: string
  },
): void {
  const known = history.keys.map(({ key }) => key)
  const facts = { keys: known.map(verifierKey) }
  const ofThisLog = given.filter(({ name }) => name === history.origin)
  const isKnown = known.some((key) => given.some((one) => isSameKey(one, key)))
  if (isKnown) judgement.proven('key', facts)
  else if (ofThisLog.length > 0) {
    judgement.refuse('key', 'key-differs', {
      given: ofThisLog.map(nameOf),
      found: known.map(nameOf),
    })
  } else judgement.notClaimed('key', facts)
  for (const [at, { key, from }] of history.keys.entries()) {
    const id = Buffer.from(key.id).toString('hex')
    const row = stored.find((one) => one.id === id)
    if (row === undefined) {
      judgement.refuse('entries', 'key-row-missing', { key: nameOf(key) })
      continue
    }
    const until = history.keys[at + 1]?.from ?? null
    const columns = [
      ...(row.verifier === verifierKey(key) ? [] : ['verifier']),
      ...(row.since === from ? [] : ['since']),
      ...(row.until === until ? [] : ['until']),
      ...(isSealed(row, { origin: history.origin, key, secret, tenant }) ? [] : ['sealed_seed']),
    ]
    if (columns.length > 0) {
      judgement.refuse('entries', 'key-row-differs', { key: nameOf(key), columns })
    }
  }
  const ids = known.map(({ id }) => Buffer.from(id).toString('hex'))
  for (const { id } of stored) {
    if (!ids.includes(id)) judgement.refuse('entries', 'key-row-unexpected', { id })
  }
}

/** Only who has the installation's secret can say; without it nothing is claimed of the seed. */
function isSealed(
  { id, sealed_seed: sealed }: KeyAsStored,
  {
    origin,
    key,
    secret,
    tenant,
  }: {
    readonly origin: string
    readonly key: NoteKey
    readonly secret: Uint8Array | undefined
    readonly tenant: string
  },
): boolean {
  if (secret === undefined) return true
  try {
    return isSameKey(signerOf(origin, unseal(secret, `log-key/${tenant}/${id}`, sealed)).key, key)
  } catch {
    return false
  }
}
