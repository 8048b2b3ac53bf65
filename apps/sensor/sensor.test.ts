// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { OptionError, sensorOptions } from './options.ts'
import { Sensor } from './sensor.ts'
import { Spool } from './spool/spool.ts'
import { settledRecordings } from './tap/files.ts'
import { Slices } from './tap/slices.ts'
import { keyIn, type Sending, sendAll } from './uplink/uplink.ts'

const key = Buffer.alloc(32, 7)
const hub = { url: 'https://hub.example/in', key }
const bounds = { mostBytes: 1 << 20 }
let folder = ''
let spoolFile = ''

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'sensor-'))
})
beforeEach(() => {
  spoolFile = join(folder, `spool-${Math.floor(performance.now() * 1000)}`)
})
after(() => rmSync(folder, { recursive: true }))

const item = (rule: string) => ({ rule, name: rule })

describe('the spool', () => {
  it('keeps what waits over a restart, in order, each thing once', () => {
    const first = new Spool(spoolFile, bounds)
    assert.equal(first.add([item('a'), item('b')], 'one.pcap 9 1', 1), 2)
    assert.equal(first.add([item('a'), item('c')], undefined, 1), 1)
    first.close()
    const again = new Spool(spoolFile, bounds)
    assert.ok(again.isDone('one.pcap 9 1'))
    const order: string[] = []
    for (let batch = again.next(); batch !== undefined; batch = again.next()) {
      order.push(JSON.parse(batch.body)[0].rule)
      again.forget(batch.sequence)
    }
    assert.deepEqual(order, ['a', 'b', 'c'])
    again.close()
  })

  it('says what goes on once a day', () => {
    const spool = new Spool(spoolFile, bounds)
    const on = (day: string) => ({ ...item('a'), seen_at: `${day}T10:00:00Z` })
    const counts = ['2026-03-03', '2026-03-03', '2026-03-04'].map((day) =>
      spool.add([on(day)], undefined, 10),
    )
    assert.deepEqual(counts, [1, 0, 1])
    spool.close()
  })

  it('lets the oldest give way when it is full, and counts them', () => {
    const spool = new Spool(spoolFile, { mostBytes: 80 })
    spool.add([item('first'), item('second'), item('third')], undefined, 1)
    assert.equal(spool.lost, 1)
    assert.match(spool.next()?.body ?? '', /second/)
    spool.close()
  })

  it('belongs to one process', () => {
    const spool = new Spool(spoolFile, bounds)
    assert.throws(() => new Spool(spoolFile, bounds))
    spool.close()
  })
})

type Failure = 'link' | 'answer' | number | undefined

describe('the uplink', () => {
  /** A hub that keeps what is signed rightly; `fails` says what goes wrong with which try. */
  const hubThat = (fails: (attempt: number) => Failure) => {
    const kept = new Map<string, string>()
    let attempt = 0
    const fetch = (async (_url, init) => {
      attempt += 1
      const wrong = fails(attempt)
      if (wrong === 'link') throw new TypeError('fetch failed')
      if (typeof wrong === 'number') return new Response('', { status: wrong })
      const headers = new Headers(init?.headers)
      const [id, stamp] = [headers.get('webhook-id'), headers.get('webhook-timestamp')]
      const wanted = createHmac('sha256', key)
        .update(`${id}.${stamp}.${init?.body}`)
        .digest('base64')
      assert.equal(headers.get('webhook-signature'), `v1,${wanted}`)
      for (const { rule } of JSON.parse(String(init?.body))) kept.set(rule, String(id))
      if (wrong === 'answer') throw new TypeError('socket closed')
      return new Response('{}', { headers: { date: 'Tue, 03 Mar 2026 12:00:00 GMT' } })
    }) as typeof globalThis.fetch
    const sending: Sending = { fetch, now: () => new Date('2026-03-03T12:00:07Z') }
    return { kept, sending }
  }

  it('brings everything, whatever fails on the way, and nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Failure>('link', 'answer', 503, 429, undefined), {
          maxLength: 20,
        }),
        async (failures) => {
          const spool = new Spool(':memory:', bounds)
          const rules = ['a', 'b', 'c', 'd', 'e']
          spool.add(rules.map(item), undefined, 2)
          const { kept, sending } = hubThat((attempt) => failures[attempt - 1])
          for (let round = 0; round <= failures.length && spool.waiting > 0; round += 1) {
            await sendAll(spool, hub, sending)
          }
          assert.equal(spool.waiting, 0)
          assert.deepEqual([...kept.keys()].sort(), rules)
          spool.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps what is refused, says why, and measures the clock', async () => {
    const spool = new Spool(spoolFile, bounds)
    spool.add([item('a')], undefined, 1)
    const refused = await sendAll(spool, hub, hubThat(() => 404).sending)
    assert.deepEqual([refused.state, spool.waiting], ['refused', 1])
    const sent = await sendAll(spool, hub, hubThat(() => undefined).sending)
    assert.deepEqual(sent, { state: 'empty', sent: 1, skewS: 7 })
    spool.close()
  })

  it('takes no text for a key that is none', () => {
    assert.equal(keyIn(`whsec_${key.toString('base64')}\n`)?.length, 32)
    for (const text of ['', 'whsec_', 'whsec_abc', key.toString('base64')]) {
      assert.equal(keyIn(text), undefined)
    }
  })
})

