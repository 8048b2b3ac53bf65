// SPDX-License-Identifier: EUPL-1.2
import { Sha256 } from '@schouw/core/kernel'

/** RFC 9001, section 5.2, and RFC 9369, section 3.3: salt and words of each version. */
interface Schedule {
  readonly salt: string
  readonly prefix: string
}

const schedules: Readonly<Record<number, Schedule>> = {
  1: { salt: '38762cf7f55934b34d179ae6a4c80cadccbb7f0a', prefix: 'quic ' },
  1798521807: { salt: '0dede3def700a6db819381be6e269dcbf9bd2ed9', prefix: 'quicv2 ' },
  4278190109: { salt: 'afbfec289993d24c9e9786f19c6111e04390a899', prefix: 'quic ' },
}

export interface InitialKeys {
  readonly key: Uint8Array
  readonly iv: Uint8Array
  readonly headerProtection: Uint8Array
}

/** The keys of a client's first packets, which follow from the identifier it chose. */
export function clientKeys(version: number, identifier: Uint8Array): InitialKeys | undefined {
  const schedule = schedules[version]
  if (schedule === undefined) return undefined
  const { salt, prefix } = schedule
  const saltBytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const secret = expandLabel(hmac(saltBytes, identifier), 'client in', 32)
  return {
    key: expandLabel(secret, `${prefix}key`, 16),
    iv: expandLabel(secret, `${prefix}iv`, 12),
    headerProtection: expandLabel(secret, `${prefix}hp`, 16),
  }
}

/** HKDF-Expand-Label (RFC 8446, section 7.1) without context, of at most one block. */
function expandLabel(secret: Uint8Array, label: string, length: number): Uint8Array {
  const name = Uint8Array.from(`tls13 ${label}`, (character) => character.charCodeAt(0))
  return hmac(secret, Uint8Array.of(0, length, name.length, ...name, 0, 1)).subarray(0, length)
}

/** RFC 2104 with SHA-256; keys here are never longer than a block. */
function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const pad = (value: number) => {
    const block = new Uint8Array(64).fill(value)
    key.forEach((byte, index) => {
      block[index] ^= byte
    })
    return block
  }
  const inner = new Sha256().update(pad(0x36)).update(message).digest()
  return new Sha256().update(pad(0x5c)).update(inner).digest()
}
