// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Crossing, type JudgedConduit, judgeBy } from './verdicts.ts'

const zone = (kind: string) => ({ id: `z-${kind}`, kind })
const talk = (from: string, to: string, more: Partial<Crossing> = {}): Crossing => ({
  from: { id: 'a', zone: zone(from) },
  to: { id: 'b', zone: zone(to) },
  transport: 'tcp',
  port: 102,
  protocol: 's7comm',
  ...more,
})
const conduit = (more: Partial<JudgedConduit> = {}): JudgedConduit => ({
  id: 'c',
  from_zone: 'z-office',
  to_zone: 'z-ot',
  services: ['tcp/102'],
  from_assets: [],
  to_assets: [],
  state: 'allowed',
  ...more,
})

describe('the verdict on a conversation', () => {
  it('forbids by the rules of the trade where nobody has decided', () => {
    const judge = judgeBy([])
    const of = (from: string, to: string) => {
      const { verdict, rule } = judge(talk(from, to))
      return [verdict, rule]
    }
    assert.deepEqual(of('ot', 'ot'), ['within', null])
    assert.deepEqual(of('office', 'ot'), ['forbidden', 'outside_to_ot'])
    assert.deepEqual(of('supplier', 'ot'), ['forbidden', 'outside_to_ot'])
    assert.deepEqual(of('internet', 'ot'), ['forbidden', 'internet_to_ot'])
    assert.deepEqual(of('ot', 'internet'), ['forbidden', 'internet_from_ot'])
    assert.deepEqual(of('ot', 'safety'), ['forbidden', 'safety_reached'])
    assert.deepEqual(of('ot', 'office'), ['undecided', null])
    assert.deepEqual(of('dmz', 'ot'), ['undecided', null])
    const nowhere = { ...talk('ot', 'ot'), to: { id: 'b', zone: null } }
    assert.equal(judge(nowhere).verdict, 'unknown')
  })

  it('lets a decision count before a rule, and only in its direction', () => {
    const judge = judgeBy([conduit()])
    assert.deepEqual(judge(talk('office', 'ot')), { verdict: 'allowed', conduit: 'c', rule: null })
    assert.equal(judge(talk('ot', 'office')).verdict, 'undecided')
    assert.equal(judge(talk('office', 'ot', { port: 103 })).verdict, 'forbidden')
    for (const [state, verdict] of [
      ['refused', 'refused'],
      ['requested', 'undecided'],
      ['lapsed', 'undecided'],
      ['ended', 'forbidden'],
    ] as const) {
      assert.equal(judgeBy([conduit({ state })])(talk('office', 'ot')).verdict, verdict, state)
    }
    const both = judgeBy([conduit({ state: 'refused', id: 'r' }), conduit()])
    assert.equal(both(talk('office', 'ot')).verdict, 'allowed')
  })

  it('reads services as people write them, and ends that it is limited to', () => {
    const is = (service: string, more: Partial<Crossing> = {}) =>
      judgeBy([conduit({ services: [service] })])(talk('office', 'ot', more)).verdict === 'allowed'
    assert.ok(is('any') && is('s7') && is('s7comm') && is('tcp/100-102'))
    assert.ok(!is('tcp/100-101') && !is('udp/102') && !is('modbus'))
    assert.ok(is('https', { protocol: 'tls', port: 443 }))
    assert.ok(!is('s7', { protocol: null }))
    const limited = judgeBy([conduit({ to_assets: ['other'] })])
    assert.equal(limited(talk('office', 'ot')).verdict, 'forbidden')
  })
})
