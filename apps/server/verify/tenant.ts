// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { base64, equalBytes } from '@schouw/core/ledger/bytes'
import { parseCheckpoint, parseNote, type TreeHead } from '@schouw/core/ledger/notes'
import { Judgement, type Trust, type Verdict } from '@schouw/core/ledger/verdicts'
import {
  type HeadAsStored,
  storedHeads,
  storedKeys,
  storedLogRow,
} from '../storage/inspection/log.ts'
import { storedHeaders } from '../storage/inspection/records.ts'
import { Session, type Transaction } from '../storage/session.ts'
import { judgeBeside } from './beside.ts'
import { judgeFiles } from './files.ts'
import { type KnownFile, knownFile } from './heads.ts'
import { firstKey, judgeKeys } from './keys.ts'
import { LogReading, type ReadLog } from './log.ts'
import type { OpenedData } from './open.ts'
import { RecordCheck } from './records.ts'
import { judgeStamps } from './timestamps.ts'
import { judgeCosignatures } from './witnesses.ts'

export interface DataTrust extends Trust {
  /** Checkpoints that somebody kept elsewhere. */
  readonly kept: readonly Uint8Array[]
}

export interface Part extends Verdict {
  /** Origin of the log. */
  readonly name: string
}

export interface TenantToJudge {
  readonly id: string
  readonly data: OpenedData
  readonly trust: DataTrust
  readonly progress: (entries: number) => void
}

/** Everything that is stored of one organisation, all as of one moment. */
export function judgeTenant(tenant: TenantToJudge): Promise<Part> {
  const { data, id } = tenant
  const session = new Session(data.engine)
  // Whatever was signed before the moment that is looked at must be in it.
  const before = knownFile(join(data.source.folder, 'heads'), id)
  return session.run({ tenant: id }, () => judge(session.transaction, tenant, before), {
    isReadOnly: true,
    isSnapshot: true,
  })
}

/** A server that goes on signs what it has just stored within this time. */
const signedWithinMs = 2_000

/**
 * The known heads as of the same moment as the database, which a server may go on writing: those of
 * before, and what was signed since of the entries that are there.
 */
async function headsAsOf(
  { data, id }: TenantToJudge,
  before: KnownFile | undefined,
  size: number,
): Promise<KnownFile | undefined> {
  if (data.engine.name === 'embedded') return before
  const newestOf = (file: KnownFile | undefined) =>
    Math.max(0, ...(file?.heads.map((head) => head.size) ?? []))
  const promised = newestOf(before)
  const giveUpMs = performance.now() + signedWithinMs
  let file = before
  while (newestOf(file) < size && performance.now() < giveUpMs) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    file = knownFile(join(data.source.folder, 'heads'), id)
  }
  if (file === undefined) return undefined
  const isThen = (_: unknown, at: number) => (file.heads[at]?.size ?? 0) <= Math.max(size, promised)
  return { ...file, notes: file.notes.filter(isThen), heads: file.heads.filter(isThen) }
}

