// SPDX-License-Identifier: EUPL-1.2
// A small stand-in for an S3 service: it checks every signature by the published rules, with code of
// its own, and keeps objects in memory.
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../s3-store.ts'

export interface StandIn {
  readonly settings: S3Settings
  readonly objects: ReadonlyMap<string, Buffer>
  /** Uploads in parts that were neither ended nor taken back. */
  readonly open: ReadonlyMap<string, ReadonlyMap<number, Buffer>>
  /** Requests refused for their signature. */
  readonly refused: readonly string[]
  /** Answers so many further requests of this method with 503, or all of them after some. */
  fail(method: string, times: number, after?: number): void
  close(): Promise<void>
}

const hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const mac = (key: Uint8Array | string, text: string) =>
  createHmac('sha256', key).update(text).digest()
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )

export async function standIn(): Promise<StandIn> {
  const secret = 'stand-in/secret+key'
  const objects = new Map<string, Buffer>()
  const open = new Map<string, Map<number, Buffer>>()
  const refused: string[] = []
  const failing = { method: '', times: 0, after: 0 }

  /** Amazon S3 API reference, "Authenticating requests: using the Authorization header". */
  const isSigned = (request: IncomingMessage, url: URL, body: Buffer): boolean => {
    const found =
      /^AWS4-HMAC-SHA256 Credential=stand-in\/(\d{8})\/eu-central-1\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
        request.headers.authorization ?? '',
      )
    if (found === null) return false
    const [, day = '', names = '', signature] = found
    const sum = String(request.headers['x-amz-content-sha256'])
    if (sum !== 'UNSIGNED-PAYLOAD' && sum !== hex(body)) return false
    if (body.length > 100_000 && sum === 'UNSIGNED-PAYLOAD') return false
    const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    const headers = names
      .split(';')
      .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    const canonical = [
      request.method,
      url.pathname,
      query.sort().join('&'),
      headers.join(''),
      names,
      sum,
    ]
    const scope = `${day}/eu-central-1/s3/aws4_request`
    const date = String(request.headers['x-amz-date'])
    const text = ['AWS4-HMAC-SHA256', date, scope, hex(canonical.join('\n'))].join('\n')
    const key = ['eu-central-1', 's3', 'aws4_request'].reduce<Uint8Array>(
      mac,
      mac(`AWS4${secret}`, day),
    )
    return mac(key, text).toString('hex') === signature
  }

  const answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => {
    const url = new URL(request.url ?? '', 'http://stand-in')
    const say = (status: number, text: string | Buffer = '', headers = {}) =>
      response.writeHead(status, headers).end(text)
    if (!isSigned(request, url, body)) {
      refused.push(`${request.method} ${request.url}`)
      return say(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    }
    if (failing.times > 0 && failing.method === request.method) {
      if (failing.after > 0) failing.after -= 1
      else {
        failing.times -= 1
        return say(503)
      }
    }
    const key = url.pathname
    const upload = url.searchParams.get('uploadId') ?? ''
    const parts = open.get(upload)
    const object = objects.get(key)
    switch (request.method) {
      case 'PUT': {
        if (upload === '') objects.set(key, body)
        else if (parts === undefined) return say(404)
        else parts.set(Number(url.searchParams.get('partNumber')), body)
        return say(200, '', { etag: `"${hex(body).slice(0, 32)}"` })
      }
      case 'POST': {
        if (url.searchParams.has('uploads')) {
          const id = `${randomUUID()}+/=`
          open.set(id, new Map())
          return say(200, `<R><UploadId>${id}</UploadId></R>`)
        }
        const listed = [
          ...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)/g),
        ]
        const wanted = listed.map(([, number, etag]) => {
          const part = parts?.get(Number(number))
          const isSame = part && etag === `&quot;${hex(part).slice(0, 32)}&quot;`
          return isSame ? part : undefined
        })
        if (parts === undefined || wanted.includes(undefined)) return say(200, '<Error></Error>')
        objects.set(key, Buffer.concat(wanted as Buffer[]))
        open.delete(upload)
        return say(200, '<CompleteMultipartUploadResult/>')
      }
      case 'DELETE': {
        if (upload === '') objects.delete(key)
        else open.delete(upload)
        return say(204)
      }
      default: {
        if (object === undefined) return say(404)
        const length = { 'content-length': object.length }
        if (request.method === 'HEAD') return say(200, '', length)
        const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
        if (from === undefined) return say(200, object, length)
        return say(206, object.subarray(Number(from), Number(to) + 1))
      }
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => answer(request, response, Buffer.concat(chunks)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: {
      url: `http://127.0.0.1:${port}`,
      bucket: 'evidence',
      region: 'eu-central-1',
      keyId: 'stand-in',
      secret,
    },
    objects,
    open,
    refused,
    fail: (method, times, after = 0) => void Object.assign(failing, { method, times, after }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
