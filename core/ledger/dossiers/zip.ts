// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { ascii, concat, equalBytes } from '../bytes/index.ts'
import { crc32 } from './crc32.ts'

export interface ZipFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type ZipRefusal =
  | 'container-name'
  | 'container-order'
  | 'container-large'
  | 'container-broken'
  | 'container-not-canonical'

const localBytes = 30

/** The format counts files in two bytes, without the extensions that we do not write. */
const mostFiles = 0xffff
const mostBytes = 0xffff_ffff
/** 1 January 1980, the first day that the format knows: when it was made is no part of it. */
const day = 0x0021
const path = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,3}$/

/** Which comes first: the media type, which ASiC wants there, then by name. */
export function inOrder(one: string, other: string): number {
  if (one === other) return 0
  if (one === 'mimetype') return -1
  if (other === 'mimetype') return 1
  return one < other ? -1 : 1
}

/** The one form that a list of files has: stored, in order, without times, comments or extras. */
export function writeZip(files: readonly ZipFile[]): Outcome<Uint8Array, ZipRefusal> {
  const bodies: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  let former: string | undefined
  if (files.length > mostFiles) return refuse('container-large', { files: files.length })
  for (const { name, bytes } of files) {
    if (!path.test(name)) return refuse('container-name', { name })
    if (former !== undefined && inOrder(former, name) >= 0)
      return refuse('container-order', { name })
    former = name
    const spelled = ascii(name)
    const shared = sharedFields(bytes, spelled.length)
    bodies.push(numbers([4, 0x04034b50]), shared, spelled, bytes)
    central.push(
      numbers([4, 0x02014b50], [2, 10]),
      shared,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      spelled,
    )
    offset += localBytes + spelled.length + bytes.length
    if (offset > mostBytes) return refuse('container-large', { name })
  }
  const list = concat(central)
  const count = files.length
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, list.length],
    [4, offset],
    [2, 0],
  )
  return ok(concat([...bodies, list, end]))
}

/** From the version on: what local header and central directory say alike. */
function sharedFields(bytes: Uint8Array, nameBytes: number): Uint8Array {
  return numbers(
    [2, 10],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, day],
    [4, crc32(bytes)],
    [4, bytes.length],
    [4, bytes.length],
    [2, nameBytes],
    [2, 0],
  )
}

/**
 * Reads only what `writeZip` writes: the files are found by their local headers and written again,
 * and every byte has to be the same. So there is no room for a second list of contents, a name
 * twice, bytes between files, or anything that two readers would read differently.
 */
export function readZip(bytes: Uint8Array): Outcome<readonly ZipFile[], ZipRefusal> {
  const files: ZipFile[] = []
  let at = 0
  while (numberAt(bytes, at, 4) === 0x04034b50) {
    const size = numberAt(bytes, at + 18, 4)
    const nameBytes = numberAt(bytes, at + 26, 2)
    const from = at + localBytes + nameBytes
    if (from + size > bytes.length || files.length > mostFiles) {
      return refuse('container-broken', { at, after: files.at(-1)?.name ?? null })
    }
    const name = text(bytes.subarray(at + localBytes, from))
    files.push({ name, bytes: bytes.subarray(from, from + size) })
    at = from + size
  }
  if (files.length === 0) return refuse('container-broken', { at: 0, after: null })
  const written = writeZip(files)
  if (!written.ok) return written
  if (equalBytes(written.value, bytes)) return ok(files)
  return refuse('container-not-canonical', placeOf(written.value, bytes, files))
}

/** Where it differs first, and in which file. */
function placeOf(written: Uint8Array, bytes: Uint8Array, files: readonly ZipFile[]) {
  const least = Math.min(written.length, bytes.length)
  let at = 0
  while (at < least && written[at] === bytes[at]) at += 1
  let from = 0
  for (const { name, bytes: body } of files) {
    const to = from + localBytes + name.length + body.length
    if (at >= from && at < to) return { at, file: name }
    from = to
  }
  return { at, file: null }
}

function numbers(...fields: readonly (readonly [width: number, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of fields) {
    for (let place = 0; place < width; place += 1) {
      bytes[at] = Math.floor(value / 256 ** place) % 256
      at += 1
    }
  }
  return bytes
}

function numberAt(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let place = width - 1; place >= 0; place -= 1) {
    value = value * 256 + (bytes[at + place] ?? 0)
  }
  return value
}

function text(bytes: Uint8Array): string {
  let spelled = ''
  for (const byte of bytes.subarray(0, 512)) spelled += String.fromCharCode(byte)
  return spelled
}
