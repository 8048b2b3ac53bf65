// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { AwsClient } from 'aws4fetch'
import { StorageFault } from '../storage/fault.ts'
import type { ByteRange, FileStore } from './store.ts'

export interface S3Settings {
  /** Where the service answers; the bucket is the first part of the path. */
  readonly url: string
  readonly bucket: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** From `SCHOUW_S3_…`; undefined when `SCHOUW_S3_URL` is not set, refused when it stands alone. */
export function s3Settings(env: Environment): Outcome<S3Settings | undefined, 's3-settings'> {
  const url = env['SCHOUW_S3_URL'] || undefined
  if (url === undefined) return ok(undefined)
  const names = ['SCHOUW_S3_BUCKET', 'SCHOUW_S3_KEY_ID', 'SCHOUW_S3_SECRET'] as const
  const missing = names.find((name) => !env[name])
  if (missing !== undefined) return refuse('s3-settings', { missing })
  if (!URL.canParse(url) || !/^https?:/.test(url)) return refuse('s3-settings', { found: url })
  const [bucket = '', keyId = '', secret = ''] = names.map((name) => env[name])
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) return refuse('s3-settings', { bucket })
  return ok({ url, bucket, keyId, secret, region: env['SCHOUW_S3_REGION'] || 'us-east-1' })
}

/** In memory at once; the service wants at least five megabytes, and ten thousand parts at most. */
export const partBytes = 8 << 20
const requestMs = 120_000
const retries = 3

/** A store that speaks the protocol of Amazon S3; each request is signed, its body too. */
export class S3Store implements FileStore {
  readonly name = 's3'
  readonly #base: string
  readonly #client: AwsClient

  constructor({ url, bucket, region, keyId, secret }: S3Settings) {
    this.#base = `${url.replace(/\/+$/, '')}/${bucket}`
    this.#client = new AwsClient({
      accessKeyId: keyId,
      secretAccessKey: secret,
      region,
      service: 's3',
      retries,
      initRetryMs: 100,
    })
  }

  async put(tenant: string, digest: string, path: string): Promise<void> {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const partAt = async (at: number) => {
        const length = Math.min(partBytes, size - at)
        const bytes = Buffer.alloc(length)
        const { bytesRead } = await file.read(bytes, 0, length, at)
        if (bytesRead < length) throw new Error('a file became shorter while it was stored')
        return bytes
      }
      const url = this.#url(tenant, digest)
      if (size <= partBytes) await this.#put(url, await partAt(0))
      else await this.#putParts(url, size, partAt)
    } finally {
      await file.close()
    }
    const stored = await this.size(tenant, digest)
    if (stored === undefined) throw away('a file that was stored is not there')
    await rm(path, { force: true })
  }

  async size(tenant: string, digest: string): Promise<number | undefined> {
    const came = await this.#ask(this.#url(tenant, digest), { method: 'HEAD' })
    if (came.status === 404) return undefined
    if (!came.ok) throw away(`HEAD answered ${came.status}`)
    return Number(came.headers.get('content-length'))
  }

  async open(tenant: string, digest: string, range?: ByteRange): Promise<Readable | undefined> {
    const headers = range === undefined ? {} : { range: `bytes=${range.from}-${range.to}` }
    const came = await this.#ask(this.#url(tenant, digest), { headers }, null)
    const wanted = range === undefined ? 200 : 206
    if (came.status === wanted && came.body !== null) {
      // The platform's stream under the name that its own types do not give it.
      return Readable.fromWeb(came.body as Parameters<typeof Readable.fromWeb>[0])
    }
    await came.body?.cancel()
    if (came.status === 404) return undefined
    throw away(`GET answered ${came.status}`)
  }

  async remove(tenant: string, digest: string): Promise<void> {
    const came = await this.#ask(this.#url(tenant, digest), { method: 'DELETE' })
    if (!came.ok && came.status !== 404) throw away(`DELETE answered ${came.status}`)
  }

  #url(tenant: string, digest: string): string {
    return `${this.#base}/${tenant}/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`
  }

  async #put(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    const sum = createHash('sha256').update(bytes).digest('hex')
    const headers = { 'x-amz-content-sha256': sum, 'content-type': 'application/octet-stream' }
    const came = await this.#ask(url, { method: 'PUT', headers, body: bytes })
    if (!came.ok) throw away(`PUT answered ${came.status}`)
    return came
  }

  /** Whatever goes wrong in between, the parts are taken back; the object is there whole or not. */
  async #putParts(
    url: string,
    size: number,
    partAt: (at: number) => Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<void> {
    const begun = await this.#ask(`${url}?uploads=`, { method: 'POST' })
    const [, id] = /<UploadId>([^<]+)<\/UploadId>/.exec(await begun.text()) ?? []
    if (!begun.ok || id === undefined) throw away(`an upload in parts answered ${begun.status}`)
    const upload = `uploadId=${encodeURIComponent(unescaped(id))}`
    try {
      const parts: string[] = []
      for (let at = 0; at < size; at += partBytes) {
        const number = parts.length + 1
        const came = await this.#put(`${url}?partNumber=${number}&${upload}`, await partAt(at))
        const etag = came.headers.get('etag') ?? ''
        parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`)
      }
      const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
      const ended = await this.#ask(`${url}?${upload}`, { method: 'POST', body })
      const text = await ended.text()
      // An answer that begins well may still end in an error.
      if (!ended.ok || /<Error>/.test(text)) throw away(`the end of parts answered ${ended.status}`)
    } catch (error) {
      const back = this.#ask(`${url}?${upload}`, { method: 'DELETE' })
      await back.catch(() => {})
      throw error
    }
  }

  /** Without a limit on time (null) where a body is read at the pace of whoever asked for it. */
  async #ask(
    url: string,
    init: RequestInit,
    limitMs: number | null = requestMs,
  ): Promise<Response> {
    try {
      const signal = limitMs === null ? {} : { signal: AbortSignal.timeout(limitMs) }
      const came = await this.#client.fetch(url, { ...init, ...signal })
      if (came.status === 401 || came.status === 403) {
        await came.body?.cancel()
        throw new StorageFault('storage-setup', `the store of files refuses us: ${came.status}`)
      }
      return came
    } catch (error) {
      throw error instanceof StorageFault ? error : away('the store of files is away', error)
    }
  }
}

function away(message: string, cause?: unknown): StorageFault {
  return new StorageFault('storage-unavailable', `store of files: ${message}`, cause)
}

const signs: readonly (readonly [string, string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]

function escaped(text: string): string {
  return signs.reduce((all, [sign, name]) => all.replaceAll(sign, name), text)
}

function unescaped(text: string): string {
  return signs.toReversed().reduce((all, [sign, name]) => all.replaceAll(name, sign), text)
}
