// SPDX-License-Identifier: EUPL-1.2
import type { Outcome } from '@schouw/core/kernel'
import { ascii, base64, utf8Text } from '../bytes/index.ts'
import type { Sha256 } from '../cryptography/index.ts'
import { inOrder, writeZip, type ZipFile, type ZipRefusal } from './zip.ts'

export const manifestName = 'META-INF/ASiCManifest.xml'
export const sealName = 'META-INF/timestamp.tst'
export const mediaTypeName = 'mimetype'
export const mediaType = 'application/vnd.etsi.asic-e+zip'

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\n'
const sealed = `<asic:SigReference MimeType="application/vnd.etsi.timestamp-token" URI="${sealName}"/>\n`
const foot = '</asic:ASiCManifest>\n'

/** Files that the manifest speaks of: all but the media type and what lies beside it. */
export function isListed(name: string): boolean {
  return name !== mediaTypeName && !name.startsWith('META-INF/')
}

/**
 * ASiC-E, EN 319 162-1: a digest of every file, in one spelling. Names are those of `writeZip`, in
 * which nothing has to be escaped.
 */
export function manifestOf(files: readonly ZipFile[], sha256: Sha256): Uint8Array {
  const isSealed = files.some(({ name }) => name === sealName)
  const lines = files
    .filter(({ name }) => isListed(name))
    .map(({ name, bytes }) => lineOf(name, base64(sha256(bytes))))
  return ascii([head, isSealed ? sealed : '', ...lines, foot].join(''))
}

function lineOf(name: string, digest: string): string {
  return `<asic:DataObjectReference URI="${name}"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${digest}</ds:DigestValue></asic:DataObjectReference>\n`
}

/** What a manifest says of each file, as far as it can be read. */
export function digestsIn(manifest: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const line = /URI="([^"]{1,400})"><ds:DigestMethod [^>]{1,100}><ds:DigestValue>([^<]{1,100})</g
  for (const [, name = '', digest = ''] of (utf8Text(manifest) ?? '').matchAll(line)) {
    found.set(name, digest)
  }
  return found
}

/** What an authority is asked to stamp: the list as it will be once the token lies beside it. */
export function sealable(files: readonly ZipFile[], sha256: Sha256): Uint8Array {
  return manifestOf([...inZipOrder(files), { name: sealName, bytes: new Uint8Array() }], sha256)
}

/** The files with their list, in the one form of a dossier. A seal is a file among them. */
export function containerOf(
  files: readonly ZipFile[],
  sha256: Sha256,
): Outcome<Uint8Array, ZipRefusal> {
  const manifest = { name: manifestName, bytes: manifestOf(inZipOrder(files), sha256) }
  return writeZip(inZipOrder([...files, manifest]))
}

function inZipOrder(files: readonly ZipFile[]): readonly ZipFile[] {
  return files.toSorted((a, b) => inOrder(a.name, b.name))
}
