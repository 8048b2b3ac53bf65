// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { recordRemoteAccess, remoteAccessByCertificate } from '../remote-access/names.ts'
import { Cursor, hex, textAt } from '../wire.ts'
import { nameStrings, readCertificate } from './certificate.ts'
import { type ClientHello, protocolNames, readClientHello } from './client-hello.ts'
import { isGrease, ja3, ja4, type Transport } from './fingerprints.ts'

/** Handshake messages that state something (RFC 8446, section 4; RFC 6066, section 8). */
export const message = {
  clientHello: 1,
  serverHello: 2,
  certificate: 11,
  certificateStatus: 22,
} as const

/** Whether the message is one that `recordMessage` reads. */
export function isRead(type: number): boolean {
  return (
    type === message.clientHello ||
    type === message.serverHello ||
    type === message.certificate ||
    type === message.certificateStatus
  )
}

/** Versions that RFC 8996 and RFC 7568 put out of use. */
const oldVersions: readonly number[] = [0x0002, 0x0300, 0x0301, 0x0302, 0xfeff]

/** A certificate list longer than this is not read to its end. */
const maxCertificates = 16

export interface Message {
  readonly type: number
  /** The body, clamped to what is there. */
  readonly body: Cursor
  readonly transport: Transport
  /** The record layer's version, for certificates in TLS 1.3 form. */
  readonly isTls13?: boolean
}

/** Records what one handshake message says about its sender. Total; names a cut body. */
export function recordMessage(given: Message, recorder: Recorder): void {
  const { type, body, transport } = given
  if (type === message.clientHello) {
    const hello = readClientHello(body, transport === 'd')
    recordClientHello(hello, transport, recorder)
    if (hello.isShort) recorder.oddity('truncated')
  } else if (type === message.serverHello) {
    recordServerHello(body, recorder)
  } else if (type === message.certificate) {
    recordCertificates(body, recorder)
  } else if (type === message.certificateStatus) {
    recordNames(body, recorder)
  }
}

function recordClientHello(hello: ClientHello, transport: Transport, recorder: Recorder): void {
  const offered = hello.versions.filter((version) => !isGrease(version))
  const highest = offered.length > 0 ? Math.max(...offered) : hello.legacyVersion
  recorder.fact('tls.client_version', versionName(highest))
  if (isOld(highest))
    recorder.event('old_version', { version: versionName(highest), how: 'offered' })
  if (hello.sni !== undefined) {
    recorder.fact('sni', hello.sni)
    recordRemoteAccess(hello.sni, 'sni', recorder)
  }
  const alpn = hello.alpn.map((name) => textAt(name, 0, name.length)).join(',')
  recorder.fact('tls.alpn', alpn)
  // A fingerprint of half a message would be the fingerprint of nobody.
  if (hello.isShort) return
  recorder.fact('tls.ja3', ja3(hello))
  recorder.fact('ja4', ja4(hello, transport))
}

function recordServerHello(body: Cursor, recorder: Recorder): void {
  let version = body.u16()
  body.skip(32)
  body.skip(body.u8())
  const cipher = body.u16()
  body.skip(1)
  if (body.isShort) {
    recorder.oddity('truncated')
    return
  }
  const extensions = body.left >= 2 ? body.upTo(body.u16()) : body.upTo(0)
  while (extensions.left >= 4) {
    const type = extensions.u16()
    const content = extensions.upTo(extensions.u16())
    if (type === 43 && content.left === 2) version = content.u16()
    if (type !== 16) continue
    const [chosen] = protocolNames(content)
    if (chosen !== undefined) recorder.fact('tls.alpn', textAt(chosen, 0, chosen.length))
  }
  recorder.fact('tls.version', versionName(version))
  recorder.fact('tls.cipher', hex(cipher, 4))
  if (isOld(version))
    recorder.event('old_version', { version: versionName(version), how: 'agreed' })
  if (extensions.isShort || body.isShort) recorder.oddity('truncated')
}

function recordCertificates(body: Cursor, recorder: Recorder): void {
  recordNames(new Cursor(body, body.at, body.to), recorder)
  const list = body.upTo(body.u24())
  for (let index = 0; list.left > 3 && index < maxCertificates; index += 1) {
    const one = list.upTo(list.u24())
    // Only the first is the speaker's own; the rest are the authorities that vouch for it.
    if (index === 0) recordLeaf(one, recorder)
  }
  if (list.isShort || body.isShort) recorder.oddity('truncated')
}

function recordLeaf(one: Cursor, recorder: Recorder): void {
  const certificate = readCertificate(one.bytes, one.at, one.to)
  if (certificate === undefined) {
    recorder.oddity('certificate-unreadable')
    return
  }
  const { subject, issuer } = certificate
  recorder.fact('certificate_subject', subject.commonName ?? subject.organisation ?? '')
  recorder.fact('tls.certificate_organisation', subject.organisation ?? '')
  recorder.fact('tls.certificate_subject_serial', subject.serialNumber ?? '')
  recorder.fact('tls.certificate_issuer', issuer.commonName ?? issuer.organisation ?? '')
  recorder.fact('tls.certificate_not_before', certificate.notBefore ?? '')
  recorder.fact('tls.certificate_not_after', certificate.notAfter ?? '')
  for (const name of certificate.alternativeNames) {
    recorder.fact('tls.certificate_alternative_name', name)
  }
}

function recordNames(body: Cursor, recorder: Recorder): void {
  let tool: string | undefined
  for (const name of nameStrings(body.bytes, body.at, body.to)) {
    recorder.fact('tls.certificate_string', name)
    tool ??= remoteAccessByCertificate(name)
  }
  if (tool !== undefined) recorder.event('remote_access', { tool, how: 'certificate' })
}

const versionNames: Readonly<Record<number, string>> = {
  2: 'SSL 2.0',
  768: 'SSL 3.0',
  769: 'TLS 1.0',
  770: 'TLS 1.1',
  771: 'TLS 1.2',
  772: 'TLS 1.3',
  65279: 'DTLS 1.0',
  65277: 'DTLS 1.2',
  65276: 'DTLS 1.3',
}

export function versionName(version: number): string {
  return versionNames[version] ?? hex(version, 4)
}

function isOld(version: number): boolean {
  return oldVersions.includes(version)
}
