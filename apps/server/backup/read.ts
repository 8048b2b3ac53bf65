// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { BackupRefused } from './refused.ts'
import { SealedError, unseal } from './sealed.ts'
import { type About, longestJson, type Manifest, readAbout, readManifest } from './shapes.ts'
import { BrokenArchive, type Part, readArchive } from './tar.ts'

/** Whoever puts back what is read, in the order in which it comes. */
export interface Taker {
  about(about: About): Promise<void>
  /** Lines of one table, as they were written. */
  rows(table: string, lines: readonly string[]): Promise<void>
  /** Every byte is to be taken; gives the SHA-256 in hex of what there was. */
  file(file: { tenant: string; digest: string }, bytes: AsyncIterable<Buffer>): Promise<string>
  secret(hex: string): Promise<void>
}

export interface Read {
  readonly manifest: Manifest
  /** Base64 SHA-256 of the file. */
  readonly sha256: string
}

const longestRows = 256 << 20

/** Reads a backup from front to back and holds every part against its digest. */
export async function readBackup(
  path: string,
  passphrase: string | undefined,
  taker: Taker,
): Promise<Read> {
  const whole = createHash('sha256')
  const source = await opened(path, passphrase, (chunk) => whole.update(chunk))
  const reading = new Reading(taker)
  try {
    await readArchive(source, (part, bytes) => reading.take(part, bytes))
  } catch (error) {
    // Where packing itself is broken the last part is not the one to blame, if another differs.
    if (error instanceof BrokenArchive && reading.isComplete) reading.finish()
    throw refusalOf(error)
  } finally {
    source.destroy()
  }
  return { manifest: reading.finish(), sha256: whole.digest('base64') }
}

async function opened(
  path: string,
  passphrase: string | undefined,
  onChunk: (chunk: Buffer) => void,
): Promise<Readable> {
  const file = await open(path, 'r').catch(() => {
    throw new BackupRefused('backup-missing', { path })
  })
  const first = Buffer.alloc(1)
  await file.read(first, 0, 1, 0)
  await file.close()
  const isSealed = first[0] === 0x7b
  if (!isSealed && first[0] !== 0x1f) throw new BackupRefused('backup-unknown', { path })
  if (isSealed && passphrase === undefined) throw new BackupRefused('passphrase-missing')
  const raw = async function* () {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      onChunk(chunk)
      yield chunk
    }
  }
  const plain = isSealed ? unseal(raw(), passphrase ?? '') : raw()
  const unpack = createGunzip()
  let length = 0
  const counted = async function* () {
    for await (const chunk of plain) {
      length += chunk.length
      yield chunk
    }
    // What stands behind the packed bytes is silently left out by the unpacker.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const packed = Readable.from(counted(), { objectMode: false })
  pipeline(packed, unpack).catch(() => {})
  unpack.on('end', () => {
    if (unpack.bytesWritten < length) unpack.destroy(new Error('something after the end'))
  })
  return unpack
}

function refusalOf(error: unknown): unknown {
  const cause = error instanceof BrokenArchive ? error.cause : error
  if (cause instanceof SealedError && cause.isFirst) return new BackupRefused('passphrase-wrong')
  if (error instanceof BrokenArchive) {
    return new BackupRefused('backup-damaged', { place: error.place })
  }
  return error
}

/** What has come so far, and what it must add up to. */
class Reading {
  readonly #taker: Taker
  readonly #parts: Manifest['parts'][number][] = []
  readonly #rows = new Map<string, number>()
  readonly #names = createHash('sha256')
  readonly #odd: string[] = []
  #files = { count: 0, bytes: 0 }
  #about: About | undefined
  #manifest: Manifest | undefined

  constructor(taker: Taker) {
    this.#taker = taker
  }

  get isComplete(): boolean {
    return this.#manifest !== undefined
  }

  async take(part: Part, bytes: AsyncIterable<Buffer>): Promise<void> {
    const { name } = part
    if (this.#manifest !== undefined) throw damaged(name)
    if (name === 'backup.json') {
      const about = readAbout((await this.#text(part, bytes)).toString('utf8'))
      if (about === undefined || this.#about !== undefined) throw damaged(name)
      this.#about = about
      return this.#taker.about(about)
    }
    if (this.#about === undefined) throw damaged(name)
    if (name === 'manifest.json') {
      this.#manifest = readManifest((await textOf(part, bytes, longestJson)).toString('utf8'))
      if (this.#manifest === undefined) throw damaged(name)
      return
    }
    const [, table] = /^tables\/([a-z_.]+)\/\d{8}\.ndjson$/.exec(name) ?? []
    if (table !== undefined) return this.#table(table, part, bytes)
    const [, tenant, digest] = /^files\/([0-9a-f-]{36})\/([0-9a-f]{64})$/.exec(name) ?? []
    if (tenant !== undefined && digest !== undefined) {
      this.#names.update(`${name}\n`)
      this.#files = { count: this.#files.count + 1, bytes: this.#files.bytes + part.bytes }
      const found = await this.#taker.file({ tenant, digest }, bytes)
      // It may have been so already when the backup was made; the manifest tells.
      if (found !== digest) this.#odd.push(name)
      return
    }
    if (name !== 'secret') throw damaged(name)
    await this.#taker.secret((await this.#text(part, bytes)).toString('utf8').trim())
  }

  /** Throws with the name of the first part that is not as the manifest has it. */
  finish(): Manifest {
    const manifest = this.#manifest
    if (manifest === undefined || this.#about === undefined) throw damaged('manifest.json')
    for (const [at, { name, bytes, sha256 }] of manifest.parts.entries()) {
      const found = this.#parts[at]
      if (found?.name !== name) throw damaged(name)
      if (found.bytes !== bytes || found.sha256 !== sha256) throw damaged(name)
    }
    const more = this.#parts[manifest.parts.length]
    if (more !== undefined) throw damaged(more.name)
    const odd = this.#odd.find((name) => !manifest.missing_files.includes(name))
    if (odd !== undefined) throw damaged(odd)
    const { count, bytes, names_sha256 } = manifest.files
    const isSame = count === this.#files.count && bytes === this.#files.bytes
    if (!isSame || names_sha256 !== this.#names.digest('hex')) throw damaged('files')
    for (const { name } of this.#about.tables) {
      if ((this.#rows.get(name) ?? 0) !== manifest.rows[name]) throw damaged(`tables/${name}`)
    }
    return manifest
  }

  async #table(table: string, part: Part, bytes: AsyncIterable<Buffer>): Promise<void> {
    const text = (await this.#text(part, bytes)).toString('utf8')
    // A line of JSON has no line break in it.
    const lines = text.split('\n').filter((line) => line !== '')
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + lines.length)
    await this.#taker.rows(table, lines)
  }

  async #text(part: Part, bytes: AsyncIterable<Buffer>): Promise<Buffer> {
    const text = await textOf(part, bytes, longestRows)
    const sha256 = createHash('sha256').update(text).digest('hex')
    this.#parts.push({ name: part.name, bytes: part.bytes, sha256 })
    return text
  }
}

function damaged(place: string): BackupRefused {
  return new BackupRefused('backup-damaged', { place })
}

async function textOf(part: Part, bytes: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  if (part.bytes > most) throw damaged(part.name)
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}
