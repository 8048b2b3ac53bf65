// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createCipheriv } from 'node:crypto'
import { describe, it } from 'node:test'
import { hex } from '@schouw/core/kernel'
import fc from 'fast-check'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy } from '../testing.ts'
import { blockCipher } from './aes.ts'
import { quic } from './index.ts'
import { clientKeys } from './keys.ts'

const identifier = fromHex('8394c8f03e515708')

const sized = (content: Uint8Array) => [content.length >> 8, content.length & 0xff, ...content]
const name = bytesOf('gate.talk2m.com')
const extension = bytesOf([0, 0], sized(bytesOf(sized(bytesOf([0], sized(name))))))
const body = bytesOf([3, 3], new Uint8Array(33), [0, 2, 0x13, 0x01, 1, 0], sized(extension))
const hello = bytesOf([1, 0], sized(body))

/** A frame of the TLS stream with offset and length of two bytes each. */
const frame = (offset: number, bytes: Uint8Array) =>
  bytesOf([6, 0x40, offset, 0x40, bytes.length], bytes)

/** Protects a payload as a client does, with the platform's ciphers. */
function initial(version: number, payload: Uint8Array): Uint8Array {
  const keys = clientKeys(version, identifier)
  assert.ok(keys)
  const type = version === 1 ? 0xc0 : 0xd0
  const length = 2 + payload.length + 16
  const header = bytesOf(
    [type | 1, version >>> 24, (version >> 16) & 255, (version >> 8) & 255, version & 255],
    [8],
    identifier,
    [0, 0, 0x40 | (length >> 8), length & 0xff],
    [0, 2],
  )
  const nonce = Uint8Array.from(keys.iv)
  nonce[11] ^= 2
  const cipher = createCipheriv('aes-128-gcm', keys.key, nonce)
  cipher.setAAD(header)
  const sealed = bytesOf(header, cipher.update(payload), cipher.final(), cipher.getAuthTag())
  const numberAt = header.length - 2
  const protect = createCipheriv('aes-128-ecb', keys.headerProtection, null)
  const mask = protect.update(sealed.subarray(numberAt + 4, numberAt + 20))
  sealed[0] ^= mask[0] & 0x0f
  sealed[numberAt] ^= mask[1]
  sealed[numberAt + 1] ^= mask[2]
  return sealed
}

const padding = new Uint8Array(300)
const cut = 30
const shuffled = bytesOf(
  [1],
  frame(cut, hello.subarray(cut)),
  [2, 1, 0, 0, 0],
  frame(0, hello.subarray(0, cut)),
  padding,
)

describe('quic initial', () => {
  it('ciphers as the platform does', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(bytes, bytes, (key, block) => {
        const peer = createCipheriv('aes-128-ecb', key, null).update(block)
        assert.equal(hex(blockCipher(key)(block)), peer.toString('hex'))
      }),
    )
  })

  it('derives the keys of RFC 9001, appendix A.1', () => {
    const keys = clientKeys(1, identifier)
    assert.ok(keys)
    assert.equal(hex(keys.key), '1f369613dd76d5467730efcbe3b1a22d')
    assert.equal(hex(keys.iv), 'fa044b2f42a3fd3b46fb255c')
    assert.equal(hex(keys.headerProtection), '9f50449e04a0e810283a1e9933adedd2')
  })

  it('reads whom a client asks for, in whatever order the pieces come', () => {
    for (const version of [1, 0x6b3343cf]) {
      const read = readBy(quic, initial(version, shuffled))
      assert.deepEqual(factsNamed(read, 'sni'), ['gate.talk2m.com'])
      assert.match(factsNamed(read, 'ja4')[0] ?? '', /^q12d010100_/)
      assert.deepEqual(read.layers, ['tls'])
      assert.equal(read.events[0]?.detail['tool'], 'Ewon Talk2M')
    }
  })

  it('says nothing about a packet of another key', () => {
    const changed = initial(1, shuffled)
    changed[8] ^= 1
    assert.deepEqual(factsNamed(readBy(quic, changed), 'sni'), [])
    assert.deepEqual(readBy(quic, changed).oddities, [])
  })

  it('takes any bytes', () => {
    assertTotal(quic, [initial(1, shuffled)], 200)
  })
})
