// SPDX-License-Identifier: EUPL-1.2
import type { Doubt, FileType, Sniffed } from './types.ts'
import { fileTypes } from './types.ts'

/** What whoever sends a file says that it is. */
export interface Claim {
  /** Of the header, with or without parameters. */
  readonly mediaType?: string | undefined
  readonly name?: string | undefined
}

/** Names of types that mean no type. */
const silent = ['', 'application/octet-stream', 'binary/octet-stream', 'multipart/form-data']

const otherNames = new Map<string, FileType>(
  Object.entries({
    'application/x-pdf': 'application/pdf',
    'image/jpg': 'image/jpeg',
    'application/x-zip-compressed': 'application/zip',
    'application/x-gzip': 'application/gzip',
    'application/pcap': 'application/vnd.tcpdump.pcap',
    'application/x-pcap': 'application/vnd.tcpdump.pcap',
    'text/xml': 'application/xml',
    'text/json': 'application/json',
    'application/csv': 'text/csv',
    'application/x-pkcs7-mime': 'application/pkcs7-mime',
    'application/pkcs7-signature': 'application/pkcs7-mime',
    'application/x-pkcs7-signature': 'application/pkcs7-mime',
  }),
)

const otherExtensions = new Map<string, FileType>(
  Object.entries({
    jpeg: 'image/jpeg',
    cap: 'application/vnd.tcpdump.pcap',
    p7s: 'application/pkcs7-mime',
    p7c: 'application/pkcs7-mime',
    log: 'text/plain',
    md: 'text/plain',
    yaml: 'text/plain',
    yml: 'text/plain',
    ndjson: 'application/json',
    nessus: 'application/xml',
    cdx: 'application/json',
  }),
)
const activeExtensions =
  /^(html?|xhtml|mht(ml)?|svgz?|js|mjs|vbs?|ps1|bat|cmd|exe|dll|com|scr|msi|hta|lnk|jar|sh|py|php|wsf|chm|url)$/
const macroExtensions =
  /^(doc|xls|ppt|dot|xlt|pot|mdb|docm|xlsm|pptm|dotm|xltm|potm|xlam|ppam|xlsb)$/

/** What reads as plain text may be called any of these. */
const texts: readonly FileType[] = ['text/plain', 'text/csv', 'application/json', 'application/xml']

/** The type and the doubts, once what was claimed is held against what was found. */
export function judged(sniffed: Sniffed, claim: Claim): Sniffed {
  const doubts = new Set<Doubt>(sniffed.doubts)
  const extension = /\.([a-z0-9]{1,10})$/i.exec(claim.name ?? '')?.[1]?.toLowerCase()
  const media = claim.mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (extension !== undefined && activeExtensions.test(extension)) doubts.add('active-content')
  if (extension !== undefined && macroExtensions.test(extension)) doubts.add('macros')
  if (/^(text\/html|image\/svg\+xml|.*(javascript|x-sh|x-msdownload).*)$/.test(media)) {
    doubts.add('active-content')
  }
  if (/macroenabled/.test(media)) doubts.add('macros')
  const byName = extension === undefined ? undefined : typeOfExtension(extension)
  const byMedia = silent.includes(media) ? undefined : (otherNames.get(media) ?? media)
  for (const one of [byName, byMedia]) {
    if (one !== undefined && !isSame(sniffed.type, one)) doubts.add('type-differs')
  }
  return { type: finer(sniffed.type, [byName, byMedia]), doubts: [...doubts].sort() }
}

function typeOfExtension(extension: string): FileType | undefined {
  const own = Object.entries(fileTypes).find(([, type]) => type.extension === extension)
  return (own?.[0] as FileType | undefined) ?? otherExtensions.get(extension)
}

function isSame(found: FileType, claimed: string): boolean {
  if (found === claimed) return true
  // Every document of these is a zip, and every one of those text.
  if (claimed === 'application/zip')
    return fileTypes[found].extension === 'asice' || isOffice(found)
  if (claimed === 'application/x-pcapng' || claimed === 'application/vnd.tcpdump.pcap') {
    return found === 'application/x-pcapng' || found === 'application/vnd.tcpdump.pcap'
  }
  if (/^application\/[\w.-]+\+json$/.test(claimed)) return found === 'application/json'
  if (/^application\/[\w.-]+\+xml$/.test(claimed)) return found === 'application/xml'
  if (!texts.includes(found)) return false
  if (claimed === 'application/json' || claimed === 'application/xml') return false
  return claimed.startsWith('text/') || claimed === 'application/yaml'
}

function isOffice(type: FileType): boolean {
  return /officedocument|opendocument/.test(type)
}

/** Rows and plain words look alike: there the claim decides. */
function finer(found: FileType, claims: readonly (string | undefined)[]): FileType {
  if (!texts.includes(found)) return found
  if (claims.includes('text/csv')) return 'text/csv'
  return claims.includes('text/plain') ? 'text/plain' : found
}
