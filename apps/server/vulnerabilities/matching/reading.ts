// SPDX-License-Identifier: EUPL-1.2
// Reads what was carried in, file by file, into documents and catalogues.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Advisory, advisoryOf, publishing, response, revisions } from '@schouw/core/vulns'
import { documentValue, filesIn, isXml } from '@schouw/formats/csaf'
import { readEpss } from '@schouw/formats/epss'
import { readKev } from '@schouw/formats/kev'
import type { Keyring } from '@schouw/formats/openpgp'
import type { CatalogueRead, DocumentRead, ReadPart, ReadProblem } from './messages.ts'

/** Of one message: some tenths of a second of work, and no more than the other side holds well. */
const together = { documents: 40, bytes: 8 * 1024 * 1024 } as const
/** A document that packs into more lies among the files alone and is not matched: that is said. */
const mostPacked = 48 * 1024 * 1024

interface PartsOptions {
  /** What signatures are held against. */
  readonly keyring: Keyring
  readonly packedBytes?: number
}

/** One part after the other; the last says so. */
export async function* partsOf(
  path: string,
  name: string,
  { keyring, packedBytes = mostPacked }: PartsOptions,
): AsyncGenerator<ReadPart> {
  const beside = new Beside(path, name, keyring)
  let part = emptyPart()
  let bytes = 0
  for (const file of filesIn(path, name)) {
    if ('problem' in file) {
      part.problems.push({ path: file.path, expected: 'a readable file', found: file.problem })
    } else if (!isBeside.test(file.path)) {
      bytes += file.bytes.length
      await readFile(part, file, { beside, packedBytes })
    }
    if (part.documents.length >= together.documents || bytes >= together.bytes) {
      yield { ...part, isLast: false }
      part = emptyPart()
      bytes = 0
    }
  }
  yield { ...part, isLast: true }
}

type Signed = Pick<DocumentRead, 'signature' | 'signedBy'>

/** Signatures are some hundreds of bytes; what is longer is cut off, and then unreadable. */
const mostSignature = 64 * 1024

const isBeside = /\.(?:asc|sha256|sha512)$/i

/** Digests and signatures that stand beside documents, before them in an archive or behind. */
class Beside {
  readonly #written = new Map<string, string>()
  readonly #signed = new Map<string, Uint8Array>()
  readonly #keyring: Keyring

  constructor(path: string, name: string, keyring: Keyring) {
    this.#keyring = keyring
    for (const file of filesIn(path, name)) {
      if ('problem' in file) continue
      if (/\.asc$/i.test(file.path)) {
        const bytes = Uint8Array.from(file.bytes.subarray(0, mostSignature))
        this.#signed.set(file.path.slice(0, -4), bytes)
      } else if (/\.sha(?:256|512)$/i.test(file.path)) {
        const text = Buffer.from(file.bytes.subarray(0, 256)).toString('latin1')
        this.#written.set(file.path, text.trim().split(/\s/)[0]?.toLowerCase() ?? '')
      }
    }
  }

  hashOf(path: string, bytes: Uint8Array): DocumentRead['hash'] {
    let found: DocumentRead['hash'] = 'absent'
    for (const algorithm of ['sha256', 'sha512']) {
      const written = this.#written.get(`${path}.${algorithm}`)
      if (written === undefined) continue
      if (createHash(algorithm).update(bytes).digest('hex') !== written) return 'differs'
      found = 'matched'
    }
    return found
  }

