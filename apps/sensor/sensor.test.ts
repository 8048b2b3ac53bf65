// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parseFilter } from '@schouw/core/capture/filter'
import { usualSettings } from '@schouw/core/capture/uplink'
import fc from 'fast-check'
import { newIdentity, writeIdentity } from './identity.ts'
import { OptionError, sensorOptions } from './options.ts'
import { Sensor } from './sensor.ts'
import { Spool } from './spool/spool.ts'
import { settledRecordings } from './tap/files.ts'
import { Gate } from './tap/gate.ts'
import { Slices } from './tap/slices.ts'
import { recording } from './testing/recording.ts'

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

const at = '2026-03-03T10:00:00.000Z'
const adding = (...texts: readonly string[]) => ({
  ...{ bodies: texts.map((text) => Buffer.from(text)), told: texts, key: undefined, at },
})

describe('the spool', () => {
  it('keeps what waits over a restart, in order, with what was read and said', () => {
    const first = new Spool(spoolFile, bounds)
    first.add({ ...adding('a', 'b'), key: 'one.pcap 9 1' })
    first.add(adding('c'))
    first.close()
    const again = new Spool(spoolFile, bounds)
    assert.deepEqual([again.isDone('one.pcap 9 1'), again.isTold('b')], [true, true])
    assert.deepEqual([again.waiting, again.bytes, again.oldestAt], [3, 3, at])
    const order: string[] = []
    for (let batch = again.next(); batch !== undefined; batch = again.next()) {
      order.push(`${batch.sequence} ${Buffer.from(batch.body)}`)
      again.forget(batch.sequence)
    }
    assert.deepEqual([order, again.bytes], [['1 a', '2 b', '3 c'], 0])
    again.close()
  })

  it('lets the oldest give way when it is full, and counts them', () => {
    const spool = new Spool(spoolFile, { mostBytes: 10 })
    spool.add(adding('first', 'other', 'third'))
    assert.deepEqual([spool.lost, spool.waiting, spool.bytes], [1, 2, 10])
    assert.equal(String(Buffer.from(spool.next()?.body ?? [])), 'other')
    spool.add(adding('a text that is longer than all there is'))
    assert.deepEqual([spool.lost, spool.waiting, spool.bytes], [4, 0, 0])
    spool.close()
  })

  it('belongs to one process', () => {
    const spool = new Spool(spoolFile, bounds)
    assert.throws(() => new Spool(spoolFile, bounds))
    spool.close()
  })

  it('never lets one number stand for two things, whoever it belonged to', () => {
    const spool = new Spool(spoolFile, bounds)
    spool.add(adding('a', 'b', 'c'))
    // Another spool of this sensor had given out 40 numbers.
    spool.adopt('tenant.one', 40)
    assert.equal(spool.next()?.sequence, 41)
    spool.adopt('tenant.one', 90)
    spool.add(adding('d'))
    assert.equal(spool.next(43)?.sequence, 44)
    // Let in anew: what waits keeps its numbers, of which the hub has none.
    spool.adopt('tenant.two', 0)
    assert.equal(spool.next()?.sequence, 41)
    for (let sequence = 41; sequence <= 44; sequence += 1) spool.forget(sequence)
    spool.adopt('tenant.three', 100)
    spool.add(adding('e'))
    assert.equal(spool.next()?.sequence, 101)
    assert.ok(spool.nextBeat(5_000) < spool.nextBeat(2_000))
    spool.close()
  })

  it('forgets files that have gone, and no file that is there', () => {
    const spool = new Spool(':memory:', bounds)
    for (let file = 0; file < 1_200; file += 1) spool.add({ ...adding(), key: `${file}` })
    spool.keepDone(['1', '1199'])
    assert.deepEqual(
      ['0', '1', '600', '1199'].map((key) => spool.isDone(key)),
      [false, true, false, true],
    )
    spool.close()
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
    sensor.read('odd', [Buffer.from('no recording')])
    await sensor.readStream(stream(), { everyMs: () => 0, now: () => 0 })
    assert.match(said[0] ?? '', /not a recording/)
    assert.match(said.join(), /stream 2/)
    assert.deepEqual([sensor.tally.unreadable, sensor.tally.packets], [1, 2])
    spool.close()
  })
})

