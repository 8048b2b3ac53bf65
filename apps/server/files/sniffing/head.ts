// SPDX-License-Identifier: EUPL-1.2
import type { FileType, Sniffed } from './types.ts'

/** As much of the beginning as is looked at. */
export const headBytes = 1 << 16

interface Magic {
  readonly at?: number
  /** Hex digits; `..` is any byte. */
  readonly bytes: string
  readonly type: FileType
  readonly doubt?: 'macros' | 'active-content'
}

// Each from the specification of its format; the longer and the stranger before the short.
const magics: readonly Magic[] = [
  { bytes: '255044462d', type: 'application/pdf' },
  { bytes: '89504e470d0a1a0a', type: 'image/png' },
  { bytes: 'ffd8ff', type: 'image/jpeg' },
  { bytes: '52494646........57454250', type: 'image/webp' },
  { bytes: '504b0304', type: 'application/zip' },
  // An empty archive.
  { bytes: '504b0506', type: 'application/zip' },
  { bytes: 'd4c3b2a1', type: 'application/vnd.tcpdump.pcap' },
  { bytes: 'a1b2c3d4', type: 'application/vnd.tcpdump.pcap' },
  { bytes: '4d3cb2a1', type: 'application/vnd.tcpdump.pcap' },
  { bytes: 'a1b23c4d', type: 'application/vnd.tcpdump.pcap' },
  { bytes: '0a0d0d0a........1a2b3c4d', type: 'application/x-pcapng' },
  { bytes: '0a0d0d0a........4d3c2b1a', type: 'application/x-pcapng' },
  { bytes: '1f8b08', type: 'application/gzip' },
  { bytes: '28b52ffd', type: 'application/zstd' },
  // Compound files: Office before 2007, and any Office document under a password.
  { bytes: 'd0cf11e0a1b11ae1', type: 'application/octet-stream', doubt: 'macros' },
  { bytes: '7f454c46', type: 'application/octet-stream', doubt: 'active-content' },
  { bytes: 'cafebabe', type: 'application/octet-stream', doubt: 'active-content' },
  { bytes: 'cffaedfe', type: 'application/octet-stream', doubt: 'active-content' },
  { bytes: 'cefaedfe', type: 'application/octet-stream', doubt: 'active-content' },
  { bytes: '4d5a', type: 'application/octet-stream', doubt: 'active-content' },
  // A shortcut of Windows.
  { bytes: '4c0000000114020', type: 'application/octet-stream', doubt: 'active-content' },
]

/** RFC 5652: SignedData, and RFC 3161: a reply with one inside. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex')
const signedDataWithin = 40

/** What the first bytes are; undefined when they may be text. */
export function sniffHead(head: Uint8Array): Sniffed | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const hex = bytes.subarray(0, 16).toString('hex')
  const magic = magics.find(({ bytes: wanted }) => matches(hex, wanted))
  if (magic !== undefined) {
    const { type, doubt } = magic
    const unknown = type === 'application/octet-stream' ? (['type-unknown'] as const) : []
    return { type, doubts: doubt === undefined ? unknown : [doubt] }
  }
  if (bytes[0] === 0x30) {
    const at = bytes.subarray(0, signedDataWithin).indexOf(signedData)
    if (at >= 2 && at <= 6) return { type: 'application/pkcs7-mime', doubts: [] }
    if (at > 6) return { type: 'application/timestamp-reply', doubts: [] }
  }
  return bytes.includes(0) && !isWide(bytes)
    ? { type: 'application/octet-stream', doubts: ['type-unknown'] }
    : undefined
}

/** Text in units of two bytes, which is text and not what we take. */
function isWide(bytes: Buffer): boolean {
  if (bytes.length < 2) return false
  const mark = bytes.readUInt16BE(0)
  return mark === 0xfeff || mark === 0xfffe
}

function matches(hex: string, wanted: string): boolean {
  for (let at = 0; at < wanted.length; at += 1) {
    if (wanted[at] !== '.' && wanted[at] !== hex[at]) return false
  }
  return true
}
