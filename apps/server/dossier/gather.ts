// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { base64, utf8Bytes, utf8Text } from '@schouw/core/ledger/bytes'
import {
  containerOf,
  type Description,
  dossierSchema,
  headersFile,
  mediaType,
  mediaTypeName,
  payloadBytes,
  type ShownEntry,
  type ZipFile,
} from '@schouw/core/ledger/dossiers'
import { canonicalJson } from '@schouw/core/ledger/json'
import { parseCheckpoint, parseNote, proofFile } from '@schouw/core/ledger/notes'
import { leafHash } from '@schouw/core/ledger/trees'
import type { FileStore } from '../files/store.ts'
import { stepsTo } from '../http/log-steps.ts'
import type { Database } from '../storage/dialect.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import type { Transaction } from '../storage/session.ts'
import {
  digestsIn,
  entriesShown,
  headersBelow,
  payloadsOf,
  type ReadHeader,
  slotRule,
} from './payloads.ts'
import { insidePeriod } from './period.ts'
import { readme } from './readme.ts'
import { checkpointFiles, stampFiles } from './stamps.ts'
import type { Wanted } from './wanted.ts'

/** A reading of one organisation, all as of one moment. */
export interface Source {
  readonly tenant: string
  readonly db: Database
  readonly transaction: Transaction
  readonly store: FileStore
  /** The newest signed checkpoint, and what it says. */
  readonly note: Uint8Array
}

/** Files that are made from the same state elsewhere, such as the report. */
export type Beside = readonly ZipFile[]

/** No document of a board is larger; captures of days stay where they are. */
const largestDocument = 64 << 20

/** The files of a dossier: the same ones from the same state. */
export async function filesOf(
  source: Source,
  wanted: Wanted,
  beside: Beside = [],
): Promise<readonly ZipFile[]> {
  const { db, note } = source
  const head = headOf(note)
  const headers = await headersBelow(db, head.size)
  const rule = slotRule(headers, wanted)
  const chosen = wanted.scope === 'customer' ? await sharedEntries(db, wanted) : undefined
  const entries = entriesShown(headers, wanted).filter((one) => chosen?.has(one) ?? true)
  const all = await payloadsOf(db, entries, rule)
  // What is shared with a customer is shared now, whatever the period.
  const shown = chosen === undefined ? insidePeriod(all, headers, wanted.from) : all
  const documents = await documentsOf(source, digestsIn(shown))
  const description: Description = {
    schema: dossierSchema,
    log: head.origin,
    organisation: await organisationName(db),
    scope: wanted.scope,
    language: wanted.language,
    from: wanted.from,
    until: wanted.until,
    size: head.size,
    at: headers.at(-1)?.header?.at ?? '',
    entries: chosen === undefined ? 'all' : 'chosen',
    ...(wanted.person === undefined ? {} : { person: wanted.person }),
    documents: documents.map(({ sha256: digest, name, type }) => ({ sha256: digest, name, type })),
  }
  return [
    { name: mediaTypeName, bytes: textBytes(mediaType) },
    { name: 'dossier.json', bytes: canonical(description) },
    { name: 'keys.txt', bytes: textBytes(await keysText(db)) },
    { name: 'README.txt', bytes: textBytes(readme(description)) },
    ...(await checkpointFiles(db, { size: head.size, note })),
    ...(await stampFiles(db, head.size)),
    ...documents.map(({ sha256: digest, bytes }) => ({ name: `documents/${digest}`, bytes })),
    ...(chosen === undefined ? wholeLog(headers, shown) : []),
    ...(await proofsOf(source, {
      headers,
      shown,
      size: head.size,
      isChosen: chosen !== undefined,
    })),
    ...verifierPage(),
    ...beside,
  ]
}

/** The dossier as a file. */
export async function dossierOf(...asked: Parameters<typeof filesOf>): Promise<Uint8Array> {
  return container(await filesOf(...asked))
}

export function container(files: readonly ZipFile[]): Uint8Array {
  const zip = containerOf(files, sha256)
  if (!zip.ok) throw new Error(`the dossier is not written: ${zip.refusal}`)
  return zip.value
}

export function headOf(note: Uint8Array) {
  const parsed = parseNote(note)
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  if (!head.ok) throw new Error(`the checkpoint cannot be read: ${head.refusal}`)
  return head.value
}

