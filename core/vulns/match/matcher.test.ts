// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { assetOf } from '../asset.ts'
import { csafAdvisory } from '../csaf/read.ts'
import { AssetReader } from './asset-reader.ts'
import { evidenceOf } from './evidence.ts'
import { Matcher } from './matcher.ts'

const advisories = ['<2.0', '<3.0', '<4.0', '>=1.0|<2.5'].map((range, at) => {
  const read = csafAdvisory({
    document: { category: 'csaf_base', csaf_version: '2.0', tracking: { id: `A-${at}` } },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Lampworks',
          branches: [
            {
              category: 'product_name',
              name: at % 2 === 0 ? 'Lamp 5' : 'Lamp 6',
              branches: [
                {
                  category: 'product_version_range',
                  name: `vers:intdot/${range}`,
                  product: { product_id: 'P', name: 'Lamp' },
                },
              ],
            },
          ],
        },
      ],
    },
    vulnerabilities: [{ cve: `CVE-2026-1000${at}`, product_status: { known_affected: ['P'] } }],
  })
  assert.ok(read)
  return read
})

const readings = ['Lamp 5', 'Lamp 6'].flatMap((product) =>
  ['1.5', '2.2', '3.5', ''].map((version) =>
    new AssetReader().read(assetOf({ vendor: 'Lampworks', product, version }, product + version)),
  ),
)

function told(matcher: Matcher): unknown {
  const found = readings.map((reading) =>
    matcher
      .against(reading)
      .map(({ advisory, claims, ...rest }) => [advisory.id, rest, claims.map(evidenceOf)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )
  return [found, readings.map((reading) => matcher.knowsVendor(reading)), matcher.counters()]
}

const step = fc.record({ at: fc.nat(advisories.length - 1), isAdded: fc.boolean() })

it('answers after any adding and dropping as one that was given what is left', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const matcher = new Matcher()
      const left = new Set<number>()
      for (const { at, isAdded } of steps) {
        const advisory = advisories[at]
        if (advisory === undefined || isAdded === left.has(at)) continue
        if (isAdded) matcher.add(advisory)
        else matcher.drop(advisory)
        if (isAdded) left.add(at)
        else left.delete(at)
        told(matcher)
      }
      const afresh = new Matcher()
      for (const at of left) afresh.add(advisories[at] as (typeof advisories)[number])
      const [found, , counters] = told(matcher) as unknown[]
      const [expected, , expectedCounters] = told(afresh) as unknown[]
      assert.deepEqual([found, counters], [expected, expectedCounters])
    }),
  )
})
