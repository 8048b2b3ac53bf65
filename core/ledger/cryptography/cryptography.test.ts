// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { describe, it } from 'node:test'
import { bytesOfHex, bytesOfText, vectorJson, vectorsAbsent } from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { type CurveName, type DigestName, holds, isSoundKey, pure } from './index.ts'

const order = 2n ** 252n + 27742317777372353535851937790883648493n

describe('digests', () => {
  it('are the platform’s at every length around a block', () => {
    for (const name of ['sha1', 'sha256', 'sha384', 'sha512'] as const) {
      for (let length = 0; length <= 260; length += 1) {
        const bytes = new Uint8Array(length).fill(length)
        const expected = new Uint8Array(createHash(name).update(bytes).digest())
        assert.deepEqual(pure.digest(name, bytes), expected, `${name} of ${length}`)
      }
    }
  })
})

describe('Ed25519', () => {
  const pair = generateKeyPairSync('ed25519')
  const point = lastBytes(pair.publicKey, 32)
  const check = (message: Uint8Array, signature: Uint8Array) =>
    holds(pure, {
      key: { kind: 'ed25519', point },
      scheme: { name: 'ed25519' },
      message,
      signature,
    })

  it('holds for what the platform signs, and for no flipped bit of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(511), (message, bit) => {
        const signature = new Uint8Array(sign(null, message, pair.privateKey))
        assert.ok(check(message, signature))
        signature[bit >> 3]! ^= 1 << (bit & 7)
        assert.equal(check(message, signature), false)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses a second signature made by adding the order', () => {
    const message = bytesOfText('once')
    const signature = new Uint8Array(sign(null, message, pair.privateKey))
    const s = Buffer.from(signature.subarray(32)).reverse().toString('hex')
    const more = (BigInt(`0x${s}`) + order).toString(16).padStart(64, '0')
    signature.set(Buffer.from(more, 'hex').reverse(), 32)
    assert.equal(check(message, signature), false)
  })

  it('takes any bytes without throwing', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 65 }),
        (key, signature) => {
          const message = new Uint8Array()
          const ofKey = { kind: 'ed25519', point: key } as const
          assert.equal(
            holds(pure, { key: ofKey, scheme: { name: 'ed25519' }, message, signature }),
            false,
          )
        },
      ),
      { numRuns: 100 },
    )
  })

  it('gives the stated verdict on every edge case', { skip: vectorsAbsent }, () => {
    const cases = vectorJson('ed25519/edge-cases.json')
    const wrong = cases.filter(
      (one: { key: string; sig: string; msg: string; accept: boolean }) =>
        one.accept !==
        holds(pure, {
          key: { kind: 'ed25519', point: bytesOfHex(one.key) },
          scheme: { name: 'ed25519' },
          message: bytesOfText(one.msg),
          signature: bytesOfHex(one.sig),
        }),
    )
    assert.equal(cases.length, 230)
    assert.deepEqual(wrong, [])
  })

  it('calls a key sound only in the large group, and the platform then agrees', (t) => {
    assert.ok(isSoundKey(point))
    assert.equal(isSoundKey(new Uint8Array(32)), false)
    if (vectorsAbsent !== false) return t.skip(vectorsAbsent)
    for (const one of vectorJson('ed25519/edge-cases.json')) {
      const key = bytesOfHex(one.key)
      const signature = bytesOfHex(one.sig)
      const message = bytesOfText(one.msg)
      if (isSoundKey(key)) {
        const ours = holds(pure, {
          key: { kind: 'ed25519', point: key },
          scheme: { name: 'ed25519' },
          message,
          signature,
        })
        assert.equal(ours, verify(null, message, nodeKeyOf(key), signature), `case ${one.number}`)
      }
    }
  })
})

