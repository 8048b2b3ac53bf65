// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { zipOf } from '../testing/zip.ts'
import { type Claim, judged } from './claims.ts'
import { Sniffer } from './sniff.ts'
import { TextCheck } from './text.ts'
import { fileTypes } from './types.ts'

async function sniffed(bytes: Uint8Array, claim: Claim = {}, chunk = 7_001) {
  const sniffer = new Sniffer()
  for (let at = 0; at < bytes.length; at += chunk) sniffer.push(bytes.subarray(at, at + chunk))
  const readAt = async (at: number, length: number) => bytes.subarray(at, at + length)
  return judged(await sniffer.finish(readAt, bytes.length), claim)
}

const hex = (text: string, length = 200) => {
  const bytes = Buffer.alloc(length, 0x01)
  Buffer.from(text, 'hex').copy(bytes)
  return bytes
}
const text = (words: string) => Buffer.from(words)
const some = text('<x/>')
const zip = (...names: readonly string[]) => zipOf(names.map((name) => ({ name, bytes: some })))
const types = '[Content_Types].xml'
const latin = Buffer.from('naam;plaats\nJosé;Curaçao\n', 'latin1')
const docx = zip(types, 'word/document.xml')
const mimetype = 'application/vnd.oasis.opendocument.text'
const odt = zipOf([
  { name: 'mimetype', bytes: text(mimetype), isStored: true },
  { name: 'content.xml', bytes: some },
])
const encrypted = zipOf([{ name: 'a.txt', bytes: some, isEncrypted: true }])
const bomb = zipOf([{ name: 'zeros', bytes: new Uint8Array(300 << 20) }])

