// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { readEpss } from './index.ts'

const text =
  '#model_version:v2026.01.01,score_date:2026-01-02T00:00:00Z\ncve,epss,percentile\nCVE-2026-0001,0.04919,0.91446\r\n'

describe('EPSS', () => {
  it('reads chances with their date, plain and gzip', () => {
    const bytes = new TextEncoder().encode(text)
    for (const form of [bytes, gzipSync(bytes)]) {
      const { scoredAt, byCve, problems } = readEpss('epss.csv', form)
      assert.equal(scoredAt, '2026-01-02T00:00:00Z')
      assert.deepEqual(byCve.get('CVE-2026-0001'), { exploitChance: 0.04919, percentile: 0.91446 })
      assert.deepEqual(problems, [])
    }
  })

  it('names the line it cannot use', () => {
    const { byCve, problems } = readEpss(
      'epss.csv',
      Buffer.from(`${text}CVE-2026-0002,2,0.1\nCVE-2026-0003,,\n`),
    )
    assert.equal(byCve.size, 1)
    assert.deepEqual(
      problems.map(({ line }) => line),
      [4, 5],
    )
  })

  it('refuses what unpacks without end, and reads any bytes without a fault', () => {
    assert.equal(readEpss('x', gzipSync(new Uint8Array(300 << 20))).byCve.size, 0)
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readEpss('x', bytes)))
  })
})
