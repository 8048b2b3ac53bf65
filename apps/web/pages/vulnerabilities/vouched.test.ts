// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import type { TrailStep } from '../../data/vulnerabilities.ts'
import { vouches } from './vouched.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const proofOf = (event: object) => ({
  slots: [{ slot: 'entry', bytes: Buffer.from(JSON.stringify({ event })).toString('base64') }],
})
const line = { subject: 'a', weakness: 'CVE-1' }
const blank = { at: '', by: null, entry: 1, name: '', relevance: null, mark: null, sha256: null }
const decided = { ...blank, what: 'decided', text: 'Port 102 closed.', decision: 'now' } as const
const told = { on: [line], decision: 'now', reason_sha256: digest(decided.text) }

describe('an entry of the log', () => {
  it('belongs to the decision it names, the device and the words', () => {
    assert.ok(vouches(proofOf(told), decided, line))
    const others: readonly [object, TrailStep, typeof line][] = [
      [told, { ...decided, text: 'Port 102 open.' }, line],
      [told, { ...decided, decision: 'never' }, line],
      [told, decided, { ...line, subject: 'b' }],
      [told, decided, { ...line, weakness: 'CVE-2' }],
      [{ ...told, on: undefined }, decided, line],
      [{ ...told, reason_sha256: 'no digest' }, decided, line],
    ]
    for (const [event, step, of] of others) assert.ok(!vouches(proofOf(event), step, of))
  })

  it('belongs to the assessment it was made for, and to the file that was carried in', () => {
    const text = 'Touches line 1.'
    const assessed = { ...decided, what: 'assessed', text, relevance: 'relevant' } as const
    const event = { relevance: 'relevant', text_sha256: digest(text) }
    assert.ok(vouches(proofOf(event), assessed, line))
    assert.ok(!vouches(proofOf(event), { ...assessed, text: 'x' }, line))
    assert.ok(!vouches(proofOf(event), { ...assessed, relevance: 'unclear' }, line))
    const brought = { ...decided, what: 'brought', sha256: digest('file') } as const
    assert.ok(vouches(proofOf({ input_sha256: digest('file') }), brought, line))
    assert.ok(!vouches(proofOf({ input_sha256: digest('other') }), brought, line))
  })

  it('belongs to nothing where it says nothing', () => {
    for (const proof of [{}, { slots: [] }, { slots: [{ slot: 'entry', bytes: '*' }] }]) {
      assert.ok(!vouches(proof, decided, line))
    }
  })
})