  async signatureOf(path: string, bytes: Uint8Array): Promise<Signed | 'bad'> {
    const signature = this.#signed.get(path)
    if (signature === undefined) return { signature: 'absent', signedBy: null }
    if (this.#keyring.isEmpty) return { signature: 'not_checked', signedBy: null }
    const { state, fingerprint } = await this.#keyring.check(bytes, signature)
    return state === 'bad' ? 'bad' : { signature: state, signedBy: fingerprint }
  }
}

interface OpenPart {
  readonly documents: DocumentRead[]
  readonly catalogues: CatalogueRead[]
  readonly problems: ReadProblem[]
  others: number
  forged: number
}

function emptyPart(): OpenPart {
  return { documents: [], catalogues: [], problems: [], others: 0, forged: 0 }
}

async function readFile(
  part: OpenPart,
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  { beside, packedBytes }: { readonly beside: Beside; readonly packedBytes: number },
): Promise<void> {
  if (!looksLikeJson(bytes) && !isXml(bytes)) {
    readScores(part, path, bytes)
    return
  }
  const { value, problem } = documentValue(bytes)
  if (problem !== undefined) {
    part.problems.push({ path, ...problem })
    return
  }
  if (isKev(value)) {
    const kev = readKev(path, bytes)
    part.problems.push(...kev.problems.map(({ expected, found }) => ({ path, expected, found })))
    if (kev.byCve.size === 0) return
    const asOf = kev.version
    part.catalogues.push({ ...kept(path, bytes), name: 'kev', asOf, count: kev.byCve.size })
    return
  }
  const advisory = advisoryOf(value)
  if (advisory === undefined) part.others += 1
  else {
    const hash = beside.hashOf(path, bytes)
    if (hash === 'differs') {
      part.problems.push({
        path,
        expected: 'the bytes its digest stands for',
        found: 'other bytes',
      })
    }
    const signed = await beside.signatureOf(path, bytes)
    if (signed === 'bad') {
      part.forged += 1
      part.problems.push({ path, expected: 'the bytes its publisher signed', found: 'other bytes' })
      return
    }
    const read = documentRead(advisory, value, { path, bytes, packedBytes })
    if (read.packed === null) {
      const expected = `a document that packs into ${packedBytes >> 20} MB`
      part.problems.push({ path, expected, found: 'more: it is kept and not matched' })
    }
    part.documents.push({ ...read, hash, ...signed })
  }
}

function readScores(part: OpenPart, path: string, bytes: Uint8Array): void {
  const { byCve, problems, scoredAt } = readEpss(path, bytes)
  part.problems.push(...problems.map(({ expected, found }) => ({ path, expected, found })))
  if (byCve.size === 0) {
    if (problems.length === 0) part.others += 1
    return
  }
  part.catalogues.push({ ...kept(path, bytes), name: 'epss', asOf: scoredAt, count: byCve.size })
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return /^\s*[[{]/.test(begin)
}

function isKev(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'catalogVersion' in value
}

function kept(path: string, bytes: Uint8Array) {
  return { path, sha256: digestOf(bytes), packed: gzipSync(bytes, { level: 6 }) }
}

function documentRead(
  advisory: Advisory,
  value: unknown,
  {
    path,
    bytes,
    packedBytes,
  }: { readonly path: string; readonly bytes: Uint8Array; readonly packedBytes: number },
): DocumentRead {
  const sha256 = digestOf(bytes)
  const packed = gzipSync(bytes, { level: 1 })
  const isTooLarge = packed.length > packedBytes
  const tooLarge = isTooLarge ? [{ code: 'too-large-to-match', place: '' }] : []
  const { id, title, publisher, publisherCategory, category, format, revision, releasedAt } =
    advisory
  return {
    path,
    sha256,
    size: bytes.length,
    packed: isTooLarge ? null : packed,
    document: nameOf(advisory, sha256),
    id: id === '' ? path.slice(-200) : id,
    title: title.slice(0, 500),
    publisher: publisher.slice(0, 300),
    publisherCategory,
    category: category.slice(0, 100),
    format,
    revision: revision.slice(0, 100),
    releasedAt: releasedAt.slice(0, 40),
    status: advisory.status.slice(0, 40),
    weaknesses: [
      ...new Set(advisory.weaknesses.map((_, at) => response.weaknessName(advisory, at))),
    ],
    view: response.viewOf(advisory),
    oddities: [...tooLarge, ...advisory.oddities, ...rulesBroken(advisory, value)].slice(0, 100),
    terms: termsOf(value),
    hash: 'absent',
    signature: 'absent',
    signedBy: null,
  }
}

/** Mandatory tests of the format that the document fails: it is marked with them, and matched. */
function rulesBroken(advisory: Advisory, value: unknown) {
  if (!/^csaf/.test(advisory.format)) return []
  return publishing.brokenRules(value).map(({ rule, place }) => ({ code: `csaf-${rule}`, place }))
}

/** A document without an id of its own is one by its bytes. */
export function nameOf(advisory: Advisory, sha256: string): string {
  const key = advisory.id === '' ? sha256 : revisions.documentKey(advisory)
  return digestOf(Buffer.from(key)).slice(0, 32)
}

function termsOf(value: unknown): DocumentRead['terms'] {
  const of = (one: unknown, name: string): unknown =>
    typeof one === 'object' && one !== null ? (one as Record<string, unknown>)[name] : undefined
  const distribution = of(of(value, 'document'), 'distribution')
  const [text, tlp] = [of(distribution, 'text'), of(of(distribution, 'tlp'), 'label')]
  return {
    distribution: typeof text === 'string' ? text.slice(0, 500) : '',
    tlp: typeof tlp === 'string' ? tlp.slice(0, 40) : '',
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
