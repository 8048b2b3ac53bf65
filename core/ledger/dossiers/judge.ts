// SPDX-License-Identifier: EUPL-1.2
import { base64, equalBytes, utf8Text } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { parseCheckpoint, parseNote, parseVerifierKey, verifierKey } from '../notes/index.ts'
import {
  headerInProof,
  Judgement,
  judgeProof,
  judgeProofFile,
  stampedPart,
  type Trust,
  type Verdict,
} from '../verdicts/index.ts'
import { type Description, descriptionIn } from './description.ts'
import { judgeLog, type ShownLog } from './log.ts'
import {
  digestsIn,
  isListed,
  manifestName,
  manifestOf,
  mediaType,
  mediaTypeName,
} from './manifest.ts'
import { digestOf, judgeSigned, type StampedTime, signedSizes } from './signed.ts'
import { judgeTimes, type TimedFiles } from './times.ts'
import { judgeWitnesses } from './witnessed.ts'
import { readZip, type ZipFile } from './zip.ts'

/** Files for people: the manifest holds their digests, no entry of the log vouches for them. */
const accompanying = ['README.txt', 'report.pdf', 'verify.html']
const known =
  /^(?:mimetype|META-INF\/(?:ASiCManifest\.xml|timestamp\.tst)|dossier\.json|headers\.bin|payloads\.bin|keys\.txt|README\.txt|report\.pdf|verify\.html|checkpoints\/(?:0|[1-9]\d{0,14})\.txt|tokens\/(?:0|[1-9]\d{0,14})\.(?:tsr|der)|tokens\/renewal-[1-9]\d{0,5}\.(?:txt|tsr|der)|proofs\/(?:0|[1-9]\d{0,14})\.(?:json|tlog-proof)|documents\/[0-9a-f]{64})$/

/**
 * A dossier, byte by byte: one form of the zip, a digest of every file, the log rebuilt, each
 * signature and time-stamp, each document. `docs/formats/dossier.md`.
 */
export function judgeDossier(bytes: Uint8Array, trust: Trust, crypto: Crypto): Verdict {
  const judgement = new Judgement()
  const files = judgeContainer(judgement, bytes, crypto)
  const description = files === undefined ? undefined : descriptionOf(judgement, files)
  if (files !== undefined && description !== undefined) {
    new Dossier(judgement, { files, description, trust, crypto }).judge()
  }
  return judgement.verdict()
}

/** The files by their names, once the container and the manifest hold. */
function judgeContainer(
  judgement: Judgement,
  bytes: Uint8Array,
  crypto: Crypto,
): ReadonlyMap<string, Uint8Array> | undefined {
  const read = readZip(bytes)
  if (!read.ok) {
    judgement.refuse('container', read.refusal, read.facts)
    return undefined
  }
  const files = new Map(read.value.map((file) => [file.name, file.bytes]))
  const strange = read.value.find(({ name }) => !known.test(name))
  if (strange !== undefined) {
    judgement.refuse('container', 'file-unknown-name', { name: strange.name })
  }
  if (utf8Text(files.get(mediaTypeName) ?? new Uint8Array()) !== mediaType) {
    judgement.refuse('container', 'media-type-differs')
  }
  judgement.proven('container', { files: read.value.length, bytes: bytes.length })
  judgeManifest(judgement, read.value, files.get(manifestName), crypto)
  return files
}

function judgeManifest(
  judgement: Judgement,
  files: readonly ZipFile[],
  manifest: Uint8Array | undefined,
  crypto: Crypto,
): void {
  if (manifest === undefined) {
    judgement.refuse('manifest', 'manifest-missing')
    return
  }
  const listed = digestsIn(manifest)
  for (const { name, bytes } of files) {
    if (!isListed(name)) continue
    const digest = listed.get(name)
    if (digest === undefined) judgement.refuse('manifest', 'file-unlisted', { name })
    else if (digest !== base64(crypto.digest('sha256', bytes))) {
      judgement.refuse('manifest', 'file-differs', { name })
    }
  }
  const there = new Set(files.map(({ name }) => name))
  for (const name of listed.keys()) {
    if (!there.has(name)) judgement.refuse('manifest', 'file-missing', { name })
  }
  const own = manifestOf(files, (bytes) => crypto.digest('sha256', bytes))
  if (!equalBytes(own, manifest)) judgement.refuse('manifest', 'manifest-changed')
  judgement.proven('manifest', { files: listed.size })
}

function descriptionOf(
  judgement: Judgement,
  files: ReadonlyMap<string, Uint8Array>,
): Description | undefined {
  const bytes = files.get('dossier.json')
  const found = bytes === undefined ? { path: '' } : descriptionIn(bytes)
  if (!('path' in found)) return found
  judgement.refuse('manifest', 'description-malformed', { path: found.path })
  return undefined
}

interface Parts {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly description: Description
  readonly trust: Trust
  readonly crypto: Crypto
}

/** One dossier whose files are known: what is said of its log, its times, its documents. */
class Dossier {
  readonly #judgement: Judgement
  readonly #parts: Parts
  readonly #documents: ReadonlyMap<string, Uint8Array>

  constructor(judgement: Judgement, parts: Parts) {
    this.#judgement = judgement
    this.#parts = parts
    this.#documents = new Map(this.#under('documents/'))
  }

