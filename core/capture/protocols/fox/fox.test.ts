// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { fox } from './index.ts'

const hello = (...lines: string[]) =>
  bytesOf(`fox a 0 -1 fox hello\n{\nfox.version=s:1.0\nid=i:1\n${lines.join('\n')}\n};;\n`)
const station = hello(
  'hostName=s:jace-7',
  'app.name=s:Station',
  'app.version=s:4.10.1',
  'os.name=s:QNX',
  'os.version=s:6.5',
  'station.name=s:hall_3',
)
const bench = hello('hostName=s:pc-4', 'app.name=s:Workbench', 'app.version=s:4.9')

describe('fox', () => {
  it('takes name, station, version and system of a station', () => {
    const { facts } = readBy(fox, station)
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      hostname: 'jace-7',
      'fox.station': 'hall_3',
      'fox.application': 'Station',
      'fox.version': '1.0',
      operating_system: 'QNX 6.5',
      vendor: 'Tridium',
      model: 'Niagara',
      firmware: '4.10.1',
    })
  })

  it('takes no workbench for a controller', () => {
    assert.deepEqual(factsNamed(readBy(fox, bench), 'model'), [])
  })

  it('reads one message after the other, whole ones only', () => {
    const read = readBy(fox, bytesOf(bench, station, 'fox a 1'))
    assert.deepEqual(factsNamed(read, 'hostname'), ['pc-4', 'jace-7'])
    assert.equal(read.consumed, bench.length + station.length)
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(fox, [station, bench], 300)
    // All but the line break at the end is there: nothing is missing.
    const whole = station.length - 1
    assert.deepEqual(
      silentTruncations(fox, station).filter((length) => length < whole),
      [],
    )
  })
})
