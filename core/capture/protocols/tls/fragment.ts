// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { remoteAccessByCertificate } from '../remote-access/names.ts'
import { nameStrings } from './certificate.ts'
import { isRead, recordMessage } from './handshake.ts'
import { handshakeRecord, isRecordAt, runAt } from './records.ts'

/**
 * Records what a piece of a TLS conversation says that travels inside another protocol's datagrams
 * and is not put together again: whole messages, and the name strings of certificates in pieces.
 */
export function recordFragment(
  bytes: Uint8Array,
  from: number,
  to: number,
  recorder: Recorder,
): void {
  const isRecord = isRecordAt(bytes, from, to)
  if (isRecord) recorder.layer('tls')
  if (isRecord && bytes[from] === handshakeRecord) {
    const { content } = runAt(bytes, from, to)
    while (content.left >= 4) {
      const type = content.u8()
      const length = content.u24()
      if (length > content.left) break
      const body = content.upTo(length)
      if (isRead(type)) recordMessage({ type, body, transport: 't' }, recorder)
    }
  }
  for (const name of nameStrings(bytes, from, to)) {
    recorder.fact('tls.certificate_string', name)
    const tool = remoteAccessByCertificate(name)
    if (tool !== undefined) recorder.event('remote_access', { tool, how: 'certificate' })
  }
}
