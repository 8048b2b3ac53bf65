// SPDX-License-Identifier: EUPL-1.2
import { type Cursor, textAt } from '../wire.ts'

/** RFC 8446, section 4.1.2; numbers in the order sent, GREASE (RFC 8701) included. */
export interface ClientHello {
  readonly legacyVersion: number
  readonly ciphers: readonly number[]
  readonly extensions: readonly number[]
  readonly groups: readonly number[]
  readonly pointFormats: readonly number[]
  readonly signatureAlgorithms: readonly number[]
  /** `supported_versions`; empty before TLS 1.3. */
  readonly versions: readonly number[]
  /** `server_name` as sent. */
  readonly sni: string | undefined
  /** Each protocol name as its bytes. */
  readonly alpn: readonly Uint8Array[]
  /** The message ended before its own lengths said so. */
  readonly isShort: boolean
}

const serverName = 0
const supportedGroups = 10
const pointFormats = 11
const signatureAlgorithms = 13
const applicationLayerProtocols = 16
const supportedVersions = 43

/** The body after the four bytes of handshake header. */
export function readClientHello(body: Cursor, isDatagram = false): ClientHello {
  const legacyVersion = body.u16()
  body.skip(32)
  body.skip(body.u8())
  if (isDatagram) body.skip(body.u8())
  const ciphers = numbers(body.upTo(body.u16()), 2)
  body.skip(body.u8())
  const hello = {
    legacyVersion,
    ciphers,
    extensions: [] as number[],
    groups: [] as readonly number[],
    pointFormats: [] as readonly number[],
    signatureAlgorithms: [] as readonly number[],
    versions: [] as readonly number[],
    sni: undefined as string | undefined,
    alpn: [] as readonly Uint8Array[],
    isShort: false,
  }
  // Extensions are optional: SSL 3.0 and early TLS end here.
  const extensions = body.left > 0 ? body.upTo(body.u16()) : body.upTo(0)
  while (extensions.left >= 4) {
    const type = extensions.u16()
    const content = extensions.upTo(extensions.u16())
    hello.extensions.push(type)
    if (type === serverName) hello.sni ??= hostName(content)
    else if (type === supportedGroups) hello.groups = numbers(content.upTo(content.u16()), 2)
    else if (type === pointFormats) hello.pointFormats = numbers(content.upTo(content.u8()), 1)
    else if (type === signatureAlgorithms) {
      hello.signatureAlgorithms = numbers(content.upTo(content.u16()), 2)
    } else if (type === applicationLayerProtocols) hello.alpn = protocolNames(content)
    else if (type === supportedVersions) hello.versions = numbers(content.upTo(content.u8()), 2)
  }
  hello.isShort = body.isShort || extensions.isShort
  return hello
}

/** RFC 6066, section 3: a list, of which only type 0 (host name) was ever defined. */
function hostName(content: Cursor): string | undefined {
  const list = content.upTo(content.u16())
  while (list.left >= 3) {
    const type = list.u8()
    const name = list.upTo(list.u16())
    if (type === 0) return textAt(name.bytes, name.at, name.to)
  }
  return undefined
}

export function protocolNames(content: Cursor): Uint8Array[] {
  const list = content.upTo(content.u16())
  const names: Uint8Array[] = []
  while (list.left > 0) {
    const name = list.upTo(list.u8())
    names.push(name.bytes.slice(name.at, name.to))
  }
  return names
}

function numbers(list: Cursor, width: 1 | 2): number[] {
  const found: number[] = []
  while (list.left >= width) found.push(width === 1 ? list.u8() : list.u16())
  return found
}