describe('the gate', () => {
  const filter = (text: string) => {
    const parsed = parseFilter(text)
    assert.ok(parsed.ok)
    return parsed.value
  }
  const through = (gate: Gate, file: Uint8Array, places: readonly number[]) => {
    const ends = [0, ...places.toSorted((a, b) => a - b), file.length]
    const parts = ends.slice(1).map((end, index) => gate.pass(file.subarray(ends[index], end)))
    return Buffer.concat([...parts.map((part) => Buffer.from(part)), gate.end()])
  }

  it('lets everything through as it was, in whatever pieces, without a filter', () => {
    for (const file of [recording([5, 90, 0, 1400]), recording([60, 61], 'pcapng')]) {
      fc.assert(
        fc.property(fc.array(fc.nat(file.length), { maxLength: 12 }), (places) => {
          const gate = new Gate({ filter: filter(''), mostPackets: 1e6 })
          assert.ok(through(gate, file, places).equals(file))
        }),
      )
    }
  })

  it('leaves out what the filter and the bound leave out, and counts it', () => {
    // Frames of nothing but 0x5a are neither IP nor ARP.
    for (const form of ['pcap', 'pcapng'] as const) {
      const none = new Gate({ filter: filter('tcp'), mostPackets: 1e6 })
      assert.ok(through(none, recording([60, 70], form), [30, 80]).equals(recording([], form)))
      assert.deepEqual([none.packets, none.filtered, none.isBlind], [2, 2, false])
      const few = new Gate({ filter: filter('not tcp'), mostPackets: 2 })
      const kept = through(few, recording([60, 70, 80, 90], form), [100])
      assert.ok(kept.equals(recording([60, 70], form)))
      assert.deepEqual([few.packets, few.filtered, few.overLimit], [4, 0, 2])
    }
  })

  it('says when the filter cannot be asked, and answers for any bytes', () => {
    const serial = Buffer.from(recording([60]))
    serial.writeUInt32LE(113, 20)
    const gate = new Gate({ filter: filter('tcp'), mostPackets: 1e6 })
    assert.ok(through(gate, serial, []).equals(serial))
    assert.ok(gate.isBlind)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(80), (noise, cut) => {
        for (const form of ['pcap', 'pcapng'] as const) {
          const bytes = Buffer.concat([recording([60, 60], form).subarray(0, cut + 24), noise])
          const parts = new Gate({ filter: filter('arp'), mostPackets: 1 })
          assert.ok(through(parts, bytes, [7, 31, 90]).length <= bytes.length)
        }
      }),
    )
  })
})

describe('what is said', () => {
  const read = (spool: Spool) => {
    const lines: any[] = []
    for (let batch = spool.next(); batch !== undefined; batch = spool.next(batch.sequence)) {
      const whole = String(gunzipSync(batch.body))
      const [head, ...rest] = whole.split('\n').map((line) => JSON.parse(line))
      assert.equal(head.schema, 'schouw/sightings/1')
      // Every batch can be read without the others.
      const named = new Set(rest.flatMap(({ asset }) => asset?.id ?? []))
      for (const { conversation: talk } of rest) {
        if (talk !== undefined) assert.ok(named.has(talk.from) && named.has(talk.to))
      }
      lines.push(...rest)
    }
    return lines
  }
  const captures = join(import.meta.dirname, '../../examples/factory/captures')

  it('is every device and conversation, each device whole once a day', () => {
    const spool = new Spool(spoolFile, bounds)
    const parts = { site: 'plant', spool, baseline: undefined, say: () => {} }
    const sensor = new Sensor(parts)
    sensor.readFile({ path: join(captures, '2026-11-03-lijn1.pcap') })
    const lines = read(spool)
    const assets = lines.flatMap(({ asset }) => asset ?? [])
    const isWhole = (asset: any) => asset.facts !== undefined
    const ids = new Set(assets.map(({ id }) => id))
    assert.equal(assets.filter(isWhole).length, ids.size)
    assert.ok(lines.some(({ conversation }) => conversation !== undefined))
    const alerts = lines.filter(({ alert }) => alert !== undefined).length
    assert.ok(alerts > 0)
    assert.ok(!JSON.stringify(lines).includes('payload'))
    const before = spool.waiting
    for (let sequence = 1; sequence <= before; sequence += 1) spool.forget(sequence)
    sensor.readFile({ path: join(captures, '2026-11-03-lijn1.pcap') })
    const again = read(spool)
    assert.equal(again.flatMap(({ asset }) => asset ?? []).filter(isWhole).length, 0)
    assert.equal(again.filter(({ alert }) => alert !== undefined).length, 0)
    const talks = (list: any[]) => list.filter(({ conversation }) => conversation !== undefined)
    assert.equal(talks(again).length, talks(lines).length)
    spool.close()
  })

  it('is what the filter that was set lets through', () => {
    const spool = new Spool(spoolFile, bounds)
    const settings = () => ({ ...usualSettings, filter: 'arp' })
    const parts = { site: 'plant', spool, baseline: undefined, say: () => {}, settings }
    const sensor = new Sensor(parts)
    sensor.readFile({ path: join(captures, '2026-11-03-lijn1.pcap') })
    const { packets, filtered } = sensor.tally
    assert.ok(packets > filtered && filtered > 0)
    assert.ok(read(spool).every(({ conversation }) => conversation?.transport !== 'tcp'))
    spool.close()
  })
})

describe('the options', () => {
  it('refuse what would only fail later', () => {
    const open = join(folder, 'open.identity')
    writeIdentity(open, newIdentity('https://hub.example'))
    const waiting = join(folder, 'waiting.identity')
    writeIdentity(waiting, newIdentity('https://hub.example'))
    chmodSync(open, 0o644)
    for (const words of [
      [],
      ['a', 'b'],
      ['-', '--every=0'],
      ['-', '--spool-mb=0'],
      ['-', '--nats=nats://127.0.0.1'],
      ['-', `--identity=${join(folder, 'none')}`],
      ['-', `--identity=${open}`],
      ['-', `--identity=${waiting}`],
      ['-', `--baseline=${join(folder, 'none')}`],
      ['enrol', '--hub=https://hub.example'],
      ['enrol', '--hub=http://hub.example', '--code=x'],
      ['enrol', '--hub=https://hub.example/path', '--code=x'],
    ]) {
      assert.throws(() => sensorOptions(words), OptionError, words.join(' '))
    }
    const read = sensorOptions(['-', '--site=hall 3'])
    assert.ok(read.does === 'watch' && read.site === 'hall 3')
    const enrol = sensorOptions(['enrol', '--hub=http://localhost:8080', '--code=-'])
    assert.ok(enrol.does === 'enrol' && enrol.file === 'sensor.identity')
  })
})