describe('the tap', () => {
  it('cuts a stream anywhere and loses no packet', () => {
    const file = recording([5, 90, 0, 1400])
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 12 }), fc.nat(3), (places, every) => {
        const slices = new Slices()
        const ends = [0, ...places.sort((a, b) => a - b), file.length]
        const parts: Uint8Array[] = []
        for (let at = 1; at < ends.length; at += 1) {
          slices.push(file.subarray(ends[at - 1], ends[at]))
          const part = at % (every + 1) === 0 ? slices.cut() : undefined
          if (part !== undefined) parts.push(part)
        }
        const rest = slices.rest()
        if (rest !== undefined) parts.push(rest)
        const bodies = parts.map((part) => part.subarray(24))
        assert.ok(Buffer.concat(bodies).equals(file.subarray(24)))
        for (const part of parts) {
          assert.ok(Buffer.from(part.subarray(0, 24)).equals(file.subarray(0, 24)))
        }
      }),
    )
  })

  it('gives up cutting what is no recording, within its bound', () => {
    const slices = new Slices()
    slices.push(Buffer.from('a text that is no recording at all'))
    assert.equal(slices.isCuttable, false)
    assert.equal(slices.cut(), undefined)
    assert.equal(slices.rest()?.length, 34)
  })

  it('reads a file of a folder once, when nobody writes to it any more', () => {
    const inside = mkdtempSync(join(folder, 'rotating-'))
    const write = (name: string, seconds: number) => {
      writeFileSync(join(inside, name), recording([60]))
      utimesSync(join(inside, name), seconds, seconds)
    }
    write('line.pcap1', 1000)
    write('line.pcap0', 900)
    write('line.pcap2', 2000)
    write('notes.txt', 900)
    const found = settledRecordings(inside, { nowMs: 2_001_000, settledMs: 5000 })
    assert.deepEqual(
      found.map(({ path }) => path.slice(-5)),
      ['pcap0', 'pcap1'],
    )
    const spool = new Spool(spoolFile, bounds)
    const said: string[] = []
    const sensor = new Sensor({
      site: 'plant',
      spool,
      baseline: undefined,
      say: (line) => void said.push(line),
    })
    assert.equal(sensor.readFolder(inside, 2_001_000), 2)
    assert.equal(sensor.readFolder(inside, 2_100_000), 1)
    assert.equal(sensor.readFolder(inside, 2_100_000), 0)
    assert.equal(said.length, 3)
    spool.close()
  })

  it('says what is no recording and goes on', async () => {
    const spool = new Spool(spoolFile, bounds)
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const sensor = new Sensor({ site: 'plant', spool, baseline: undefined, say })
    async function* stream() {
      yield recording([60, 60]).subarray(0, 100)
      yield recording([60, 60]).subarray(100)
    }
    sensor.read('odd', Buffer.from('no recording'))
    await sensor.readStream(stream(), { everyMs: 0, now: () => 0 })
    assert.match(said[0] ?? '', /not a recording/)
    assert.match(said.join(), /stream 2/)
    spool.close()
  })
})

describe('the options', () => {
  it('refuse what would only fail later', () => {
    for (const words of [
      [],
      ['a', 'b'],
      ['-', '--every=0'],
      ['-', '--hub=https://hub.example/in'],
      ['-', '--hub=http://hub.example/in', `--key-file=${join(folder, 'none')}`],
      ['-', `--baseline=${join(folder, 'none')}`],
    ]) {
      assert.throws(() => sensorOptions(words), OptionError, words.join(' '))
    }
    assert.equal(sensorOptions(['-', '--site=hall 3']).site, 'hall 3')
  })
})

function recording(lengths: readonly number[]): Uint8Array {
  const header = Buffer.from(
    'd4c3b2a1020004000000000000000000000004000100000000'.slice(0, 48),
    'hex',
  )
  const records = lengths.map((length) => {
    const head = Buffer.alloc(16)
    head.writeUInt32LE(1, 0)
    head.writeUInt32LE(length, 8)
    head.writeUInt32LE(length, 12)
    return Buffer.concat([head, Buffer.alloc(length, 0x5a)])
  })
  return Uint8Array.from(Buffer.concat([header, ...records]))
}