async function judge(
  transaction: Transaction,
  tenant: TenantToJudge,
  before: KnownFile | undefined,
): Promise<Part> {
  const { id, data, trust, progress } = tenant
  const judgement = new Judgement()
  const row = await storedLogRow(transaction)
  const file = await headsAsOf(tenant, before, row?.size ?? 0)
  const heads = await storedHeads(transaction)
  const origin = originOf(id, file, row?.origin)
  const kept = trust.kept.filter((note) => headOf(note)?.origin === origin)
  const notes = [...(file?.notes ?? []), ...heads.map(({ note }) => note), ...kept]
  const keys = await storedKeys(transaction)
  const opening = (await storedHeaders(transaction, [0])).get(0)
  const given = trust.keys
  const key = firstKey({ origin, given, stored: keys, opening, heads: notes })
  if (row === undefined) judgement.refuse('entries', 'log-missing', { origin })
  if (key === undefined) judgement.refuse('entries', 'key-unreadable', { origin })
  if (row === undefined || key === undefined) return { name: origin, ...judgement.verdict() }
  const sizes = notes.flatMap((note) => headOf(note)?.size ?? [])
  const bound = Math.min(Math.max(row.size, ...sizes), Number.MAX_SAFE_INTEGER)
  const records = new RecordCheck(transaction, judgement)
  const subject = { origin, key, row, notes, bound }
  const reading = new LogReading(transaction, judgement, { subject, records })
  const read = await reading.read(progress)
  await records.finish(read.named)
  judgeHeads(judgement, file, { heads, kept, isEmbedded: data.engine.name === 'embedded' })
  const { secret } = data
  judgeKeys(judgement, read.report.keys, { given, stored: keys, secret, tenant: id })
  await judgeBeside(transaction, judgement, read.report.entries)
  await judgeStamps(transaction, judgement, { origin, trust })
  const logKeys = read.report.keys.keys.map((one) => one.key)
  await judgeCosignatures(transaction, judgement, { origin, keys: logKeys, trust })
  const { folder, areFilesElsewhere } = data.source
  const files = areFilesElsewhere ? undefined : join(folder, 'files')
  await judgeFiles(transaction, judgement, { tenant: id, folder: files })
  conclude(judgement, read, notes.length)
  return { name: origin, ...judgement.verdict() }
}

/** By what is known outside the database, where something is. */
function originOf(tenant: string, file: KnownFile | undefined, stored: string | undefined): string {
  const outside = file?.heads.map(({ origin }) => origin) ?? []
  const counts = Map.groupBy(outside, (origin) => origin)
  const [usual] = [...counts].sort(([, a], [, b]) => b.length - a.length)
  return usual?.[0] ?? stored ?? `schouw/${tenant}`
}

function headOf(note: Uint8Array): TreeHead | undefined {
  const parsed = parseNote(note)
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  return head.ok ? head.value : undefined
}

function judgeHeads(
  judgement: Judgement,
  file: KnownFile | undefined,
  {
    heads,
    kept,
    isEmbedded,
  }: {
    readonly heads: readonly HeadAsStored[]
    readonly kept: readonly Uint8Array[]
    readonly isEmbedded: boolean
  },
): void {
  for (const { size, root, note } of heads) {
    const head = headOf(note)
    const isSame = head !== undefined && head.size === size && equalBytes(head.root, root)
    if (!isSame) judgement.refuse('heads', 'head-row-differs', { size })
  }
  for (const piece of file?.unreadable ?? []) {
    judgement.refuse('heads', 'head-unreadable', { file: file?.path, piece })
  }
  const newest = Math.max(0, ...(file?.heads.map(({ size }) => size) ?? []))
  const facts = { known: file?.notes.length ?? 0, newest, kept: kept.length, cut: file?.cut ?? 0 }
  if (file !== undefined && file.notes.length > 0) judgement.proven('heads', facts)
  // An embedded database always has its heads beside it: somebody took them away.
  else if (isEmbedded) judgement.unproven('heads', 'heads-missing')
  else judgement.notClaimed('heads', facts)
}

function conclude(
  judgement: Judgement,
  { report, payloads, erased }: ReadLog,
  heads: number,
): void {
  const { entries, root, unsigned } = report
  judgement.proven('entries', { entries, root: base64(root) })
  judgement.proven('payloads', { payloads, erased })
  judgement.proven('tiles', {})
  const isRefused = judgement
    .verdict()
    .layers.some(
      ({ layer, state }) => state === 'refused' && (layer === 'signature' || layer === 'entries'),
    )
  if (heads === 0) judgement.unproven('signature', 'head-unknown', { entries })
  else if (unsigned > 0 && !isRefused) {
    const facts = { from: entries - unsigned, entries: unsigned }
    judgement.unproven('signature', 'entries-unsigned', facts)
  } else judgement.proven('signature', { size: entries - unsigned })
}
