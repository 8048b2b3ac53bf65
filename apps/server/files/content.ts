// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { type Files, rangeOf } from './files.ts'
import type { FileRow } from './rows.ts'
import { fileTypes } from './sniffing/types.ts'

interface Asked {
  readonly tenant: string
  readonly row: FileRow
  readonly name: string | undefined
  readonly request: FastifyRequest
}

/** The bytes, as something to be saved and never to be shown by a browser on our own behalf. */
export async function contentOf(files: Files, asked: Asked): Promise<Answer> {
  const { tenant, row, request } = asked
  const { digest, size } = row
  const etag = `"${digest}"`
  const headers: Record<string, string> = {
    etag,
    'accept-ranges': 'bytes',
    // Bytes never change under their digest; whether somebody may see them does.
    'cache-control': 'private, no-cache',
    'content-disposition': disposition(asked),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'content-digest': `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`,
  }
  if (isMatched(request.headers['if-none-match'], etag)) return { status: 304, headers }
  const ifRange = request.headers['if-range']
  const isOfOther = ifRange !== undefined && ifRange !== etag
  const range = rangeOf(isOfOther ? undefined : request.headers.range, size)
  if (!range.ok) return { status: 416, headers: { 'content-range': `bytes */${size}` } }
  const { value } = range
  const length = value === undefined ? size : value.to - value.from + 1
  headers['content-length'] = String(length)
  if (value !== undefined) {
    headers['content-range'] = `bytes ${value.from}-${value.to}/${size}`
    // A digest is of the whole.
    delete headers['content-digest']
  }
  const body =
    request.method === 'HEAD' ? Readable.from([]) : await files.open(tenant, digest, value)
  if (body === undefined) {
    request.log.error({ digest }, 'a file on record has no bytes')
    return no('file-absent')
  }
  const type = row.state === 'quarantined' ? 'application/octet-stream' : row.type
  return { status: value === undefined ? 200 : 206, headers, body, type }
}

function isMatched(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one === '*')
}

/** RFC 6266 with RFC 8187: a name in ASCII for all, the right one for those who can. */
function disposition({ row, name }: Asked): string {
  const { extension } = fileTypes[row.type] ?? fileTypes['application/octet-stream']
  const wanted = name ?? row.name ?? `${row.digest.slice(0, 12)}.${extension}`
  const full = row.state === 'quarantined' ? `${wanted}.quarantined` : wanted
  const plain = full.replaceAll(/[^A-Za-z0-9._ ()-]/g, '_')
  const encoded = encodeURIComponent(full).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
