// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { against, alone, rate } from './figure.ts'
import { compared } from './measure.ts'

const base = { bench: 'b', metric: 'cpu', unit: 's', goal: 2, aim: 3 }

describe('figures', () => {
  it('reaches a goal in times from above and a goal in shares from below', () => {
    const times = { ...base, value: 1, peer: 'p', as: 'times' } as const
    assert.equal(against({ ...times, peerValue: 2 }).ok, true)
    assert.equal(against({ ...times, peerValue: 1.99 }).ok, false)
    const share = { ...base, value: 4, peer: 'p', as: 'share' } as const
    assert.equal(against({ ...share, peerValue: 2 }).ok, true)
    assert.equal(against({ ...share, peerValue: 1.9 }).ok, false)
  })

  it('reaches a goal for a rate from above, alone or against a peer', () => {
    const one = { ...base, unit: '1/s', value: 4 } as const
    assert.deepEqual([rate({ ...one, goal: 4 }).ok, rate({ ...one, goal: 4.1 }).ok], [true, false])
    const peer = { ...one, peer: 'p', goal: 0.5 } as const
    assert.deepEqual(
      [rate({ ...peer, peerValue: 8 }).ok, rate({ ...peer, peerValue: 8.1 }).ok],
      [true, false],
    )
    assert.equal(rate({ ...peer, peerValue: undefined }).ok, null)
  })

  it('judges nothing without a peer or a value', () => {
    assert.equal(
      against({ ...base, value: 1, peer: 'p', as: 'times', peerValue: undefined }).ok,
      null,
    )
    assert.equal(alone({ ...base, value: undefined }).ok, null)
  })

  it('measures every round of what succeeds and leaves out what fails', async () => {
    const node = (name: string, code: string) => ({
      name,
      command: process.execPath,
      args: ['-e', code],
    })
    const best = await compared(
      [node('good', 'for (let i = 0; i < 1e8; i += 1);'), node('bad', 'process.exit(4)')],
      2,
    )
    assert.deepEqual([...best.keys()], ['good'])
    assert.equal(best.get('good')?.rounds, 2)
    assert.ok((best.get('good')?.wallS ?? 0) > 0)
  })
})
