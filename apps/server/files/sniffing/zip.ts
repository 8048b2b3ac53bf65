// SPDX-License-Identifier: EUPL-1.2
import type { Doubt, FileType, Sniffed } from './types.ts'

/** Reads bytes of a file that lies on disk. */
export type ReadAt = (at: number, length: number) => Promise<Uint8Array>

// APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16.
const endSignature = 0x06054b50
const end64Locator = 0x07064b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const endBytes = 22
const longestComment = 65_535
const entryBytes = 46

/** A list of contents beyond this is no document: 64 MB names a million files. */
const longestList = 64 << 20
/** The best that packing does to what people send is some tens. */
const bombRatio = 200
/** Below this nothing that is unpacked hurts anybody. */
const bombBytes = 256 << 20

const programs =
  /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|cpl|reg|sh|app|html?|xhtml|svg)$/i
const macroParts = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^Basic\/|^Scripts\/|macrosheets\//i
const officeParts: readonly (readonly [string, FileType])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]
const byMimetype: readonly FileType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.etsi.asic-e+zip',
]

interface Listing {
  readonly names: readonly string[]
  readonly isEncrypted: boolean
  readonly packedBytes: number
  readonly unpackedBytes: number
}

/** What a zip is, by its list of contents; nothing of it is unpacked. */
export async function sniffZip(readAt: ReadAt, length: number, head: Uint8Array): Promise<Sniffed> {
  const listing = await listingOf(readAt, length)
  if (listing === undefined) return { type: 'application/zip', doubts: ['container-broken'] }
  const { names } = listing
  const type = typeOf(names, head)
  const doubts = new Set<Doubt>()
  if (listing.isEncrypted) doubts.add('encrypted')
  const { unpackedBytes } = listing
  if (unpackedBytes > bombBytes && unpackedBytes > listing.packedBytes * bombRatio) {
    doubts.add('bomb')
  }
  if (names.some((name) => macroParts.test(name))) doubts.add('macros')
  if (names.some(leadsOutside) || new Set(names).size < names.length) {
    doubts.add('container-broken')
  }
  // A dossier brings its own page to be checked with.
  const isDossier = type === 'application/vnd.etsi.asic-e+zip'
  if (!isDossier && names.some((name) => programs.test(name))) doubts.add('active-content')
  return { type, doubts: [...doubts] }
}

function typeOf(names: readonly string[], head: Uint8Array): FileType {
  if (names.includes('[Content_Types].xml')) {
    const found = officeParts.find(([part]) => names.some((name) => name.startsWith(part)))
    if (found !== undefined) return found[1]
  }
  // The first file is called `mimetype` and lies there unpacked, as both formats ask.
  const start = Buffer.from(head.subarray(0, 256)).toString('latin1')
  if (start.slice(30, 38) !== 'mimetype') return 'application/zip'
  return byMimetype.find((type) => start.slice(38).startsWith(type)) ?? 'application/zip'
}

function leadsOutside(name: string): boolean {
  return /^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)
}

async function listingOf(readAt: ReadAt, length: number): Promise<Listing | undefined> {
  const tailLength = Math.min(length, endBytes + longestComment)
  const tailAt = length - tailLength
  const tail = Buffer.from(await readAt(tailAt, tailLength))
  let at = tail.length - endBytes
  while (at >= 0 && tail.readUInt32LE(at) !== endSignature) at -= 1
  if (at < 0 || at + endBytes + tail.readUInt16LE(at + 20) !== tail.length) return undefined
  let count = tail.readUInt16LE(at + 10)
  let size = tail.readUInt32LE(at + 12)
  let start = tail.readUInt32LE(at + 16)
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    if (at < 20 || tail.readUInt32LE(at - 20) !== end64Locator) return undefined
    const end64At = Number(tail.readBigUInt64LE(at - 12))
    if (end64At + 56 > length) return undefined
    const end64 = Buffer.from(await readAt(end64At, 56))
    if (end64.length < 56 || end64.readUInt32LE(0) !== end64Signature) return undefined
    count = Number(end64.readBigUInt64LE(32))
    size = Number(end64.readBigUInt64LE(40))
    start = Number(end64.readBigUInt64LE(48))
  }
  if (size > longestList || start + size > tailAt + at) return undefined
  const list = Buffer.from(await readAt(start, size))
  return entriesOf(list, count)
}

function entriesOf(list: Buffer, count: number): Listing | undefined {
  const names: string[] = []
  let [packedBytes, unpackedBytes, at] = [0, 0, 0]
  let isEncrypted = false
  while (at < list.length) {
    if (at + entryBytes > list.length || list.readUInt32LE(at) !== entrySignature) return undefined
    const nameLength = list.readUInt16LE(at + 28)
    const extraLength = list.readUInt16LE(at + 30)
    const nameAt = at + entryBytes
    const next = nameAt + nameLength + extraLength + list.readUInt16LE(at + 32)
    if (next > list.length) return undefined
    if ((list.readUInt16LE(at + 8) & 1) !== 0) isEncrypted = true
    packedBytes += list.readUInt32LE(at + 20)
    // Beyond four gigabytes the size stands elsewhere: as a sum it is large enough as it is.
    unpackedBytes += list.readUInt32LE(at + 24)
    names.push(list.toString('utf8', nameAt, nameAt + nameLength))
    at = next
  }
  if (names.length !== count) return undefined
  return { names, isEncrypted, packedBytes, unpackedBytes }
}
