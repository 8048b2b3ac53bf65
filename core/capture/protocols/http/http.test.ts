// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { http } from './index.ts'

const lines = (...texts: string[]) => `${texts.join('\r\n')}\r\n\r\n`
const request = bytesOf(
  lines(
    'GET /status.html?session=1 HTTP/1.1',
    'Host: drive-3.works.example:8080',
    'User-Agent: Panel/1.0 (line 4)',
    `Authorization: Basic ${Buffer.from('service:geheim').toString('base64')}`,
  ),
)
const response = bytesOf(
  lines(
    'HTTP/1.1 401 Unauthorized',
    'server: Embedded/2.1',
    'WWW-Authenticate: Basic realm="Drive controller"',
  ),
  '<html><head><TITLE lang="en">\n Drive 3\n </TITLE>',
)
const fromServer = { isFromServer: true }

describe('http', () => {
  it('keeps agent, host and path of a client, not its query', () => {
    const read = readBy(http, request)
    assert.deepEqual(factsNamed(read, 'user_agent'), ['Panel/1.0 (line 4)'])
    assert.deepEqual(factsNamed(read, 'http.host'), ['drive-3.works.example:8080'])
    assert.deepEqual(factsNamed(read, 'http.request'), ['GET /status.html'])
    assert.deepEqual(
      read.facts.find((fact) => fact.name === 'http.name'),
      { name: 'http.name', value: 'drive-3.works.example', about: 'receiver' },
    )
  })

  it('takes the time from who answers, not from what a cache kept', () => {
    const dated = (...more: string[]) => {
      const date = 'Date: Tue, 01 Sep 2026 08:00:00 GMT'
      return readBy(http, bytesOf(lines('HTTP/1.1 200 OK', date, ...more)), fromServer).clocks
    }
    assert.deepEqual(dated(), [1_788_249_600])
    assert.deepEqual(dated('Age: 30'), [])
    const odd = bytesOf(lines('HTTP/1.1 200 OK', 'Date: yesterday'))
    assert.deepEqual(readBy(http, odd, fromServer).clocks, [])
  })

  it('names the user of basic authentication and nothing of the password', () => {
    const read = readBy(http, request)
    assert.deepEqual(read.events, [
      { name: 'cleartext_login', detail: { method: 'basic', user: 'service' } },
    ])
    assert.ok(!JSON.stringify(read).includes('geheim'))
  })

  it('reads the names in a challenge of Windows', () => {
    const challenge = Buffer.alloc(56)
    challenge.write('NTLMSSP\0')
    challenge.writeUInt32LE(2, 8)
    const head = lines(
      'HTTP/1.1 401 Unauthorized',
      'WWW-Authenticate: Negotiate',
      `WWW-Authenticate: NTLM ${challenge.toString('base64')}`,
    )
    assert.deepEqual(readBy(http, bytesOf(head), fromServer).layers, ['ntlmssp'])
  })

  it('names the user of a form with a password', () => {
    const form = bytesOf(lines('POST /login HTTP/1.1'), 'lang=nl&username=piet&pwd=geheim')
    const read = readBy(http, form)
    assert.deepEqual(read.events, [
      { name: 'cleartext_login', detail: { method: 'form', user: 'piet' } },
    ])
    assert.ok(!JSON.stringify(read).includes('geheim'))
    const search = bytesOf(lines('POST /find HTTP/1.1'), 'q=pump&lang=nl')
    assert.deepEqual(readBy(http, search).events, [])
  })

  it('keeps software, realm and title of a server', () => {
    const read = readBy(http, response, fromServer)
    assert.deepEqual(factsNamed(read, 'server_software'), ['Embedded/2.1'])
    assert.deepEqual(factsNamed(read, 'http.realm'), ['Drive controller'])
    assert.deepEqual(factsNamed(read, 'http.title'), ['Drive 3'])
  })

  it('keeps no title of a page that says that there is none', () => {
    const missing = bytesOf(lines('HTTP/1.1 404 Not Found'), '<title>Not Found</title>')
    assert.deepEqual(factsNamed(readBy(http, missing, fromServer), 'http.title'), [])
  })

  it('finds the title in a body that follows in its own segment', () => {
    const body = bytesOf('<!DOCTYPE html><title>Pump 7</title>')
    const read = readBy(http, body, fromServer)
    assert.deepEqual(factsNamed(read, 'http.title'), ['Pump 7'])
    assert.deepEqual(read.scanLayers, ['http_body'])
  })

  it('recognises requests by their whole line', () => {
    assert.equal(readBy(http, request).isRecognised, true)
    assert.equal(readBy(http, bytesOf('OPTIONS rtsp://192.0.2.1 RTSP/1.0\r\n')).isRecognised, false)
    assert.equal(readBy(http, bytesOf('GET all your data\r\n')).isRecognised, false)
    assert.equal(readBy(http, bytesOf('HTTP/2.0 is something else')).isRecognised, false)
  })

  it('does not take whatever has its port for HTTP', () => {
    assert.equal(readBy(http, bytesOf([0x89, 0x50, 0x4e, 0x47]), fromServer).scanned, -1)
    assert.equal(readBy(http, bytesOf('any words at all')).scanned, -1)
    assert.equal(readBy(http, bytesOf('user=piet&pwd=geheim')).scanned, 0)
    assert.equal(readBy(http, bytesOf('{"speed": 7}'), fromServer).scanned, 0)
  })

  it('counts messages by method', () => {
    const { codes } = readBy(http, request)
    assert.deepEqual(
      codes.map((code) => http.operation?.(code).name),
      ['get'],
    )
    assert.deepEqual(
      readBy(http, response).codes.map((code) => http.operation?.(code).name),
      ['response'],
    )
  })

  it('keeps the lines of half a head and waits for the rest', () => {
    const half = readBy(http, request.subarray(0, request.length - 30))
    assert.deepEqual(factsNamed(half, 'user_agent'), ['Panel/1.0 (line 4)'])
    assert.deepEqual(half.events, [])
    assert.equal(half.consumed, 0)
    assert.deepEqual(silentTruncations(http, request), [])
  })

  it('says when a head ends with the frame, or does not end', () => {
    const cut = readBy(http, request.subarray(0, 60), { isCut: true })
    assert.deepEqual(cut.oddities, ['head-not-closed'])
    const endless = bytesOf('GET / HTTP/1.1\r\n', 'X: y\r\n'.repeat(3000))
    assert.deepEqual(readBy(http, endless).oddities, ['head-not-closed'])
  })

  it('accepts any bytes', () => {
    assertTotal(http, [request, response], 1500)
  })
})