type Row = readonly [string, Uint8Array, Claim, string, readonly string[]]
const rows: readonly Row[] = [
  ['a PDF', text('%PDF-1.7\n%âãÏÓ'), {}, 'application/pdf', []],
  ['a PDF by its name', text('%PDF-1.7\n'), { name: 'x.PDF' }, 'application/pdf', []],
  [
    'a PDF called an image',
    text('%PDF-1.7\n'),
    { name: 'x.png' },
    'application/pdf',
    ['type-differs'],
  ],
  ['a PNG', hex('89504e470d0a1a0a'), { mediaType: 'image/png' }, 'image/png', []],
  ['a JPEG', hex('ffd8ffe0'), { name: 'foto.jpeg' }, 'image/jpeg', []],
  ['a WEBP', hex('524946460000000057454250'), {}, 'image/webp', []],
  ['a capture', hex('d4c3b2a102000400'), { name: 'x.pcap' }, 'application/vnd.tcpdump.pcap', []],
  [
    'a newer capture',
    hex('0a0d0d0a1c0000004d3c2b1a'),
    { name: 'x.pcap' },
    'application/x-pcapng',
    [],
  ],
  [
    'a signed mail part',
    hex('308204d206092a864886f70d010702a0'),
    { name: 'x.p7m' },
    'application/pkcs7-mime',
    [],
  ],
  [
    'a time-stamp',
    hex('30820d033003020100308206092a864886f70d010702a0'),
    {},
    'application/timestamp-reply',
    [],
  ],
  ['a gzip', hex('1f8b0800', 300), {}, 'application/gzip', []],
  ['plain words', text('maandag: niets'), {}, 'text/plain', []],
  [
    'rows',
    text('a;b\n1;2\n'),
    { name: 'x.csv', mediaType: 'text/csv; charset=utf-8' },
    'text/csv',
    [],
  ],
  ['rows that spreadsheets made', latin, { name: 'x.csv' }, 'text/csv', ['not-utf8']],
  ['words two bytes wide', Buffer.from('\uFEFFhallo', 'utf16le'), {}, 'text/plain', ['not-utf8']],
  ['JSON', text('{"a":1}'), { mediaType: 'application/json' }, 'application/json', []],
  [
    'JSON of a dialect',
    text('{"a":1}'),
    { mediaType: 'application/vnd.cyclonedx+json' },
    'application/json',
    [],
  ],
  ['settings that begin like JSON', text('[main]\na=1'), { name: 'x.txt' }, 'text/plain', []],
  ['words called JSON', text('nee'), { name: 'x.json' }, 'text/plain', ['type-differs']],
  [
    'XML',
    text('<?xml version="1.0"?><nmaprun/>'),
    { mediaType: 'text/xml' },
    'application/xml',
    [],
  ],
  [
    'XML with entities',
    text('<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
    {},
    'application/xml',
    ['active-content'],
  ],
  [
    'a mail',
    text('Received: from a\r\nFrom: a@b.c\r\n\r\nhallo'),
    { name: 'x.eml' },
    'message/rfc822',
    [],
  ],
  ['a page', text('<!doctype HTML><p>'), { name: 'x.html' }, 'application/xml', ['active-content']],
  [
    'a page called words',
    text('\n <html lang=nl>'),
    { name: 'x.txt' },
    'text/plain',
    ['active-content'],
  ],
  [
    'a drawing that runs',
    text('<svg onload="x()"/>'),
    { name: 'x.svg' },
    'application/xml',
    ['active-content'],
  ],
  ['a script', text('#!/bin/sh\nrm x'), {}, 'text/plain', ['active-content']],
  ['a program', hex('4d5a9000'), {}, 'application/octet-stream', ['active-content']],
  [
    'old Office',
    hex('d0cf11e0a1b11ae1'),
    { name: 'x.doc' },
    'application/octet-stream',
    ['macros'],
  ],
  ['noise', hex('0102000304'), {}, 'application/octet-stream', ['type-unknown']],
  [
    'a document',
    docx,
    { name: 'x.docx' },
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    [],
  ],
  [
    'a document called a zip',
    docx,
    { mediaType: 'application/zip' },
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    [],
  ],
  [
    'a sheet called a document',
    zip(types, 'xl/workbook.xml'),
    { name: 'x.docx' },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ['type-differs'],
  ],
  [
    'a sheet with macros',
    zip(types, 'xl/workbook.xml', 'xl/vbaProject.bin'),
    {},
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ['macros'],
  ],
  ['an open document', odt, { name: 'x.odt' }, mimetype, []],
  ['an archive', zip('a.csv'), { name: 'x.zip' }, 'application/zip', []],
  ['an archive with a program', zip('a/setup.exe'), {}, 'application/zip', ['active-content']],
  [
    'an archive that leads outside',
    zip('../../etc/x'),
    {},
    'application/zip',
    ['container-broken'],
  ],
  ['an archive under a password', encrypted, {}, 'application/zip', ['encrypted']],
  [
    'an archive with a name twice',
    zip('a.txt', 'a.txt'),
    {},
    'application/zip',
    ['container-broken'],
  ],
  [
    'an archive cut short',
    docx.subarray(0, docx.length - 5),
    {},
    'application/zip',
    ['container-broken'],
  ],
  ['a bomb', bomb, {}, 'application/zip', ['bomb']],
]

describe('what the bytes say', () => {
  for (const [name, bytes, claim, type, doubts] of rows) {
    it(`of ${name} is ${type.split('.').at(-1)}${doubts.length > 0 ? `, with doubt` : ''}`, async () => {
      assert.deepEqual(await sniffed(bytes, claim), { type, doubts })
      assert.deepEqual(await sniffed(bytes.subarray(0), claim, 1 << 20), { type, doubts })
    })
  }

  it('is something for any bytes under any claim, and never a type without bounds', async () => {
    const start = fc.constantFrom(...rows.map(([, bytes]) => bytes.subarray(0, 400)))
    const any = fc.oneof(fc.uint8Array({ maxLength: 300 }), start)
    const claim = fc.record({ name: fc.string(), mediaType: fc.string() }, { requiredKeys: [] })
    await fc.assert(
      fc.asyncProperty(any, fc.uint8Array({ maxLength: 60 }), claim, async (one, other, said) => {
        const { type } = await sniffed(Buffer.concat([one, other]), said, 13)
        assert.ok(fileTypes[type].mostBytes > 0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of a text does not depend on where it is cut', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary' }).map((words) => new Uint8Array(Buffer.from(words))),
    )
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 9 }), (all, size) => {
        const check = new TextCheck()
        for (let at = 0; at < all.length; at += size) check.push(all.subarray(at, at + size))
        let isText = !all.includes(0)
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(all)
        } catch {
          isText = false
        }
        assert.equal(check.finish(), isText)
      }),
      { numRuns: 5_000 },
    )
  })
})
