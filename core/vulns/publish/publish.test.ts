// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { AssetReader, advisoryOf, assetOf, Matcher, publishing } from '../index.ts'

const { baseScore, brokenRules, csafOf, fileNameOf, unpublishable, warnings } = publishing

const own: publishing.OwnAdvisory = {
  id: 'VH-2026-001',
  title: 'Lamp controller takes commands from anybody',
  language: 'en',
  summary: 'A command without a password switches the lamps.',
  revisions: [
    { number: 2, at: '2026-11-05T09:00:00.000Z', summary: 'Fixed version named' },
    { number: 1, at: '2026-11-01T09:00:00.000Z', summary: 'First publication' },
  ],
  references: ['https://example.org/support'],
  products: [{ id: 'p1', name: 'LampController 400', orderNumbers: ['VH400-1AB00'] }],
  weaknesses: [
    {
      title: 'Missing authentication',
      cve: 'CVE-2026-90001',
      described: 'Port 1502 takes commands from anybody.',
      acknowledged: 'A. Finder',
      cvssVector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H',
      products: ['p1'],
      affectedRange: 'vers:intdot/<2.4.1',
      fixedVersion: '2.4.1',
      remediation: 'Load version 2.4.1.',
      workaround: 'Close port 1502 at the firewall.',
    },
  ],
  publisher: {
    name: 'Van Houten Lampen',
    namespace: 'https://example.org',
    contact: 'psirt@example.org',
  },
  self: 'https://example.org/csaf/vh-2026-001.json',
}

it('writes a document that no mandatory test refuses', () => {
  assert.deepEqual(unpublishable(own), [])
  assert.deepEqual(brokenRules(csafOf(own)), [])
  assert.deepEqual(warnings(csafOf(own)), [])
})

it('writes what its own reader understands: affected before the fix, not after', () => {
  const advisory = advisoryOf(JSON.parse(JSON.stringify(csafOf(own))))
  assert.ok(advisory !== undefined)
  assert.deepEqual(advisory.oddities, [])
  const matcher = new Matcher()
  matcher.add(advisory)
  const verdict = (version: string) => {
    const row = { vendor: 'Van Houten Lampen', product: 'LampController 400', version }
    const asset = assetOf({ ...row, order_number: 'VH400-1AB00' }, 'a')
    return matcher.against(new AssetReader().read(asset)).map((one) => one.verdict)
  }
  assert.deepEqual(verdict('2.4.0'), ['affected'])
  assert.deepEqual(verdict('2.4.1'), ['not_affected'])
})

it('keeps the mandatory tests whatever is left open', () => {
  const text = fc.constantFrom('', 'x', 'vers:all/*', '<2.0', '1.0')
  const weakness = fc.record({
    title: fc.constant('t'),
    cve: fc.constantFrom('', 'CVE-2026-1234', 'none yet'),
    described: text,
    acknowledged: text,
    cvssVector: fc.constantFrom('', 'bad', 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:L/I:N/A:N'),
    products: fc.constantFrom(['p1'], ['p1', 'p2']),
    affectedRange: fc.constantFrom('', '<2.0', 'vers:intdot/<2.0'),
    fixedVersion: fc.constantFrom('', '2.0'),
    remediation: text,
    workaround: text,
  })
  const products = [
    { id: 'p1', name: 'One', orderNumbers: [] },
    { id: 'p2', name: 'Two', orderNumbers: ['X-2'] },
  ]
  fc.assert(
    fc.property(fc.array(weakness, { minLength: 1, maxLength: 4 }), (weaknesses) => {
      const document = csafOf({ ...own, products, weaknesses })
      // Naming one CVE twice is the author's own, and is told.
      const named = weaknesses.map(({ cve }) => cve).filter((cve) => /^CVE/.test(cve))
      const isTwice = new Set(named).size < named.length
      assert.deepEqual(
        [...new Set(brokenRules(document).map(({ rule }) => rule))],
        isTwice ? ['6.1.23'] : [],
      )
    }),
  )
})

it('says what keeps something from being published', () => {
  const bare = { ...own, id: '../x', revisions: [], weaknesses: [], products: [] }
  assert.deepEqual(unpublishable(bare), ['id-unusable', 'no-revision', 'no-weakness', 'no-product'])
})

it('names the file as the standard does', () => {
  assert.equal(fileNameOf('VH-2026:001 (draft)'), 'vh-2026_001_draft_.json')
})

// Vectors and scores from the examples of FIRST.
for (const [vector, score, severity] of [
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8, 'CRITICAL'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1, 'MEDIUM'],
  ['CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', 7.8, 'HIGH'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0, 'NONE'],
  ['AV:N/AC:L/Au:N/C:P/I:P/A:P', 7.5, 'HIGH'],
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C', 7.8, 'HIGH'],
] as const) {
  it(`scores ${vector}`, () => {
    const known = baseScore(vector)
    assert.deepEqual([known?.score, known?.severity], [score, severity])
  })
}

it('scores nothing that is no vector', () => {
  for (const bad of [
    '',
    'CVSS:3.1/',
    'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'CVSS:4.0/AV:N',
  ]) {
    assert.equal(baseScore(bad), undefined, bad)
  }
})
