// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { departuresIn, type Network, sourcesIn } from './departures.ts'

const node = (id: string, level: string | null): Network['assets'][number] => ({
  id,
  name: id,
  is_registered: true,
  is_outside: false,
  zone: null,
  zone_by: null,
  site: null,
  role: null,
  level,
  is_crown_jewel: false,
  address: null,
  addresses: [],
})

function talk(
  source: string,
  day: string,
  [from, to, operation]: readonly [string, string, (readonly [string, string])?],
): Network['conversations'][number] {
  return {
    from,
    to,
    transport: 'tcp',
    port: 102,
    protocol: 's7comm',
    is_guess: false,
    is_direction_sure: true,
    connections: 1,
    unanswered: 0,
    packets: 10,
    bytes: 1000,
    is_answered: true,
    first: `${day}T08:00:00.000Z`,
    last: `${day}T09:00:00.000Z`,
    source,
    capture: `${source}.pcap`,
    frame: 7,
    operations:
      operation === undefined ? [] : [{ name: operation[0], effect: operation[1], count: 1 }],
  }
}

const source = (id: string) => ({ id, name: id, at: '2026-11-20T00:00:00.000Z', site: null })
const network: Network = {
  sites: [],
  zones: [],
  conduits: [],
  assets: [node('hmi', '2'), node('plc', '1'), node('laptop', null)],
  conversations: [
    talk('tuesday', '2026-11-03', ['hmi', 'plc', ['read_var', 'read']]),
    talk('tuesday', '2026-11-03', ['laptop', 'plc', ['plc_stop', 'stop']]),
    talk('monday', '2026-11-02', ['hmi', 'plc', ['read_var', 'read']]),
  ],
  sources: [source('tuesday'), source('monday')],
  left_out: 0,
}
const asOf = '2026-11-20T00:00:00.000Z'

it('follows the time of what was seen, not of when it was brought in', () => {
  assert.deepEqual(
    sourcesIn(network).map(({ id }) => id),
    ['monday', 'tuesday'],
  )
})

it('names what came after the days that were settled as usual, the same with the same code', () => {
  const found = departuresIn(network, 'monday', asOf)
  assert.deepEqual(found.map(({ kind, source: from }) => [kind, from]).toSorted(), [
    ['new_conversation', 'laptop'],
    ['new_device', 'laptop'],
    ['programming_outside_window', 'laptop'],
  ])
  const [heaviest] = found
  assert.deepEqual([heaviest?.severity, heaviest?.frames[0]?.capture], ['high', 'tuesday.pcap'])
  assert.equal(new Set(found.map(({ code }) => code)).size, found.length)
  assert.deepEqual(departuresIn(network, 'monday', asOf), found)
  assert.ok(found.every(({ code }) => code.length <= 40))
})

it('finds nothing when all of it is usual', () => {
  assert.deepEqual(departuresIn(network, 'tuesday', asOf), [])
})