describe('ECDSA', () => {
  const curves: readonly (readonly [CurveName, string, DigestName, number])[] = [
    ['p256', 'P-256', 'sha256', 32],
    ['p256', 'P-256', 'sha512', 32],
    ['p384', 'P-384', 'sha384', 48],
    ['p521', 'P-521', 'sha512', 66],
    ['brainpoolP256r1', 'brainpoolP256r1', 'sha256', 32],
    ['brainpoolP384r1', 'brainpoolP384r1', 'sha384', 48],
    ['brainpoolP512r1', 'brainpoolP512r1', 'sha512', 64],
  ]
  for (const [curve, namedCurve, digest, width] of curves) {
    it(`holds on ${curve} with ${digest}, and for no flipped bit`, () => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve })
      const key = { kind: 'ec', curve, xy: lastBytes(publicKey, width * 2) } as const
      for (let round = 0; round < 6; round += 1) {
        const message = bytesOfText(`message ${round}`)
        const dsaEncoding = 'ieee-p1363' as const
        const signature = new Uint8Array(sign(digest, message, { key: privateKey, dsaEncoding }))
        const check = { key, scheme: { name: 'ecdsa', digest }, message, signature } as const
        assert.ok(holds(pure, check))
        const at = (round * 37) % signature.length
        signature[at]! ^= 1 << round
        assert.equal(holds(pure, check), false)
        assert.equal(holds(pure, { ...check, signature: new Uint8Array(width * 2) }), false)
      }
      const off = Uint8Array.from(key.xy)
      off[3]! ^= 1
      const message = new Uint8Array()
      const signature = new Uint8Array(width * 2).fill(1)
      const check = { scheme: { name: 'ecdsa', digest }, message, signature } as const
      assert.equal(holds(pure, { ...check, key: { ...key, xy: off } }), false)
    })
  }
})

describe('RSA', () => {
  for (const modulusLength of [2048, 3072, 2056]) {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength })
    const jwk = publicKey.export({ format: 'jwk' })
    const part = (text = '') => new Uint8Array(Buffer.from(text, 'base64url'))
    const key = { kind: 'rsa', modulus: part(jwk.n), exponent: part(jwk.e) } as const
    const message = bytesOfText('stamped')

    it(`holds for PKCS #1 at ${modulusLength} bits, and for no flipped bit`, () => {
      for (const digest of ['sha256', 'sha384', 'sha512'] as const) {
        const signature = new Uint8Array(sign(digest, message, privateKey))
        const check = { key, scheme: { name: 'rsa-pkcs1', digest }, message, signature } as const
        assert.ok(holds(pure, check))
        signature[50]! ^= 4
        assert.equal(holds(pure, check), false)
      }
    })

    it(`holds for PSS at ${modulusLength} bits with the stated salt only`, () => {
      for (const [digest, saltLength] of [
        ['sha256', 32],
        ['sha512', 64],
        ['sha256', 20],
      ] as const) {
        const padding = constants.RSA_PKCS1_PSS_PADDING
        const signature = new Uint8Array(
          sign(digest, message, { key: privateKey, padding, saltLength }),
        )
        const scheme = { name: 'rsa-pss', digest, saltBytes: saltLength } as const
        assert.ok(holds(pure, { key, scheme, message, signature }))
        const other = { ...scheme, saltBytes: saltLength - 1 }
        assert.equal(holds(pure, { key, scheme: other, message, signature }), false)
        signature[50]! ^= 4
        assert.equal(holds(pure, { key, scheme, message, signature }), false)
      }
    })
  }

  it('refuses short moduli and even exponents, and never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.uint8Array({ maxLength: 9 }),
        fc.uint8Array({ maxLength: 40 }),
        (modulus, exponent, signature) => {
          for (const scheme of [
            { name: 'rsa-pkcs1', digest: 'sha256' },
            { name: 'rsa-pss', digest: 'sha256', saltBytes: 32 },
          ] as const) {
            const key = { kind: 'rsa', modulus, exponent } as const
            const message = new Uint8Array()
            assert.equal(holds(pure, { key, scheme, message, signature }), false)
          }
        },
      ),
    )
  })
})

function lastBytes(key: KeyObject, count: number): Uint8Array {
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-count))
}

function nodeKeyOf(point: Uint8Array): KeyObject {
  const prefix = Buffer.from('302a300506032b6570032100', 'hex')
  return createPublicKey({ key: Buffer.concat([prefix, point]), format: 'der', type: 'spki' })
}
