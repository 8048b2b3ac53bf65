// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, hex } from '../wire.ts'
import { noSecurity, recordCertificate, recordMode } from './channel.ts'
import {
  byteString,
  extensionObject,
  list,
  localizedText,
  nodeId,
  skipRequestHeader,
  skipResponseHeader,
  text,
} from './encoding.ts'
import { service } from './operations.ts'
import { recordReadAnswer } from './server-state.ts'

const answers: ReadonlySet<number> = new Set([
  service.findServersAnswer,
  service.endpointsAnswer,
  service.createSessionAnswer,
  service.readAnswer,
])

const kinds: readonly string[] = ['server', 'client', 'client_and_server', 'discovery_server']
const tokens: readonly string[] = ['anonymous', 'user_name', 'certificate', 'issued_token']

/** Encodings of the tokens with which somebody logs in. */
const token = { anonymous: 321, userName: 324 } as const

/** `cursor` stands behind the service's id. */
export function recordService(code: number, cursor: Cursor, recorder: Recorder): void {
  if (answers.has(code)) {
    if (!skipResponseHeader(cursor)) return
  } else skipRequestHeader(cursor)
  const endpoints = (at: Cursor): void => recordEndpoint(at, recorder)
  switch (code) {
    case service.findServersAnswer:
      list(cursor, (at) => recordApplication(at, recorder))
      break
    case service.endpointsRequest:
      recorder.fact('opcua.endpoint_url', text(cursor), 'receiver')
      break
    case service.endpointsAnswer:
      list(cursor, endpoints)
      break
    case service.registerServer:
    case service.registerServer2:
      recordRegistration(cursor, recorder)
      break
    case service.createSession:
      recordApplication(cursor, recorder)
      text(cursor)
      recorder.fact('opcua.endpoint_url', text(cursor), 'receiver')
      break
    case service.createSessionAnswer:
      recordSession(cursor, recorder)
      break
    case service.activateSession:
      recordLogin(cursor, recorder)
      break
    default:
      recordReadAnswer(cursor, recorder)
      break
  }
  // Later chunks of a long message have no header of the service.
  if (cursor.isShort) recorder.oddity('truncated')
}

function recordApplication(cursor: Cursor, recorder: Recorder): void {
  const uri = text(cursor)
  const product = text(cursor)
  const name = localizedText(cursor)
  const kind = cursor.u32le()
  text(cursor)
  text(cursor)
  list(cursor, (at) => recorder.fact('opcua.discovery_url', text(at)))
  if (cursor.isShort) return
  recorder.fact('opcua.application_uri', uri)
  recorder.fact('opcua.product_uri', product)
  recorder.fact('opcua.application_name', name)
  recorder.fact('opcua.application_type', kinds[kind] ?? '')
  recorder.fact('opcua.application_type_id', hex(kind, 8))
}

function recordEndpoint(cursor: Cursor, recorder: Recorder): void {
  const url = text(cursor)
  recordApplication(cursor, recorder)
  const certificate = byteString(cursor)
  const mode = cursor.u32le()
  const policy = text(cursor)
  list(cursor, (at) => {
    text(at)
    const kind = tokens[at.u32le()] ?? 'unknown'
    text(at)
    text(at)
    recorder.fact('opcua.token_policy', text(at))
    recorder.fact('opcua.token', kind)
  })
  text(cursor)
  cursor.skip(1)
  if (cursor.isShort) return
  recorder.fact('opcua.endpoint_url', url)
  recorder.fact('opcua.security_policy', policy)
  recordMode(mode, recorder)
  if (certificate !== undefined) recordCertificate(cursor, certificate, recorder)
}

function recordRegistration(cursor: Cursor, recorder: Recorder): void {
  const uri = text(cursor)
  const product = text(cursor)
  list(cursor, (at) => recorder.fact('opcua.application_name', localizedText(at)))
  if (cursor.isShort) return
  recorder.fact('opcua.application_uri', uri)
  recorder.fact('opcua.product_uri', product)
}

/** Session, token, timeout, nonce, certificate, endpoints. */
function recordSession(cursor: Cursor, recorder: Recorder): void {
  nodeId(cursor)
  nodeId(cursor)
  cursor.skip(8)
  byteString(cursor)
  const certificate = byteString(cursor)
  if (certificate !== undefined) recordCertificate(cursor, certificate, recorder)
  list(cursor, (at) => recordEndpoint(at, recorder))
}

/** Signature, software certificates, locales, then the token. */
function recordLogin(cursor: Cursor, recorder: Recorder): void {
  text(cursor)
  byteString(cursor)
  list(cursor, (at) => {
    byteString(at)
    byteString(at)
  })
  list(cursor, text)
  const { type, body } = extensionObject(cursor)
  if (cursor.isShort) return
  // Readable, so without encryption.
  if (type === token.anonymous) {
    recorder.event('weak_authentication', { method: 'opcua_anonymous' })
  } else if (type === token.userName) {
    text(body)
    const user = text(body)
    byteString(body)
    const algorithm = text(body)
    if (body.isShort) return
    recorder.fact('opcua.user', user)
    const policy = recorder.recall('policy') ?? noSecurity
    if (algorithm === '' && policy === noSecurity) {
      recorder.event('cleartext_login', { protocol: 'opcua', user, what: 'activate_session' })
    }
  }
}
