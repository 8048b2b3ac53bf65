// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { Cursor } from '../wire.ts'
import { readClientHello } from './client-hello.ts'
import { ja3, ja4 } from './fingerprints.ts'
import { tls } from './index.ts'

const u16 = (value: number) => [value >> 8, value & 0xff]
const sized = (width: 1 | 2 | 3, content: Uint8Array | readonly number[]) => {
  const length = [content.length >> 16, (content.length >> 8) & 0xff, content.length & 0xff]
  return [...length.slice(3 - width), ...content]
}
const list16 = (values: readonly number[]) => values.flatMap(u16)
const extension = (type: number, content: Uint8Array | readonly number[]) => [
  ...u16(type),
  ...sized(2, content),
]

// The worked example of the definition, in its order, with GREASE around it.
const ciphers = [
  0x0a0a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014,
  0x009c, 0x009d, 0x002f, 0x0035,
]
const algorithms = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601]
const name = bytesOf('machine.talk2m.com')
const extensions = [
  extension(0x1a1a, []),
  extension(0x001b, [2, 0, 2]),
  extension(0x0000, sized(2, [0, ...sized(2, name)])),
  extension(0x0033, []),
  extension(0x0010, sized(2, [...sized(1, bytesOf('h2')), ...sized(1, bytesOf('http/1.1'))])),
  extension(0x4469, []),
  extension(0x0017, []),
  extension(0x002d, []),
  extension(0x000d, sized(2, list16(algorithms))),
  extension(0x0005, []),
  extension(0x0023, []),
  extension(0x0012, []),
  extension(0x002b, sized(1, list16([0x2a2a, 0x0304, 0x0303]))),
  extension(0xff01, []),
  extension(0x000b, [1, 0]),
  extension(0x000a, sized(2, list16([0x3a3a, 0x001d, 0x0017]))),
  extension(0x0015, []),
]

const helloBody = bytesOf(
  u16(0x0303),
  new Uint8Array(32).fill(7),
  sized(1, new Uint8Array(32)),
  sized(2, list16(ciphers)),
  sized(1, [0]),
  sized(2, extensions.flat()),
)
const record = (content: Uint8Array | readonly number[], type = 22) =>
  bytesOf(type, 3, 1, sized(2, content))
const handshake = (type: number, body: Uint8Array | readonly number[]) =>
  bytesOf(type, sized(3, body))
const clientHello = record(handshake(1, helloBody))

const serverHello = (version: number, cipher: number) =>
  handshake(2, bytesOf(u16(version), new Uint8Array(32), 0, u16(cipher), 0))

const der = (tag: number, ...parts: readonly (Uint8Array | readonly number[])[]) => {
  const content = bytesOf(...parts)
  return bytesOf(
    tag,
    content.length < 128 ? [content.length] : [0x82, ...u16(content.length)],
    content,
  )
}
const attribute = (code: number, text: string, kind = 12) =>
  der(0x31, der(0x30, der(6, [0x55, 4, code]), der(kind, bytesOf(text))))
const time = (text: string, kind = 23) => der(kind, bytesOf(text))
const subject = der(
  0x30,
  attribute(6, 'NL', 19),
  attribute(10, 'Machine works', 19),
  attribute(3, 'plc-7.example'),
)
const issuer = der(0x30, attribute(10, 'Machine works', 19), attribute(3, 'Works CA'))
const alternativeNames = der(
  0x30,
  der(6, [0x55, 0x1d, 0x11]),
  der(4, der(0x30, der(0x82, bytesOf('plc-7.example')), der(0x87, [192, 0, 2, 7]))),
)
const certificate = der(
  0x30,
  der(
    0x30,
    der(0xa0, der(2, [2])),
    der(2, [1]),
    der(0x30),
    issuer,
    der(0x30, time('200102030405Z'), time('20500102030405Z', 24)),
    subject,
    der(0x30),
    der(0xa3, der(0x30, alternativeNames)),
  ),
  der(0x30),
  der(3, [0]),
)
const certificates = handshake(11, sized(3, sized(3, certificate)))

