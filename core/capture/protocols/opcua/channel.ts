// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { readCertificate } from '../tls/certificate.ts'
import { type Cursor, hex } from '../wire.ts'
import { byteString, nodeId, skipRequestHeader, text } from './encoding.ts'

export const noSecurity = 'http://opcfoundation.org/UA/SecurityPolicy#None'

const openRequest = 446

/** Message security modes. */
const modes: Readonly<Record<number, string>> = { 1: 'none', 2: 'sign', 3: 'sign_and_encrypt' }

/** Five numbers, then where the client means to connect. */
export function recordHello(cursor: Cursor, recorder: Recorder): void {
  cursor.skip(20)
  const url = text(cursor)
  if (cursor.isShort) recorder.oddity('truncated')
  else recorder.fact('opcua.endpoint_url', url, 'receiver')
}

/** Channel, policy, certificate of the sender. The rest may be encrypted. */
export function recordChannel(cursor: Cursor, recorder: Recorder): void {
  cursor.skip(4)
  const policy = text(cursor)
  const certificate = byteString(cursor)
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  recorder.fact('opcua.channel_policy', policy)
  // For the log-in that follows.
  recorder.remember('policy', policy)
  if (certificate !== undefined) recordCertificate(cursor, certificate, recorder)
  if (policy === noSecurity) recordRequest(cursor, recorder)
}

/** Thumbprint, two numbers, the request in clear: versions, kind, mode. */
function recordRequest(cursor: Cursor, recorder: Recorder): void {
  byteString(cursor)
  cursor.skip(8)
  if (nodeId(cursor) !== openRequest) return
  skipRequestHeader(cursor)
  cursor.skip(8)
  const mode = cursor.u32le()
  if (cursor.isShort) recorder.oddity('truncated')
  else recordMode(mode, recorder)
}

export function recordMode(mode: number, recorder: Recorder): void {
  recorder.fact('opcua.security_mode', modes[mode] ?? 'invalid')
  recorder.fact('opcua.security_mode_id', hex(mode, 8))
}

export function recordCertificate(
  cursor: Cursor,
  { from, to }: { readonly from: number; readonly to: number },
  recorder: Recorder,
): void {
  const certificate = readCertificate(cursor.bytes, from, to)
  if (certificate === undefined) {
    recorder.oddity('certificate-unreadable')
    return
  }
  const { subject, issuer } = certificate
  recorder.fact('certificate_subject', subject.commonName ?? subject.organisation ?? '')
  recorder.fact('opcua.certificate_issuer', issuer.commonName ?? issuer.organisation ?? '')
  recorder.fact('opcua.certificate_not_after', certificate.notAfter ?? '')
  for (const name of certificate.alternativeNames) {
    recorder.fact('opcua.certificate_alternative_name', name)
  }
}
