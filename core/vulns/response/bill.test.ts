// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { billVerdict } from './index.ts'

const counts = fc
  .record({ components: fc.nat(50), entries: fc.nat(3), share: fc.nat(100), hit: fc.nat(3) })
  .map(({ components, entries, share, hit }) => {
    const recognised = Math.floor((components * share) / 100)
    const affected = Math.min(hit, recognised)
    return { components, recognised, affected, undecided: 0, entries }
  })

describe('a bill of materials', () => {
  it('says that nothing was found only where all of it could be judged', () => {
    fc.assert(
      fc.property(counts, (of) => {
        if (billVerdict(of) !== 'nothing_found') return
        assert.ok(of.components > 0 && of.entries > 0 && of.affected === 0)
        assert.equal(of.recognised, of.components)
      }),
    )
  })
  it('says what stands in the way, the heaviest first', () => {
    const of = { components: 3, recognised: 3, affected: 0, undecided: 0, entries: 9 }
    assert.equal(billVerdict(of), 'nothing_found')
    assert.equal(billVerdict({ ...of, components: 0, recognised: 0 }), 'unreadable')
    assert.equal(billVerdict({ ...of, recognised: 0 }), 'blind')
    assert.equal(billVerdict({ ...of, entries: 0 }), 'no_advisories')
    assert.equal(billVerdict({ ...of, recognised: 2 }), 'partly')
    assert.equal(billVerdict({ ...of, undecided: 1 }), 'partly')
    assert.equal(billVerdict({ ...of, affected: 1, recognised: 1 }), 'affected')
  })
})
