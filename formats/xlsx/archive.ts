// SPDX-License-Identifier: EUPL-1.2
import { Unzip, UnzipInflate } from 'fflate'

/** Bounds we choose for workbooks from strangers. */
export const workbookLimits = {
  fileBytes: 32 * 1024 * 1024,
  /** A register of 100,000 rows unpacks to some 80 MB of XML. */
  unpackedBytes: 192 * 1024 * 1024,
  /** Parts of the zip; an ordinary workbook has some 20. */
  entries: 2_000,
} as const

export type ArchiveRefusal =
  | 'not-a-workbook'
  | 'encrypted-or-old'
  | 'too-large'
  | 'too-many-parts'
  | 'unpacks-too-large'
  | 'damaged'

export type Archive =
  | { readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly refusal: ArchiveRefusal }

/**
 * Unpacks the parts a reader of cells needs. The central directory is added up before anything is
 * unpacked, and because it may lie, what comes out is counted again while it comes.
 */
export function unpacked(bytes: Uint8Array): Archive {
  if (bytes.length > workbookLimits.fileBytes) return { refusal: 'too-large' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { refusal: 'encrypted-or-old' }
  if (!startsWith(bytes, [0x50, 0x4b])) return { refusal: 'not-a-workbook' }
  const declared = declaredSizes(bytes)
  if (declared === undefined) return { refusal: 'damaged' }
  if (declared.entries > workbookLimits.entries) return { refusal: 'too-many-parts' }
  if (declared.bytes > workbookLimits.unpackedBytes) return { refusal: 'unpacks-too-large' }
  return inflated(bytes)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value)
}

const endRecordBytes = 22
const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const entryBytes = 46

/** PKWARE APPNOTE 4.3.12 and 4.3.16. Undefined when there is no whole central directory. */
function declaredSizes(bytes: Uint8Array): { entries: number; bytes: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const earliest = Math.max(0, bytes.length - endRecordBytes - 0xffff)
  let end = bytes.length - endRecordBytes
  while (end >= earliest && view.getUint32(end, true) !== endSignature) end -= 1
  if (end < earliest) return undefined
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let sum = 0
  for (let index = 0; index < entries; index += 1) {
    if (at + entryBytes > bytes.length || view.getUint32(at, true) !== entrySignature) {
      return undefined
    }
    sum += view.getUint32(at + 24, true)
    const name = view.getUint16(at + 28, true)
    const extra = view.getUint16(at + 30, true)
    const comment = view.getUint16(at + 32, true)
    at += entryBytes + name + extra + comment
  }
  return { entries, bytes: sum }
}

function inflated(bytes: Uint8Array): Archive {
  const pieces = new Map<string, Uint8Array[]>()
  let total = 0
  let isDamaged = false
  const unzip = new Unzip((file) => {
    if (!isNeeded(file.name)) return
    const chunks: Uint8Array[] = []
    pieces.set(file.name, chunks)
    file.ondata = (error, chunk) => {
      if (error !== null) isDamaged = true
      else {
        total += chunk.length
        if (total > workbookLimits.unpackedBytes) file.terminate()
        else chunks.push(chunk)
      }
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    const step = 16 * 1024
    for (let at = 0; at < bytes.length && total <= workbookLimits.unpackedBytes; at += step) {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    }
  } catch {
    isDamaged = true
  }
  if (total > workbookLimits.unpackedBytes) return { refusal: 'unpacks-too-large' }
  if (isDamaged) return { refusal: 'damaged' }
  const parts: Record<string, Uint8Array> = {}
  for (const [name, chunks] of pieces) parts[name] = joined(chunks)
  return parts['xl/workbook.xml'] === undefined ? { refusal: 'not-a-workbook' } : { parts }
}

function isNeeded(name: string): boolean {
  return (
    name === '[Content_Types].xml' ||
    /^_rels\/|^xl\/(_rels\/|workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/sheet)/.test(
      name,
    )
  )
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
