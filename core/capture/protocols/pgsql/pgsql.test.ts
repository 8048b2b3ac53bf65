// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { pgsql } from './index.ts'

const pairs = bytesOf('user', [0], 'mes', [0], 'database', [0], 'line4', [0, 0])
const start = bytesOf([0, 0, 0, pairs.length + 8, 0, 3, 0, 0], pairs)
const message = (letter: string, body: Uint8Array | readonly number[]) =>
  bytesOf(letter, [0, 0, 0, body.length + 4], body)
const version = message('S', bytesOf('server_version', [0], '15.4', [0]))

describe('pgsql', () => {
  it('reads who logs in where', () => {
    const read = readBy(pgsql, start)
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'pgsql.user'), ['mes'])
    assert.deepEqual(factsNamed(read, 'pgsql.database'), ['line4'])
  })

  it('names how passwords travel, and the version', () => {
    const rows = [
      [3, 'cleartext_login'],
      [5, 'weak_authentication'],
      [10, undefined],
      [0, undefined],
    ] as const
    for (const [method, event] of rows) {
      const read = readBy(pgsql, bytesOf(message('R', [0, 0, 0, method]), version), {
        isFromServer: true,
      })
      assert.equal(read.events[0]?.name, event)
      assert.deepEqual(factsNamed(read, 'server_software'), ['PostgreSQL 15.4'])
    }
  })

  it('names every truncation and takes any bytes', () => {
    assert.deepEqual(silentTruncations(pgsql, start), [])
    assertTotal(pgsql, [start, bytesOf(message('R', [0, 0, 0, 3]), version)], 300)
  })
})
