// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { describe, it } from 'node:test'
import { newKey, signedHeaders } from './sign.ts'

const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330 }

/** RFC 8410: what stands before the point of an Ed25519 public key. */
const head = Buffer.from('302a300506032b6570032100', 'hex')

describe('signatures of webhooks', () => {
  it('are what other implementations make of the same message', () => {
    const bytes = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
    const signed = { ...message, body: '{"test": 2432232314}' }
    assert.deepEqual(signedHeaders(signed, { scheme: 'v1', bytes }), {
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('are checked with the public half alone where there is one', () => {
    const { bytes, secret, publicKey } = newKey('v1a')
    assert.equal(secret, null)
    const point = Buffer.from(publicKey?.replace(/^whpk_/, '') ?? '', 'base64')
    assert.equal(point.length, 32)
    const headers = signedHeaders({ ...message, body: '{"a":1}' }, { scheme: 'v1a', bytes })
    const [scheme, signature = ''] = headers['webhook-signature']?.split(',') ?? []
    assert.equal(scheme, 'v1a')
    const key = createPublicKey({ key: Buffer.concat([head, point]), format: 'der', type: 'spki' })
    const isGood = (body: string) =>
      verify(
        null,
        Buffer.from(`${message.id}.${message.seconds}.${body}`),
        key,
        Buffer.from(signature, 'base64'),
      )
    assert.deepEqual([isGood('{"a":1}'), isGood('{"a":2}')], [true, false])
  })

  it('come with a secret of 256 bits that is never the same', () => {
    const secrets = [newKey('v1').secret, newKey('v1').secret]
    for (const secret of secrets) assert.match(secret ?? '', /^whsec_[A-Za-z0-9+/]{43}=$/)
    assert.notEqual(secrets[0], secrets[1])
  })
})
