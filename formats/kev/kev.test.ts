// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readKev } from './index.ts'

const read = (value: unknown) =>
  readKev('kev.json', new TextEncoder().encode(JSON.stringify(value)))

describe('KEV', () => {
  it('knows a vulnerability by its CVE', () => {
    const row = {
      cveID: 'CVE-2026-0001',
      dateAdded: '2026-01-02',
      dueDate: '2026-01-23',
      knownRansomwareCampaignUse: 'Known',
    }
    const kev = read({ catalogVersion: '2026.01.02', vulnerabilities: [row] })
    assert.equal(kev.version, '2026.01.02')
    assert.deepEqual(kev.byCve.get('CVE-2026-0001'), {
      cve: 'CVE-2026-0001',
      dateAdded: '2026-01-02',
      dueDate: '2026-01-23',
      isUsedByRansomware: true,
    })
  })

  it('counts rows it cannot use', () => {
    const kev = read({ vulnerabilities: [{ cveID: 'x' }, null, 7] })
    assert.deepEqual([kev.byCve.size, kev.problems[0]?.found], [0, '3 others'])
  })

  it('reads any bytes without a fault', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readKev('x', bytes)))
    fc.assert(fc.property(fc.jsonValue(), (value) => void read(value)))
  })
})