  judge(): void {
    const { files, description, crypto } = this.#parts
    const checkpoints = this.#sized('checkpoints/', '.txt')
    this.#judgeDocuments()
    this.#judgeNames(checkpoints)
    const log =
      description.entries === 'all'
        ? judgeLog(
            this.#judgement,
            {
              origin: description.log,
              size: description.size,
              headers: files.get('headers.bin') ?? new Uint8Array(),
              payloads: files.get('payloads.bin') ?? new Uint8Array(),
              checkpoints,
              sizes: signedSizes(this.#documents.values()),
            },
            this.#parts.trust,
            crypto,
          )
        : undefined
    const keys = log?.keys ?? this.#ownKeys()
    if (log !== undefined) this.#judgeKeyText(log)
    const { origin, size } = { origin: description.log, size: description.size }
    const timed = { files, origin, size, checkpoints, keys }
    const times = judgeTimes(this.#judgement, timed, this.#parts.trust, crypto)
    this.#judgeProofs(keys)
    if (log !== undefined) this.#judgeApprovals(log, timed, times)
    this.#judgeAccompanying()
    judgeWitnesses(this.#judgement, timed, this.#parts.trust, crypto)
  }

  #judgeApprovals(
    log: ShownLog,
    { checkpoints, keys }: TimedFiles,
    times: readonly StampedTime[],
  ): void {
    const { description, crypto } = this.#parts
    // Named is what was stamped: witnesses sign later, and below it.
    const stamped = [...checkpoints.values()].map((note) => stampedPart(note, keys))
    const notes = new Set(stamped.map((note) => digestOf(note, crypto)))
    const parts = {
      log,
      origin: description.log,
      documents: this.#documents,
      times,
      checkpoints: notes,
    }
    judgeSigned(this.#judgement, parts, crypto)
  }

  /** Every document has the bytes of its name, and the dossier says what it is. */
  #judgeDocuments(): void {
    const { description, crypto } = this.#parts
    const described = new Set(description.documents.map(({ sha256 }) => sha256))
    for (const [name, bytes] of this.#documents) {
      if (digestOf(bytes, crypto) !== name) {
        this.#judgement.refuse('files', 'file-changed', { name })
      } else if (!described.has(name)) this.#judgement.refuse('files', 'file-unlisted', { name })
    }
    for (const name of described) {
      if (!this.#documents.has(name)) this.#judgement.refuse('files', 'file-missing', { name })
    }
    this.#judgement.proven('files', { documents: this.#documents.size })
  }

  /** A head lies under the size that it speaks of, or two could lie there of one. */
  #judgeNames(checkpoints: ReadonlyMap<number, Uint8Array>): void {
    for (const [size, note] of checkpoints) {
      const parsed = parseNote(note)
      const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
      if (head.ok && head.value.size === size) continue
      this.#judgement.refuse('signature', 'checkpoint-misnamed', { size })
    }
  }

  #judgeProofs(keys: Trust['keys']): void {
    const { trust, crypto, description } = this.#parts
    const believed = { ...trust, keys, origin: description.log }
    let count = 0
    for (const [name, bytes] of this.#under('proofs/')) {
      const isOurs = name.endsWith('.json')
      const beside = this.#parts.files.get(`proofs/${name.replace('.tlog-proof', '.json')}`)
      const entry = beside === undefined ? undefined : headerInProof(beside)
      const verdict = isOurs
        ? judgeProof(bytes, believed, crypto)
        : judgeProofFile(bytes, entry, believed, crypto)
      for (const { layer, code, facts } of verdict.findings) {
        const state = verdict.layers.find((one) => one.layer === layer)?.state
        if (state === 'unproven') this.#judgement.unproven(layer, code, { ...facts, proof: name })
        else this.#judgement.refuse(layer, code, { ...facts, proof: name })
      }
      count += 1
    }
    if (count > 0) this.#judgement.proven('inclusion', { proofs: count })
    if (description.entries === 'chosen') this.#judgement.notClaimed('entries')
  }

  /** Without the whole log its keys are its own word, but for those that were given. */
  #ownKeys(): Trust['keys'] {
    const { files, trust } = this.#parts
    const given = trust.keys.filter(({ type }) => type === 'ed25519')
    if (given.length > 0) {
      this.#judgement.proven('key', { given: given.length })
      return given
    }
    const lines = (utf8Text(files.get('keys.txt') ?? new Uint8Array()) ?? '').trim().split('\n')
    this.#judgement.notClaimed('key', { keys: lines })
    return lines.flatMap((line) => {
      const key = parseVerifierKey(line)
      return key.ok ? [key.value] : []
    })
  }

  /** Whoever reads the keys by eye reads those that the log itself names. */
  #judgeKeyText({ keys }: ShownLog): void {
    const text = utf8Text(this.#parts.files.get('keys.txt') ?? new Uint8Array())
    const own = keys.map((key) => `${verifierKey(key)}\n`).join('')
    if (text !== own) this.#judgement.refuse('key', 'keys-differ')
  }

  #judgeAccompanying(): void {
    const there = accompanying.filter((name) => this.#parts.files.has(name))
    this.#judgement.notClaimed('accompanying', { files: there })
  }

  *#under(folder: string): Generator<readonly [string, Uint8Array]> {
    for (const [name, bytes] of this.#parts.files) {
      if (name.startsWith(folder)) yield [name.slice(folder.length), bytes]
    }
  }

  #sized(folder: string, end: string): ReadonlyMap<number, Uint8Array> {
    const found = new Map<number, Uint8Array>()
    for (const [name, bytes] of this.#under(folder)) {
      if (name.endsWith(end)) found.set(Number(name.slice(0, -end.length)), bytes)
    }
    return found
  }
}
