// SPDX-License-Identifier: EUPL-1.2
import { type Cursor, textAt } from '../wire.ts'

export interface CipPath {
  classId?: number
  instance?: number
  attribute?: number
  /** Port and address of every hop. */
  readonly hops: { readonly port: number; readonly address: string }[]
  /** What the path insists on to find at its end. */
  key?: ElectronicKey
}

export interface ElectronicKey {
  readonly vendorId: number
  readonly deviceType: number
  readonly productCode: number
  readonly major: number
  readonly minor: number
}

/** Reads segments until the end or the first that is unknown. */
export function readPath(cursor: Cursor): CipPath {
  const path: CipPath = { hops: [] }
  while (cursor.left > 0 && !cursor.isShort) {
    const segment = cursor.u8()
    const kind = segment >> 5
    if (kind === 0) path.hops.push(readHop(cursor, segment))
    else if (segment === 0x34) path.key = readKey(cursor)
    else if (kind === 1) readLogical(cursor, segment, path)
    else if (segment === 0x80) cursor.skip(2 * cursor.u8())
    else if (segment === 0x91) {
      const length = cursor.u8()
      cursor.skip(length + (length & 1))
    } else return path
  }
  return path
}

/**
 * The place of a module behind a device: the slot for one hop over the backplane (port 1), else
 * all hops. Undefined for a path without hops.
 */
export function routeOf({ hops }: CipPath): string | undefined {
  const first = hops[0]
  if (first === undefined) return undefined
  if (hops.length === 1 && first.port === 1) return first.address
  return hops.map(({ port, address }) => `${port}/${address}`).join('/')
}

/** Low bits: port, 15 means that it follows; bit 4: the address has a length and is padded. */
function readHop(cursor: Cursor, segment: number): { port: number; address: string } {
  const isLong = (segment & 0x10) !== 0
  const length = isLong ? cursor.u8() : 1
  const port = (segment & 0x0f) === 15 ? cursor.u16le() : segment & 0x0f
  const at = cursor.skip(length)
  if (isLong && length % 2 === 1) cursor.skip(1)
  if (at === undefined) return { port, address: '' }
  const address = isLong ? textAt(cursor.bytes, at, at + length) : String(cursor.bytes[at])
  return { port, address }
}

function readKey(cursor: Cursor): ElectronicKey {
  // Format 4 is the only one.
  cursor.skip(1)
  const vendorId = cursor.u16le()
  const deviceType = cursor.u16le()
  const productCode = cursor.u16le()
  // The highest bit of the major revision says that compatible ones will do.
  return { vendorId, deviceType, productCode, major: cursor.u8() & 0x7f, minor: cursor.u8() }
}

/** Low two bits: width of the value; bits 2 to 4: what it numbers. */
function readLogical(cursor: Cursor, segment: number, path: CipPath): void {
  const width = segment & 3
  if (width === 1 || width === 2) cursor.skip(1)
  const value = width === 0 ? cursor.u8() : width === 1 ? cursor.u16le() : cursor.u32le()
  const what = (segment >> 2) & 7
  if (what === 0) path.classId = value
  else if (what === 1) path.instance = value
  else if (what === 4) path.attribute = value
}
