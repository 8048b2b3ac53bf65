// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import fc from 'fast-check'
import { directoryListing, providerMetadata, rolieListing } from './provider.ts'

const base = 'https://psirt.example.org/csaf/white/'

it('reads a list of changes, and of names alone', () => {
  const changes = directoryListing(
    '"2026/a-1.json","2026-09-10T06:00:00Z"\n2026/a-2.json,2026-09-05T08:00:00+02:00\r\n\n',
    base,
  )
  assert.deepEqual(
    changes.documents.map(({ url, updated }) => [url, updated]),
    [
      [`${base}2026/a-1.json`, '2026-09-10T06:00:00.000Z'],
      [`${base}2026/a-2.json`, '2026-09-05T06:00:00.000Z'],
    ],
  )
  const names = directoryListing('2026/a-1.json\n', base.slice(0, -1))
  assert.deepEqual(names.documents, [
    { url: `${base}2026/a-1.json`, updated: '', hash: null, signature: null },
  ])
})

for (const path of [
  '../secret.json',
  '2026/../../x.json',
  '/etc/passwd.json',
  'https://elsewhere.example/x.json',
  '//elsewhere.example/x.json',
  '..%2f..%2fx.json',
  '%2e%2e/x.json',
  '..\\x.json',
  'a.json?x=.json',
  'http:evil.json',
  'a.txt',
]) {
  it(`does not leave the folder: ${path}`, () => {
    const told = directoryListing(path, base)
    assert.deepEqual([told.documents, told.refused.length], [[], 1])
  })
}

it('never names anything outside the folder, whatever the line', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      const told = directoryListing(`${line}.json`, base)
      for (const { url } of told.documents) assert.ok(new URL(url).href.startsWith(base))
    }),
  )
})

it('reads a feed with its digests and signatures, the stronger digest first', () => {
  const url = 'https://a.example/1.json'
  const link = (rel: string, href: string) => ({ rel, href })
  const entry = {
    updated: '2026-01-01T00:00:00Z',
    content: { src: url },
    link: [
      link('hash', `${url}.sha256`),
      link('hash', `${url}.sha512`),
      link('signature', '1.asc'),
    ],
  }
  const bad = { content: { src: 'javascript:alert(1)' } }
  const told = rolieListing({ feed: { entry: [entry, bad] } }, 'https://a.example/feed.json')
  assert.deepEqual(told?.documents, [
    {
      url,
      updated: '2026-01-01T00:00:00.000Z',
      hash: `${url}.sha512`,
      signature: 'https://a.example/1.asc',
    },
  ])
  assert.equal(told?.refused.length, 1)
})

it('takes any value for what it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      providerMetadata(value)
      rolieListing(value, base)
    }),
  )
})

const shared = join(import.meta.dirname, '../../../shared/advisories/provider')

it('reads the lists of a large provider', { skip: !existsSync(shared) }, () => {
  const read = (name: string) => readFileSync(join(shared, name), 'utf8')
  const feed = rolieListing(JSON.parse(read('cisa-csaf-ot-feed-tlp-white.json')), base)
  const changes = directoryListing(read('changes.csv'), base)
  const names = directoryListing(read('index.txt'), base)
  assert.equal(feed?.documents.length, 2379)
  assert.ok(changes.documents.length > 2000 && changes.refused.length === 0)
  assert.ok(names.documents.length > 2000 && names.refused.length === 0)
  assert.ok(feed.documents.every(({ updated }) => updated !== ''))
})