function wholeLog(
  headers: readonly ReadHeader[],
  shown: readonly ShownEntry[],
): readonly ZipFile[] {
  return [
    { name: 'headers.bin', bytes: headersFile(headers.map(({ bytes }) => bytes)) },
    { name: 'payloads.bin', bytes: payloadBytes(shown) },
  ]
}

/** Of a customer only what is shared until a moment that has not come. */
async function sharedEntries(
  db: Database,
  { now, evidence }: Pick<Wanted, 'now' | 'evidence'>,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('records')
    .select(['kind', 'first_entry', 'entry', 'document', 'id'])
    .where('kind', 'in', ['policy-version', 'evidence-file'])
    .where('state', 'in', ['approved', 'accepted'])
    .where('is_retired', '=', false)
    .execute()
  const shared = rows.filter(({ kind, id, document }) => {
    const until = (document as { readonly shared_until?: string }).shared_until
    const isMeant = kind !== 'evidence-file' || evidence === undefined || evidence.includes(id)
    return isMeant && until !== undefined && until > now
  })
  const found = new Set<number>()
  for (const { first_entry, entry } of shared)
    for (const one of [first_entry, entry]) found.add(one)
  return found
}

interface Document {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

async function documentsOf(
  { tenant, db, store }: Source,
  digests: readonly string[],
): Promise<readonly Document[]> {
  const found: Document[] = []
  for (const digest of digests) {
    const row = await db
      .selectFrom('files')
      .select(['name', 'type', 'state', 'size'])
      .where('digest', '=', digest)
      .executeTakeFirst()
    if (row?.state !== 'stored' || row.size > largestDocument) continue
    const stream = await store.open(tenant, digest)
    if (stream === undefined) continue
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    const name = row.name ?? ''
    found.push({
      sha256: digest,
      name,
      type: row.type,
      bytes: new Uint8Array(Buffer.concat(parts)),
    })
  }
  return found
}

interface Proving {
  readonly headers: readonly ReadHeader[]
  readonly shown: readonly ShownEntry[]
  readonly size: number
  readonly isChosen: boolean
}

/** Of what is chosen a whole proof; beside a whole log one that other tools read, of each vote. */
async function proofsOf(
  { transaction, note }: Source,
  { headers, shown, size, isChosen }: Proving,
): Promise<readonly ZipFile[]> {
  const files: ZipFile[] = []
  for (const { index, slots } of shown) {
    const read = headers[index]
    const isVote = read?.header?.register === 'vote'
    if (read === undefined || !(isChosen || isVote)) continue
    const proof = await stepsTo(transaction, index, size)
    if (isVote && !isChosen) {
      const file = proofFile({ index, proof, checkpoint: note, extra: read.bytes })
      if (!file.ok) throw new Error(`proof of entry ${index}: ${file.refusal}`)
      files.push({ name: `proofs/${index}.tlog-proof`, bytes: file.value })
      continue
    }
    const body = {
      schema: 'schouw/proof/1',
      index,
      size,
      root: base64(headOf(note).root),
      leaf: base64(leafHash(read.bytes, sha256)),
      header: base64(read.bytes),
      proof: proof.map(base64),
      slots: slots.map((one) => ({
        slot: one.slot,
        salt: base64(one.salt),
        bytes: base64(one.bytes),
      })),
      checkpoint: utf8Text(note) ?? '',
    }
    files.push({ name: `proofs/${index}.json`, bytes: canonical(body) })
  }
  return files
}

async function keysText(db: Database): Promise<string> {
  const rows = await db.selectFrom('log_keys').select('verifier').orderBy('since').execute()
  return rows.map(({ verifier }) => `${verifier}\n`).join('')
}

async function organisationName(db: Database): Promise<string> {
  const own = await db.selectFrom('tenants').select('name').executeTakeFirst()
  return own?.name ?? ''
}

/** Made at installation; a dossier without it is checked with the command. */
function verifierPage(): readonly ZipFile[] {
  try {
    const path = join(import.meta.dirname, '../../../.cache/verify/verify.html')
    return [{ name: 'verify.html', bytes: new Uint8Array(readFileSync(path)) }]
  } catch {
    return []
  }
}

function canonical(value: unknown): Uint8Array {
  const bytes = canonicalJson(value)
  if (!bytes.ok) throw new Error(`a dossier has no canonical form: ${bytes.refusal}`)
  return bytes.value
}

function textBytes(text: string): Uint8Array {
  return utf8Bytes(text) ?? new Uint8Array()
}
