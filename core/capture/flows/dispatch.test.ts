// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as f from '../../../fixtures/frames/index.ts'
import { type Payload, type Protocol, type Recorder, scan } from '../protocol.ts'
import { inspected } from '../testing.ts'

const client = { mac: '02:00:00:00:00:01', ip: '10.0.0.1', port: 50_000 }
const server = { mac: '02:00:00:00:00:02', ip: '10.0.0.2', port: 7777 }
const text = (value: string) => f.bytes(value)
const letters = ({ bytes, from, to }: Payload) => String.fromCharCode(...bytes.subarray(from, to))

function ofTest(parts: Partial<Protocol> = {}): Protocol {
  return {
    name: 'test',
    carrier: 'udp',
    ports: [7777],
    decode: (payload: Payload, recorder: Recorder) => {
      recorder.fact('test.text', letters(payload))
      return undefined
    },
    ...parts,
  }
}

function run(frames: readonly Uint8Array[], ...protocols: readonly Protocol[]) {
  return inspected([f.pcap(frames)], { protocols })
}

const said = (frames: readonly Uint8Array[], ...protocols: readonly Protocol[]) =>
  run(frames, ...protocols).observations.facts.map(({ value, packets }) => [value, packets])

describe('dispatch', () => {
  it('finds a protocol by the server port and says so', () => {
    const { observations } = run([f.udp(client, server, text('a'))], ofTest())
    const [conversation] = observations.conversations
    assert.deepEqual([conversation?.protocol, conversation?.protocolBasis], ['test', 'decoded'])
    assert.deepEqual(observations.protocols['test'], { packets: 1, bytes: 60 })
    assert.deepEqual(observations.facts[0]?.subject, { mac: client.mac, ip: client.ip })
  })

  it('finds a roaming protocol on any port within the first three payloads', () => {
    const roaming = ofTest({ ports: [], roams: true, recognises: (one) => letters(one) === 'me' })
    const frames = (...words: string[]) =>
      words.map((word) => f.udp(client, { ...server, port: 9 }, text(word)))
    assert.deepEqual(said(frames('x', 'y', 'me', 'me'), roaming), [['me', 2]])
    assert.deepEqual(said(frames('x', 'y', 'z', 'me'), roaming), [])
  })

  it('does not believe a port whose payload the protocol does not recognise', () => {
    const picky = ofTest({ recognises: (payload) => letters(payload).startsWith('ok') })
    const { observations } = run([f.udp(client, server, text('no'))], picky)
    assert.equal(observations.protocols['test'], undefined)
    assert.equal(observations.conversations[0]?.protocolBasis, 'unknown')
    const later = ['no', 'no', 'no', 'no', 'ok'].map((word) => f.udp(client, server, text(word)))
    assert.deepEqual(said(later, picky), [['ok', 1]])
  })

  it('guesses a flow anew after two refusals in a row', () => {
    const first = ofTest({
      scan: (view, from) => (view.getUint8(from) === 97 ? scan.seen : scan.foreign),
    })
    const other = ofTest({
      name: 'other',
      ports: [],
      roams: true,
      recognises: (payload) => letters(payload) === 'b',
    })
    const frames = ['a', 'b', 'a', 'b', 'b', 'b'].map((word) => f.udp(client, server, text(word)))
    const { protocols } = run(frames, first, other).observations
    assert.deepEqual([protocols['test']?.packets, protocols['other']?.packets], [2, 2])
  })

  it('decodes the first payloads of a flow and those that the scan asks for', () => {
    const asking = ofTest({
      deepPackets: 2,
      scan: (view, from) => (view.getUint8(from) === 0x21 ? scan.decode : scan.seen),
    })
    const frames = ['1', '2', '3', '!4', '5', '!6'].map((word) => f.udp(client, server, text(word)))
    assert.deepEqual(
      said(frames, asking).map(([value]) => value),
      ['1', '2', '!4', '!6'],
    )
  })

  it('decodes equal payloads once and counts them all', () => {
    let decoded = 0
    const asking = ofTest({
      volatile: [0, 1],
      scan: (_view, _from, _to, _isFromServer, tally) => {
        tally.add(3)
        return scan.decode
      },
      operation: () => ({ name: 'say', effect: 'write' }),
      decode: (payload, recorder) => {
        decoded += 1
        recorder.fact('test.text', letters(payload).slice(1))
        recorder.event('old_version', { what: 'v1' })
        recorder.layer('inner')
        recorder.oddity('strange')
        return undefined
      },
    })
    const frames = ['1a', '2a', '3b', '4a', '5a'].map((word) => f.udp(client, server, text(word)))
    const elsewhere = f.udp({ ...client, ip: '10.0.0.9' }, server, text('6a'))
    const { summary, observations } = run([...frames, elsewhere], asking)
    assert.equal(decoded, 3)
    assert.deepEqual(
      observations.facts.map(({ subject, value, packets, seen, lastS }) => [
        ...[subject.ip, value, packets, seen.frame],
        Math.round((lastS - 1_788_249_600) * 1000),
      ]),
      [
        [client.ip, 'a', 4, 1, 4],
        [client.ip, 'b', 1, 3, 2],
        ['10.0.0.9', 'a', 1, 6, 5],
      ],
    )
    assert.deepEqual(
      observations.events.map(({ count, frames }) => [count, frames.map(({ frame }) => frame)]),
      [
        [5, [1, 2, 3, 4, 5]],
        [1, [6]],
      ],
    )
    assert.equal(observations.protocols['inner']?.packets, 6)
    assert.equal(summary.oddities['test.strange'], 6)
    const [operation] = observations.conversations[0]?.operations ?? []
    assert.deepEqual([operation?.name, operation?.count, operation?.frames.length], ['say', 5, 5])
  })

  it('knows equal payloads to hosts apart whose MAC and IP addresses count along', () => {
    const asking = ofTest({
      scan: () => scan.decode,
      decode: (payload, recorder) => {
        recorder.fact('test.text', letters(payload), 'receiver')
        return undefined
      },
    })
    const hosts = Array.from({ length: 200 }, (_, index) => ({
      mac: `02:00:00:00:00:${(index + 10).toString(16).padStart(2, '0')}`,
      ip: `10.0.0.${index + 10}`,
      port: 7777,
    }))
    const frames = hosts.flatMap((host) => [
      f.udp(client, host, text('a')),
      f.udp({ ...client, ip: host.ip, mac: host.mac, port: 50_000 }, server, text('a')),
    ])
    const { facts } = run(frames, asking).observations
    assert.deepEqual(
      facts.map(({ subject, packets }) => [subject.ip, packets]).sort(),
      [...hosts.map(({ ip }) => [ip, 1]), [server.ip, hosts.length]].sort(),
    )
  })

  it('decodes what is said to many once, unless the decoder asks who they are', () => {
    let decoded = 0
    const asking = (isPersonal: boolean) =>
      ofTest({
        scan: () => scan.decode,
        decode: (payload, recorder) => {
          decoded += 1
          recorder.fact('test.text', letters(payload))
          if (isPersonal) recorder.fact('test.to', payload.destination.ip ?? '')
          return undefined
        },
      })
    const frames = ['10.0.0.2', '10.0.0.3', '10.0.0.4'].map((ip) =>
      f.udp(client, { ...server, ip }, text('a')),
    )
    assert.deepEqual(said(frames, asking(false)), [['a', 3]])
    assert.equal(decoded, 1)
    assert.equal(said(frames, asking(true)).length, 4)
    assert.equal(decoded, 4)
  })

  it('notes again what an equal payload noted', () => {
    let decoded = 0
    const noting = ofTest({
      scan: () => scan.decode,
      decode: (payload, recorder) => {
        decoded += 1
        const word = letters(payload)
        if (word === 'who') recorder.fact('test.text', recorder.recall('name') ?? 'nobody')
        else recorder.remember('name', word)
        return undefined
      },
    })
    const words = ['ann', 'who', 'bob', 'who', 'ann', 'who']
    const frames = words.map((word) => f.udp(client, server, text(word)))
    assert.deepEqual(said(frames, noting), [
      ['ann', 2],
      ['bob', 1],
    ])
    assert.equal(decoded, 5)
  })

  it('does not repeat what was said with the help of notes', () => {
    let number = 0
    const noting = ofTest({
      scan: () => scan.decode,
      decode: (_payload, recorder) => {
        const before = Number(recorder.recall('number') ?? 0)
        number = before + 1
        recorder.remember('number', String(number))
        recorder.fact('test.number', String(number))
        return undefined
      },
    })
    const frames = Array.from({ length: 20 }, () => f.udp(client, server, text('same')))
    assert.equal(said(frames, noting).length, 20)
    assert.equal(number, 20)
  })

  it('blames a protocol that throws and goes on', () => {
    const faulty = (parts: Partial<Protocol>) => {
      const { summary, observations } = run(
        ['a', 'b', 'c'].map((word) => f.udp(client, server, text(word))),
        ofTest(parts),
      )
      assert.equal(observations.protocols['udp']?.packets, 3)
      assert.equal(observations.conversations[0]?.packetsToServer, 3)
      return summary.oddities['decoder-fault.test']
    }
    const fail = () => {
      throw new RangeError('beyond the end')
    }
    assert.equal(faulty({ decode: fail }), 3)
    assert.equal(faulty({ scan: fail }), 3)
    assert.equal(faulty({ recognises: fail }), 3)
  })

  it('tells protocols of one EtherType apart by their signatures', () => {
    const frame = (word: string) =>
      f.ethernet({ from: client.mac, to: server.mac, type: 0x88b5, payload: f.fixed(word, 50) })
    const one = (name: string): Protocol =>
      ofTest({
        name,
        carrier: 'ethernet',
        ports: [],
        etherTypes: [0x88b5],
        recognises: (payload) => letters(payload).startsWith(name),
      })
    const { protocols } = run(['a', 'b', 'a', 'b'].map(frame), one('a'), one('b')).observations
    assert.deepEqual([protocols['a']?.packets, protocols['b']?.packets], [2, 2])
  })
})

