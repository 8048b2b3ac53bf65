// SPDX-License-Identifier: EUPL-1.2
import { Audit } from '../audits/index.ts'
import { base64 } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import {
  type Header,
  isLogHeader,
  logTypes,
  type PayloadErased,
  parseHeader,
} from '../entries/index.ts'
import { isSameKey, type NoteKey, parseVerifierKey } from '../notes/index.ts'
import { Frontier } from '../trees/index.ts'
import { type Judgement, nameOf, type Trust } from '../verdicts/index.ts'
import { headersIn, payloadsIn, type ShownEntry } from './payloads.ts'

/** A log as a dossier shows it, every header of it. */
export interface ShownLog {
  readonly headers: readonly (Header | undefined)[]
  readonly shown: ReadonlyMap<number, ShownEntry>
  /** Base64 of the root at each size that was asked for. */
  readonly roots: ReadonlyMap<number, string>
  readonly keys: readonly NoteKey[]
}

export interface LogFiles {
  readonly origin: string
  readonly size: number
  readonly headers: Uint8Array
  readonly payloads: Uint8Array
  /** Signed notes by the size that their file is named after. */
  readonly checkpoints: ReadonlyMap<number, Uint8Array>
  /** Sizes at which the root is wanted. */
  readonly sizes: ReadonlySet<number>
}

/** The whole log rebuilt from its headers: nothing is missing between two of its entries. */
export function judgeLog(
  judgement: Judgement,
  files: LogFiles,
  trust: Trust,
  crypto: Crypto,
): ShownLog | undefined {
  const headers = headersIn(files.headers)
  const shown = payloadsIn(files.payloads)
  if (headers === undefined) judgement.refuse('entries', 'headers-malformed')
  if (shown === undefined) judgement.refuse('payloads', 'payloads-malformed')
  if (headers === undefined || shown === undefined) return undefined
  if (headers.length !== files.size) {
    judgement.refuse('entries', 'headers-count', { headers: headers.length, size: files.size })
  }
  const key = openingKey(judgement, headers[0], trust)
  if (key === undefined) return undefined
  const byIndex = new Map(shown.map((entry) => [entry.index, entry]))
  const stray = shown.find(({ index }) => index >= headers.length)
  if (stray !== undefined) judgement.refuse('payloads', 'payload-unknown', { index: stray.index })
  return audited(judgement, { files, headers, byIndex, key }, crypto)
}

interface Audited {
  readonly files: LogFiles
  readonly headers: readonly Uint8Array[]
  readonly byIndex: ReadonlyMap<number, ShownEntry>
  readonly key: NoteKey
}

function audited(
  judgement: Judgement,
  { files, headers, byIndex, key }: Audited,
  crypto: Crypto,
): ShownLog {
  const audit = new Audit({ origin: files.origin, key, mayWithhold: true }, crypto)
  for (const note of files.checkpoints.values()) audit.checkpoint(note)
  const frontier = Frontier.empty((bytes) => crypto.digest('sha256', bytes))
  const roots = new Map<number, string>()
  const lastAsked = Math.max(0, ...files.sizes)
  const read: (Header | undefined)[] = []
  for (const [index, header] of headers.entries()) {
    const { leaf, header: said } = audit.entry({
      index,
      header,
      slots: byIndex.get(index)?.slots ?? [],
    })
    read.push(said)
    if (index >= lastAsked) continue
    frontier.append(leaf)
    if (files.sizes.has(frontier.size)) roots.set(frontier.size, base64(frontier.root()))
  }
  const report = audit.finish()
  for (const { code, facts } of report.findings) {
    const layer = code.startsWith('payload') ? 'payloads' : layerOf(code)
    judgement.refuse(layer, code, facts)
  }
  if (report.unsigned > 0) {
    judgement.unproven('signature', 'entries-unsigned', { entries: report.unsigned })
  }
  judgement.proven('entries', { entries: report.entries, root: base64(report.root) })
  const slots = [...byIndex.values()].reduce((sum, one) => sum + one.slots.length, 0)
  const erased = erasuresIn(read)
  judgement.proven('payloads', {
    ...{ shown: slots, withheld: report.withheld },
    ...(erased.length === 0 ? {} : { erased }),
  })
  judgement.proven('signature', { origin: files.origin, size: report.entries - report.unsigned })
  return { headers: read, shown: byIndex, roots, keys: report.keys.keys.map((one) => one.key) }
}

/** What was destroyed on purpose: when, on what ground, and how much of which entries. */
function erasuresIn(headers: readonly (Header | undefined)[]): readonly object[] {
  return headers.flatMap((header, index) => {
    if (header === undefined || !isLogHeader(header) || header.type !== logTypes.erased) return []
    const { ground, entries } = header.body as PayloadErased
    const slots = entries.reduce((sum, one) => sum + one.slots.length, 0)
    return [{ index, at: header.at, ground, slots, entries: entries.map((one) => one.index) }]
  })
}

function layerOf(code: string): 'entries' | 'signature' | 'key' {
  if (code.startsWith('checkpoint') || code === 'root-differs') return 'signature'
  return code === 'key-change-refused' ? 'key' : 'entries'
}

/** The first key as entry 0 names it; one from outside has to be that one. */
function openingKey(
  judgement: Judgement,
  opening: Uint8Array | undefined,
  trust: Trust,
): NoteKey | undefined {
  const header = opening === undefined ? undefined : parseHeader(opening)
  const body = header?.ok === true && isLogHeader(header.value) ? header.value.body : undefined
  const named = body !== undefined && 'key' in body ? parseVerifierKey(body.key) : undefined
  if (named?.ok !== true) {
    judgement.refuse('key', 'key-unreadable')
    return undefined
  }
  const own = named.value
  const given = trust.keys.filter(({ type }) => type === 'ed25519')
  const facts = { keys: [nameOf(own)] }
  if (given.length === 0) judgement.notClaimed('key', facts)
  else if (given.some((one) => isSameKey(one, own))) judgement.proven('key', facts)
  else judgement.refuse('key', 'key-differs', facts)
  return own
}
