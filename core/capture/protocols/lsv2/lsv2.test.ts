// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { lsv2 } from './index.ts'

const telegram = (command: string, ...data: (string | number[])[]) => {
  const body = bytesOf(...data)
  return bytesOf([0, 0, 0, body.length], command, body)
}
const ask = telegram('R_VR', [2])
const answer = telegram('S_VR', '340590 11\0')

describe('lsv2', () => {
  it('takes the version that was asked for', () => {
    const notes = new Map<string, string>()
    assert.deepEqual(readBy(lsv2, answer, { notes }).facts, [])
    readBy(lsv2, ask, { notes })
    const { facts } = readBy(lsv2, answer, { notes, isFromServer: true })
    assert.deepEqual(
      facts.map(({ name, value }) => [name, value]),
      [
        ['vendor', 'Heidenhain'],
        ['firmware', '340590 11'],
      ],
    )
  })

  it('names files that are sent to a control', () => {
    const { codes } = readBy(lsv2, bytesOf(telegram('C_FL', 'TNC:\\a.h\0'), ask))
    assert.deepEqual(
      codes.map((code) => lsv2.operation?.(code).name),
      ['send_file', 'read_version'],
    )
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(lsv2, [ask, answer, telegram('A_LG', 'INSPECT\0')], 300)
    assert.deepEqual(silentTruncations(lsv2, answer), [])
  })
})
