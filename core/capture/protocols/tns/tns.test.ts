// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { tns } from './index.ts'

const text =
  '(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db1)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=MES)' +
  '(CID=(PROGRAM=hist.exe)(HOST=PANEL7)(USER=ann))))'
const body = bytesOf(new Uint8Array(50), text)
const length = body.length + 8
const connect = bytesOf([length >> 8, length & 0xff, 0, 0, 1, 0, 0, 0], body)

describe('tns', () => {
  it('reads who asks for which service', () => {
    const read = readBy(tns, connect)
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL7'])
    assert.deepEqual(factsNamed(read, 'tns.program'), ['hist.exe'])
    assert.deepEqual(factsNamed(read, 'tns.user'), ['ann'])
    assert.deepEqual(
      read.facts.find((fact) => fact.name === 'tns.service_name'),
      { name: 'tns.service_name', value: 'MES', about: 'receiver' },
    )
  })

  it('names every truncation and takes any bytes', () => {
    // Fewer bytes than a header are no packet yet: they wait.
    assert.deepEqual(silentTruncations(tns, connect), [])
    assertTotal(tns, [connect], 500)
  })
})
