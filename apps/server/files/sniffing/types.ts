// SPDX-License-Identifier: EUPL-1.2

const mega = 1 << 20
const giga = 1 << 30

/** What we accept, with the extension it is handed out under and the most bytes it may have. */
export const fileTypes = {
  'application/pdf': { extension: 'pdf', mostBytes: 512 * mega },
  'image/png': { extension: 'png', mostBytes: 128 * mega },
  'image/jpeg': { extension: 'jpg', mostBytes: 128 * mega },
  'image/webp': { extension: 'webp', mostBytes: 128 * mega },
  'application/zip': { extension: 'zip', mostBytes: 4 * giga },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extension: 'docx',
    mostBytes: 256 * mega,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extension: 'xlsx',
    mostBytes: 256 * mega,
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    extension: 'pptx',
    mostBytes: 512 * mega,
  },
  'application/vnd.oasis.opendocument.text': { extension: 'odt', mostBytes: 256 * mega },
  'application/vnd.oasis.opendocument.spreadsheet': { extension: 'ods', mostBytes: 256 * mega },
  'application/vnd.oasis.opendocument.presentation': { extension: 'odp', mostBytes: 512 * mega },
  'application/vnd.etsi.asic-e+zip': { extension: 'asice', mostBytes: 4 * giga },
  // Captures of days are large; everything else that is larger than this is a mistake.
  'application/vnd.tcpdump.pcap': { extension: 'pcap', mostBytes: 16 * giga },
  'application/x-pcapng': { extension: 'pcapng', mostBytes: 16 * giga },
  'application/gzip': { extension: 'gz', mostBytes: 8 * giga },
  'application/zstd': { extension: 'zst', mostBytes: 8 * giga },
  'application/json': { extension: 'json', mostBytes: giga },
  'application/xml': { extension: 'xml', mostBytes: giga },
  'text/csv': { extension: 'csv', mostBytes: giga },
  'text/plain': { extension: 'txt', mostBytes: giga },
  'message/rfc822': { extension: 'eml', mostBytes: 256 * mega },
  'application/pkcs7-mime': { extension: 'p7m', mostBytes: 512 * mega },
  'application/timestamp-reply': { extension: 'tsr', mostBytes: mega },
  /** What the bytes do not tell; always in quarantine. */
  'application/octet-stream': { extension: 'bin', mostBytes: 256 * mega },
} as const satisfies Readonly<
  Record<string, { readonly extension: string; readonly mostBytes: number }>
>

export type FileType = keyof typeof fileTypes

export const mostBytesOfAny = Math.max(...Object.values(fileTypes).map((one) => one.mostBytes))

/** Why a file is kept apart until somebody has looked. */
export type Doubt =
  /** Neither a type that we accept nor readable text. */
  | 'type-unknown'
  /** The bytes are of another type than the sender or the name says. */
  | 'type-differs'
  /** Office with macros, or of a kind that may always hold them. */
  | 'macros'
  /** HTML, SVG, scripts, programs: what runs when it is opened. */
  | 'active-content'
  /** Nobody can look inside. */
  | 'encrypted'
  /** Unpacks to far more than it is. */
  | 'bomb'
  /** A container whose list of contents is broken, doubled or leads outside. */
  | 'container-broken'
  /** Text, but not UTF-8. */
  | 'not-utf8'

/** What the bytes say. */
export interface Sniffed {
  readonly type: FileType
  readonly doubts: readonly Doubt[]
}
