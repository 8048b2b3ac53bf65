// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { ftp, ftpData } from './index.ts'

const banner = bytesOf('220-Line 4\r\n220 Drive FTP server (Vx 5.4) ready.\r\n')
const logIn = bytesOf('USER maint\r\nPASS geheim\r\n')
const store = bytesOf('STOR /flash/firmware.bin\r\n')
const fromServer = { isFromServer: true }
const onPort = { destination: { port: 21 } }

describe('ftp', () => {
  it('keeps every line of the banner, and as software the one with a version', () => {
    const read = readBy(ftp, banner, fromServer)
    assert.deepEqual(factsNamed(read, 'ftp.banner'), ['Line 4', 'Drive FTP server (Vx 5.4) ready.'])
    assert.deepEqual(factsNamed(read, 'server_software'), ['Drive FTP server (Vx 5.4) ready.'])
  })

  it('names the user and never the password', () => {
    const read = readBy(ftp, logIn)
    assert.deepEqual(read.events, [
      { name: 'cleartext_login', detail: { command: 'USER', user: 'maint' } },
      { name: 'cleartext_login', detail: { command: 'PASS' } },
    ])
    assert.ok(!JSON.stringify(read).includes('geheim'))
  })

  it('counts a stored file as a write', () => {
    const read = readBy(ftp, store)
    assert.deepEqual(factsNamed(read, 'ftp.file'), ['/flash/firmware.bin'])
    assert.deepEqual(
      read.codes.map((code) => ftp.operation?.(code)),
      [{ letters: 0x53544f52, name: 'store', effect: 'write' }],
    )
  })

  it('is known by its name away from its port', () => {
    assert.equal(readBy(ftp, banner, fromServer).isRecognised, false)
    assert.equal(readBy(ftp, banner.subarray(12), fromServer).isRecognised, true)
    assert.equal(readBy(ftp, bytesOf('220 mail ESMTP ready\r\n'), fromServer).isRecognised, false)
    assert.equal(readBy(ftp, logIn, onPort).isRecognised, true)
  })

  it('leaves half a line for the next segment', () => {
    assert.equal(readBy(ftp, logIn.subarray(0, 15)).consumed, 12)
    assert.deepEqual(silentTruncations(ftp, store, onPort), [])
  })

  it('gives up on a line without end', () => {
    assert.equal(readBy(ftp, bytesOf('USER ', 'x'.repeat(3000))).consumed, 3005)
  })

  it('accepts any bytes', () => {
    assertTotal(ftp, [banner, logIn, store], 2000)
    assertTotal(ftpData, [banner], 10)
  })
})