describe('tls', () => {
  it('gives the JA4 of the worked example in its definition', () => {
    const body = new Cursor({ bytes: helloBody, view: new DataView(helloBody.buffer) }, 0, 1e6)
    const hello = readClientHello(body)
    assert.equal(ja4(hello, 't'), 't13d1516h2_8daaf6152771_e5627efa2ab1')
    assert.equal(ja4({ ...hello, signatureAlgorithms: [] }, 'q').slice(-12), '6d807ffa2a79')
    const none = { ...hello, ciphers: [], extensions: [], alpn: [], versions: [] }
    assert.equal(ja4(none, 't'), 't12i000000_000000000000_000000000000')
  })

  it('takes the first and last characters of the first ALPN as the definition says', () => {
    const body = new Cursor({ bytes: helloBody, view: new DataView(helloBody.buffer) }, 0, 1e6)
    const hello = readClientHello(body)
    const rows = [
      [[0xab], 'ab'],
      [[0xab, 0xcd], 'ad'],
      [[0x30, 0xab], '3b'],
      [[0x30, 0x31, 0xab, 0xcd], '3d'],
      [[0x30, 0xab, 0xcd, 0x31], '01'],
      [[0x68], 'hh'],
      [[], '00'],
    ] as const
    for (const [bytes, code] of rows) {
      const alpn = [Uint8Array.from(bytes)]
      assert.equal(ja4({ ...hello, alpn }, 't').slice(8, 10), code)
    }
  })

  it('joins the five lists of JA3 without GREASE', () => {
    const hello = {
      legacyVersion: 769,
      ciphers: [47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4],
      extensions: [0, 10, 11],
      groups: [23, 24, 25],
      pointFormats: [0],
      signatureAlgorithms: [],
      versions: [],
      sni: undefined,
      alpn: [],
      isShort: false,
    }
    // The example in the definition of JA3.
    assert.equal(ja3(hello), 'ada70206e40642a3e4461f35503241d5')
    const greased = { ...hello, ciphers: [0x0a0a, ...hello.ciphers], groups: [0xfafa, 23, 24, 25] }
    assert.equal(ja3(greased), ja3(hello))
  })

  it('reads a ClientHello and notices the gateway it asks for', () => {
    const read = readBy(tls, clientHello)
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'sni'), ['machine.talk2m.com'])
    assert.deepEqual(factsNamed(read, 'tls.alpn'), ['h2,http/1.1'])
    assert.deepEqual(factsNamed(read, 'tls.client_version'), ['TLS 1.3'])
    assert.equal(factsNamed(read, 'tls.ja3').length, 1)
    assert.deepEqual(
      read.events.map((event) => [event.name, event.detail['tool'], event.detail['how']]),
      [['remote_access', 'Ewon Talk2M', 'sni']],
    )
  })

  it('reads version, cipher and certificate of a server, and names the old version', () => {
    const flight = record(bytesOf(serverHello(0x0301, 0x002f), certificates, handshake(14, [])))
    const read = readBy(tls, flight, { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'tls.version'), ['TLS 1.0'])
    assert.deepEqual(factsNamed(read, 'tls.cipher'), ['0x002f'])
    assert.deepEqual(factsNamed(read, 'certificate_subject'), ['plc-7.example'])
    assert.deepEqual(factsNamed(read, 'tls.certificate_issuer'), ['Works CA'])
    assert.deepEqual(factsNamed(read, 'tls.certificate_not_before'), ['2020-01-02T03:04:05Z'])
    assert.deepEqual(factsNamed(read, 'tls.certificate_not_after'), ['2050-01-02T03:04:05Z'])
    assert.deepEqual(factsNamed(read, 'tls.certificate_alternative_name'), [
      'plc-7.example',
      '192.0.2.7',
    ])
    assert.deepEqual(factsNamed(read, 'tls.certificate_string'), [
      'Machine works',
      'Works CA',
      'plc-7.example',
    ])
    assert.deepEqual(read.events, [
      { name: 'old_version', detail: { version: 'TLS 1.0', how: 'agreed' } },
    ])
  })

  it('joins a message that runs on over records, and waits for one that is not there yet', () => {
    const whole = bytesOf(serverHello(0x0303, 0xc02f), certificates)
    const first = record(whole.slice(0, 90))
    const second = record(whole.slice(90))
    const both = readBy(tls, bytesOf(first, second), { isFromServer: true })
    assert.deepEqual(factsNamed(both, 'certificate_subject'), ['plc-7.example'])
    assert.equal(both.consumed, first.length + second.length)
    assert.equal(readBy(tls, first, { isFromServer: true }).consumed, 0)
  })

  it('passes over encrypted records and stops where none can begin', () => {
    const sealed = record(new Uint8Array(40).fill(0x9c))
    const data = record(new Uint8Array(100), 23)
    const read = readBy(tls, bytesOf(sealed, data))
    assert.equal(read.consumed, sealed.length + data.length)
    assert.deepEqual(read.oddities, [])
    assert.deepEqual(readBy(tls, bytesOf(data, 'GET / HTTP/1.1')).oddities, ['no-record'])
  })

  it('reads what a cut certificate still says', () => {
    const cut = record(bytesOf(serverHello(0x0303, 0xc02f), certificates)).slice(0, 170)
    const read = readBy(tls, cut, { isFromServer: true, isCut: true })
    assert.ok(factsNamed(read, 'tls.certificate_string').includes('Works CA'))
    assert.ok(read.oddities.includes('truncated'))
  })

  it('names every truncation and takes any bytes', () => {
    const flight = record(bytesOf(serverHello(0x0303, 0xc02f), certificates))
    for (const message of [clientHello, flight]) {
      assert.deepEqual(silentTruncations(tls, message), [])
      assert.deepEqual(silentTruncations(tls, message, { isCut: true }), [])
    }
    assertTotal(tls, [clientHello, flight, bytesOf(flight, record([1, 2, 3], 23))], 300)
  })

  it('recognises neither text nor another protocol', () => {
    for (const text of ['GET / HTTP/1.1\r\n', 'SSH-2.0-x\r\n', '\x03\x00\x00\x13\x0e\xe0']) {
      assert.equal(readBy(tls, bytesOf(text)).isRecognised, false)
    }
  })
})
