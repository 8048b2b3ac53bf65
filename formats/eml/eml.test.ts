// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isMail, mailLimits, readMail } from './index.ts'

const bytesOf = (text: string) => Buffer.from(text, 'utf8')
const read = (text: string) => {
  const mail = readMail(bytesOf(text))
  assert.ok(mail)
  return mail
}
const crlf = (...lines: readonly string[]) => lines.join('\r\n')

const phishing = crlf(
  'Return-Path: <bounce@kwaad.example>',
  'Received: from kwaad.example (198.51.100.7) by mx.voorbeeld.example;',
  '\tSun, 22 Nov 2026 02:40:00 +0100',
  'Authentication-Results: mx.voorbeeld.example; spf=fail; dkim=none',
  'From: =?utf-8?Q?Uw_bank_=E2=82=AC?= <service@bank-veilig.example>',
  'Reply-To: iemand@kwaad.example',
  'To: inkoop@voorbeeld.example',
  'Subject: =?UTF-8?B?QmV2ZXN0aWcgdXcgcmVr?= =?UTF-8?B?ZW5pbmdudW1tZXI=?=',
  'Date: Sun, 22 Nov 2026 02:39:58 +0100',
  'Message-ID: <1@kwaad.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="=_een"',
  '',
  'Voor wie geen MIME leest',
  '--=_een',
  'Content-Type: text/html; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<html><head><title>x</title><style>p{}</style></head><body><p>Beste caf=E9,</p>',
  '<script>alert(1)</script><a href=3D"https://kwaad.example/in?a=3D1&amp;b=3D2">https://bank=',
  '.example</a></body></html>',
  '--=_een',
  "Content-Type: application/pdf; name*0*=utf-8'nl'fact; name*1*=uur%E2%80%AEfdp.exe",
  'Content-Disposition: attachment',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0xLjcK',
  '--=_een--',
  'wat erna komt',
)

describe('a mail', () => {
  it('is read with its sender, its links and what came with it', () => {
    const mail = read(phishing)
    assert.equal(mail.from, 'Uw bank € <service@bank-veilig.example>')
    assert.equal(mail.subject, 'Bevestig uw rekeningnummer')
    assert.equal(mail.reply_to, 'iemand@kwaad.example')
    assert.equal(mail.sent_at, '2026-11-22T01:39:58.000Z')
    assert.match(mail.received[0] ?? '', /198\.51\.100\.7.*02:40:00/)
    assert.deepEqual(mail.authentication, ['mx.voorbeeld.example; spf=fail; dkim=none'])
    assert.equal(mail.text, 'Beste café,\nhttps://bank.example')
    assert.deepEqual(mail.links, [
      { to: 'https://kwaad.example/in?a=1&b=2', text: 'https://bank.example' },
    ])
    const [pdf] = mail.attachments
    // The character that turns the writing around is gone, and is told of.
    assert.deepEqual([pdf?.name, pdf?.type], ['factuurfdp.exe', 'application/pdf'])
    assert.equal(Buffer.from(pdf?.bytes ?? []).toString(), '%PDF-1.7\n')
    assert.deepEqual(mail.oddities, { 'unseen-characters': 1 })
    assert.ok(isMail(bytesOf(phishing)))
  })

  it('that was sent along as a file is a mail within it', () => {
    const outer = crlf(
      'From: a@b.example',
      'Subject: FW: vreemd',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      'Zie bijlage',
      '--x',
      'Content-Type: message/rfc822',
      '',
      phishing,
      '--x--',
    )
    const mail = read(outer)
    assert.equal(mail.text, 'Zie bijlage')
    assert.equal(mail.mails[0]?.subject, 'Bevestig uw rekeningnummer')
    assert.equal(mail.mails[0]?.attachments.length, 1)
  })

  it('of plain text keeps its lines, and prefers them to the same in HTML', () => {
    const mail = read(
      'Subject: t\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nEen\nTwee\n--b\nContent-Type: text/html\n\n<p>Drie\n--b--\n',
    )
    assert.equal(mail.text, 'Een\nTwee')
  })

  it('says what was wrong with it and reads on', () => {
    const odd = (text: string) => Object.keys(read(text).oddities)
    assert.deepEqual(odd('Content-Type: multipart/mixed\n\nx'), ['boundary-missing'])
    assert.deepEqual(odd('Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx'), ['cut-short'])
    assert.deepEqual(odd('Content-Type: text/plain; charset=klingon\n\nx'), ['charset-unknown'])
    assert.deepEqual(odd('Content-Transfer-Encoding: rot13\n\nx'), ['encoding-unknown'])
    assert.deepEqual(odd('Content-Transfer-Encoding: base64\n\neHh4a'), ['base64-broken'])
    const many = 'X: y\n'.repeat(mailLimits.fields + 1)
    assert.deepEqual(odd(`${many}Subject: s\n\nx`), ['header-too-long'])
    assert.equal(readMail(new Uint8Array(mailLimits.bytes + 1)), null)
  })

  it('with parts in parts, or with thousands of them, ends at a bound that is told', () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'x'
        : `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${nested(depth - 1)}\n--b${depth}--\n`
    assert.ok('too-deep' in read(nested(mailLimits.depth + 3)).oddities)
    const wide = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(5000)}--b--\n`
    assert.ok('too-many-parts' in read(wide).oddities)
    const dolls = (depth: number): string =>
      depth === 0 ? 'Subject: z\n\nx' : `Content-Type: message/rfc822\n\n${dolls(depth - 1)}`
    read(dolls(200))
  })

  it('of sixteen megabytes of what is dear to read is read within seconds', () => {
    const mega = 1 << 20
    const bodies = [
      `Content-Type: text/html\n\n${'<'.repeat(8 * mega)}`,
      `Content-Type: text/html\n\n${'<a href='.repeat(mega)}`,
      `Content-Type: text/html\n\n${'&#x'.repeat(4 * mega)}`,
      `Content-Transfer-Encoding: quoted-printable\n\n${' '.repeat(12 * mega)}x`,
      `Content-Type: multipart/mixed; boundary=-\n\n${'---\n'.repeat(3 * mega)}`,
      `Subject: ${'=?a?b?'.repeat(20_000)}\n\nx`,
      `${'\n '.repeat(4 * mega)}`,
      `${'X'.repeat(12 * mega)}`,
    ]
    for (const [at, text] of bodies.entries()) {
      const began = performance.now()
      read(text)
      const ms = performance.now() - began
      assert.ok(ms < 20_000, `${at}: ${Math.round(ms)} ms`)
    }
  })

  it('of any bytes gives something, and never a thing that cannot be shown', () => {
    const cut = fc.nat({ max: phishing.length })
    const flip = fc.tuple(fc.nat({ max: phishing.length - 1 }), fc.nat({ max: 255 }))
    fc.assert(
      fc.property(fc.oneof(cut, flip, fc.uint8Array({ maxLength: 300 })), (change) => {
        const whole = Buffer.from(phishing, 'latin1')
        const bytes =
          change instanceof Uint8Array
            ? change
            : Array.isArray(change)
              ? whole.fill(change[1], change[0], change[0] + 1)
              : whole.subarray(0, change)
        const mail = readMail(bytes)
        assert.ok(mail)
        const said = JSON.stringify({
          ...mail,
          attachments: mail.attachments.map(({ name }) => name),
        })
        assert.doesNotMatch(said, /[\u0080-\u009f]|\p{Cf}/u)
        isMail(bytes)
      }),
      { numRuns: 300 },
    )
  })
})
