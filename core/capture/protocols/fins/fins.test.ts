// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { fins, finsTcp } from './index.ts'

const frame = (control: number, command: number, ...data: (string | number[])[]) =>
  bytesOf([control, 0, 2, 0, 1, 0, 0, 9, 0, 1], [command >> 8, command & 255], ...data)
const tcp = (content: Uint8Array) =>
  bytesOf('FINS', [0, 0, 0, content.length + 8, 0, 0, 0, 2, 0, 0, 0, 0], content)
const answer = frame(0xc0, 0x0501, [0, 0], 'CP1L-EL20DR-D'.padEnd(20), '01.00'.padEnd(20))
const stop = frame(0x80, 0x0402, [0xff, 0xff])

describe('fins', () => {
  it('takes model and version from the controller data', () => {
    const expected = { vendor: 'Omron', model: 'CP1L-EL20DR-D', firmware: '01.00' }
    const facts = (read: ReturnType<typeof readBy>) =>
      Object.fromEntries(read.facts.map(({ name, value }) => [name, value]))
    assert.deepEqual(facts(readBy(fins, answer)), expected)
    assert.deepEqual(facts(readBy(finsTcp, tcp(answer))), expected)
  })

  it('names a stop', () => {
    assert.deepEqual(readBy(finsTcp, tcp(stop)).codes, [0x0402])
    assert.deepEqual(fins.operation?.(0x0402), { name: 'stop', effect: 'stop' })
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(fins, [answer, stop], 400)
    assertTotal(finsTcp, [tcp(answer), tcp(stop)], 400)
    assert.deepEqual(silentTruncations(finsTcp, tcp(answer)), [])
    // Without the end code it is an answer that refuses.
    const silent = silentTruncations(fins, answer)
    assert.deepEqual(silent, [])
  })
})
