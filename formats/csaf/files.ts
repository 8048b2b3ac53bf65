// SPDX-License-Identifier: EUPL-1.2
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Unzip, UnzipInflate } from 'fflate'
import { documentLimits } from './limits.ts'

/** One file of what was carried in; `problem` where it could not be unpacked. */
export type CarriedFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: string }

/** Names worth unpacking; other files of an archive are passed over. */
const wanted = /\.(?:json|xml|csv|csv\.gz|sha256|sha512|asc)$/i

/**
 * The files of a zip, of a tar (plain or gzip), or the one file it is. One is in memory at a time
 * besides the archive itself; what unpacks without end is cut off by what comes out.
 */
export function* filesIn(path: string, name: string): Generator<CarriedFile> {
  const bytes = bytesOf(path)
  if (typeof bytes === 'string') {
    yield { path: name, problem: bytes }
    return
  }
  if (isZip(bytes)) {
    yield* inZip(bytes)
    return
  }
  if (isGzip(bytes)) {
    const plain = unpacked(bytes)
    if (plain === undefined) yield { path: name, problem: 'gzip that does not unpack in bounds' }
    else if (isTar(plain)) yield* inTar(plain)
    else yield { path: name.replace(/\.gz$/i, ''), bytes: plain }
    return
  }
  if (isTar(bytes)) yield* inTar(bytes)
  else if (bytes.length > documentLimits.documentBytes) {
    yield { path: name, problem: `more than ${documentLimits.documentBytes >> 20} MB` }
  } else yield { path: name, bytes }
}

function bytesOf(path: string): Uint8Array | string {
  try {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      if (size > documentLimits.archiveBytes) return `${Math.ceil(size / (1 << 20))} MB`
      return readFileSync(file)
    } finally {
      closeSync(file)
    }
  } catch (fault) {
    return String((fault as NodeJS.ErrnoException).code ?? 'unreadable')
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar'
}

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: documentLimits.archiveBytes })
  } catch {
    return undefined
  }
}

function* inZip(bytes: Uint8Array): Generator<CarriedFile> {
  const ready: CarriedFile[] = []
  let total = 0
  let files = 0
  let trouble = ''
  const unzip = new Unzip((file) => {
    if (!wanted.test(file.name) || trouble !== '') return
    files += 1
    if (files > documentLimits.archiveFiles) {
      trouble = `more than ${documentLimits.archiveFiles} files`
      return
    }
    let chunks: Uint8Array[] = []
    let size = 0
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) {
        trouble = 'a damaged zip'
        return
      }
      size += chunk.length
      total += chunk.length
      if (total > documentLimits.unpackedBytes) trouble = 'a zip that unpacks without end'
      if (size > documentLimits.documentBytes || trouble !== '') {
        chunks = []
        file.terminate()
        if (trouble === '') ready.push({ path: file.name, problem: 'a file that is too large' })
        return
      }
      chunks.push(chunk)
      if (isLast) ready.push({ path: file.name, bytes: Buffer.concat(chunks) })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  const step = 64 * 1024
  for (let at = 0; at < bytes.length && trouble === ''; at += step) {
    try {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    } catch {
      trouble = 'a damaged zip'
    }
    yield* ready.splice(0)
  }
  if (trouble !== '') yield { path: '', problem: trouble }
}

const block = 512

/** The tape archive of POSIX, with the long names of its two extensions. */
function* inTar(bytes: Uint8Array): Generator<CarriedFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let longName = ''
  let files = 0
  for (let at = 0; at + block <= buffer.length; ) {
    const head = buffer.subarray(at, at + block)
    if (head[0] === 0) return
    const size = Number.parseInt(textOf(head, 124, 12).trim() || '0', 8)
    const type = String.fromCharCode(head[156] ?? 0)
    const start = at + block
    if (!Number.isInteger(size) || size < 0 || start + size > buffer.length) {
      yield { path: '', problem: 'a tar that is cut off' }
      return
    }
    at = start + Math.ceil(size / block) * block
    const content = buffer.subarray(start, start + size)
    if (type === 'L') longName = content.toString('utf8').replace(/\0.*$/s, '')
    else if (type === 'x')
      longName = /^\d+ path=([^\n]*)\n/m.exec(content.toString('utf8'))?.[1] ?? ''
    else {
      const prefix = textOf(head, 345, 155)
      const own = textOf(head, 0, 100)
      const path = longName || (prefix === '' ? own : `${prefix}/${own}`)
      longName = ''
      if ((type !== '0' && type !== '\0') || !wanted.test(path)) continue
      files += 1
      if (files > documentLimits.archiveFiles) {
        yield { path: '', problem: `more than ${documentLimits.archiveFiles} files` }
        return
      }
      yield size > documentLimits.documentBytes
        ? { path, problem: 'a file that is too large' }
        : { path, bytes: content }
    }
  }
}

function textOf(bytes: Buffer, from: number, length: number): string {
  return bytes.toString('utf8', from, from + length).replace(/\0.*$/s, '')
}
