// SPDX-License-Identifier: EUPL-1.2
// An authenticator in software, as far as W3C WebAuthn Level 3, sections 6 and 7, look at one: an
// ES256 key, flags, a counter. It can be told to misbehave in one thing at a time.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { origin as usualOrigin } from './house.ts'

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 0x100) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff])
}

/** RFC 8949, of what an attestation object holds. */
function cbor(item: Cbor): Buffer {
  if (typeof item === 'number') return item >= 0 ? head(0, item) : head(1, -1 - item)
  if (typeof item === 'string') {
    return Buffer.concat([head(3, Buffer.byteLength(item)), Buffer.from(item)])
  }
  if (Buffer.isBuffer(item)) return Buffer.concat([head(2, item.length), item])
  const pairs = [...item].flatMap(([key, value]) => [cbor(key), cbor(value)])
  return Buffer.concat([head(5, item.size), ...pairs])
}

export interface Misbehaviour {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly isVerified?: boolean
  readonly counter?: number
  readonly userHandle?: string | null
  readonly isForged?: boolean
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

export class Authenticator {
  readonly id = randomBytes(32)
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
  #counter: number
  #userHandle: string | null = null

  /** One that starts at 0 and never counts, as those in telephones, when told nothing else. */
  constructor(counter = 0) {
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#counter = counter
  }

  register(options: any, wrong: Misbehaviour = {}) {
    this.#userHandle = options.user.id
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ])
    const length = Buffer.from([this.id.length >> 8, this.id.length & 0xff])
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, cbor(key)])
    const rpId = wrong.rpId ?? options.rp.id
    const authData = Buffer.concat([this.#head(rpId, 0x40, wrong), attested])
    const object = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    const attestationObject = cbor(object).toString('base64url')
    const clientDataJSON = this.#client('webauthn.create', options.challenge, wrong)
    return this.#credential({ attestationObject, clientDataJSON, transports: ['internal'] })
  }

  assert(options: any, wrong: Misbehaviour = {}) {
    if (this.#counter > 0) this.#counter += 1
    const authData = this.#head(wrong.rpId ?? options.rpId, 0, wrong)
    const clientDataJSON = this.#client('webauthn.get', options.challenge, wrong)
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    const signature = sign('sha256', signed, this.#keys.privateKey)
    if (wrong.isForged === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
    const userHandle = wrong.userHandle === undefined ? this.#userHandle : wrong.userHandle
    return this.#credential({
      authenticatorData: authData.toString('base64url'),
      clientDataJSON,
      signature: signature.toString('base64url'),
      ...(userHandle === null ? {} : { userHandle }),
    })
  }

  #head(rpId: string, more: number, { isVerified = true, counter }: Misbehaviour): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter ?? this.#counter)
    const flags = 0x01 | (isVerified ? 0x04 : 0) | more
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }

  #client(type: string, challenge: string, wrong: Misbehaviour): string {
    const data = {
      type: wrong.type ?? type,
      challenge: wrong.challenge ?? challenge,
      origin: wrong.origin ?? usualOrigin,
      crossOrigin: false,
    }
    return Buffer.from(JSON.stringify(data)).toString('base64url')
  }

  #credential(response: Readonly<Record<string, unknown>>) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} }
  }
}