describe('reassembly', () => {
  // Messages: one byte of length, then that many letters.
  const lengthFirst = ofTest({
    carrier: 'tcp',
    streamBytes: 2000,
    deepPackets: 100,
    decode: (payload, recorder) => {
      const { bytes, from, to } = payload
      let at = from
      while (at < to && at + 1 + bytes[at] <= to) {
        const word = String.fromCharCode(...bytes.subarray(at + 1, at + 1 + bytes[at]))
        recorder.fact('test.text', word)
        at += 1 + bytes[at]
      }
      return at - from
    },
  })
  const words = Array.from({ length: 12 }, (_, index) => `${'word'.repeat(index * 3)}${index}`)
  const stream = f.bytes(...words.map((word) => f.bytes(word.length, word)))
  const endpoints = [client, server] as const

  function segment(from: number, to: number): Uint8Array {
    const payload = stream.subarray(from, to)
    return f.tcp(...endpoints, { sequence: 1000 + from, flags: f.flag.ack, payload })
  }

  const heard = (frames: readonly Uint8Array[]) => said(frames, lengthFirst).map(([value]) => value)

  it('puts messages together however they were cut, repeated and disordered', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 15 })
    const swaps = fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(cuts, swaps, (places, changes) => {
        const ends = [...new Set(places), stream.length].sort((a, b) => a - b)
        const frames = ends.map((end, index) => segment(ends[index - 1] ?? 0, end))
        for (const [at, isRepeated] of changes) {
          // The first segment stays first: before it nothing is known of the direction.
          const place = 1 + (at % Math.max(1, frames.length - 1))
          if (place >= frames.length) continue
          if (isRepeated) frames.splice(place, 0, frames[place - 1])
          else if (place + 1 < frames.length) {
            frames.splice(place, 2, frames[place + 1], frames[place])
          }
        }
        assert.deepEqual(heard(frames), words)
      }),
      { numRuns: 300 },
    )
  })

  it('gives a missing segment up and reads on behind it', () => {
    const whole = [segment(0, 20), segment(22, 40)]
    const more = Array.from({ length: 40 }, (_, index) => segment(40 + index * 4, 44 + index * 4))
    const { summary } = run([...whole, ...more], lengthFirst)
    assert.equal(summary.oddities['stream-lost'], 1)
    assert.equal(summary.oddities['decoder-fault.test'], undefined)
  })

  it('holds back no more than the protocol allows', () => {
    const endless = ofTest({ carrier: 'tcp', streamBytes: 600, deepPackets: 100, decode: () => 0 })
    const frames = Array.from({ length: 30 }, (_, index) => {
      const payload = f.zeros(100)
      return f.tcp(...endpoints, { sequence: 1000 + index * 100, flags: f.flag.ack, payload })
    })
    const { summary } = run(frames, endless)
    assert.ok((summary.oddities['stream-lost'] ?? 0) >= 3)
  })

  it('reads no retransmission twice', () => {
    const counted = ofTest({ carrier: 'tcp', scan: () => scan.seen })
    const frames = [segment(0, 9), segment(9, 20), segment(9, 20), segment(0, 9), segment(20, 30)]
    const { summary, observations } = run(frames, counted)
    assert.equal(observations.protocols['test']?.packets, 3)
    assert.equal(observations.protocols['tcp']?.packets, 5)
    assert.deepEqual(summary.oddities, { 'tcp-retransmission': 2 })
  })

  it('begins anew when the ports are used again', () => {
    const counted = ofTest({ carrier: 'tcp', scan: () => scan.seen })
    const syn = f.tcp(...endpoints, { sequence: 10, flags: f.flag.syn })
    const again = f.tcp(...endpoints, { sequence: 11, flags: f.flag.ack, payload: text('x') })
    const { observations } = run([segment(0, 9), segment(9, 20), syn, again], counted)
    assert.equal(observations.protocols['test']?.packets, 3)
  })

  it('notes what is missing between segments', () => {
    assert.deepEqual(run([segment(0, 9), segment(20, 30)]).summary.oddities, { 'tcp-gap': 1 })
  })
})
