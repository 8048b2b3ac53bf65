// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { documentFile, documentText } from './recall/document.ts'
import type { Figures } from './recall/figures.ts'
import { hasSharedCaptures } from './recall/truth.ts'
import { goldenFile, recallFigures } from './recall.ts'

const skip = hasSharedCaptures ? false : 'SKIPPED: no shared captures beside the repository'
if (skip !== false) console.error(`recall: ${skip}`)

describe('the page about recall', () => {
  it('says what the golden figures say', () => {
    const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as Figures
    assert.equal(readFileSync(documentFile, 'utf8'), documentText(golden))
  })
})

describe('recall against an independent program', { skip }, () => {
  const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as Figures
  const { figures, misses } = skip === false ? recallFigures() : { figures: golden, misses: [] }

  it('finds every sender', () => {
    for (const [kind, { wanted, found }] of Object.entries(figures.hosts)) {
      const missed = misses.filter((miss) => miss.kind === 'host' && miss.field === kind)
      assert.equal(found, wanted, `${kind}: ${JSON.stringify(missed)}`)
    }
  })

  for (const part of ['protocols', 'facts'] as const) {
    it(`never finds fewer ${part} than the golden figures say`, () => {
      for (const [name, { wanted, found }] of Object.entries(golden[part])) {
        assert.equal(figures[part][name]?.wanted, wanted, `${name}: the yardstick changed`)
        const now = figures[part][name]?.found ?? 0
        assert.ok(now >= found, `${name}: found ${now}, was ${found} of ${wanted}`)
      }
    })
  }

  it('names at least as many packets as the golden figures say', () => {
    assert.ok(figures.messages.found >= golden.messages.found, JSON.stringify(figures.messages))
  })

  it('finds 95 of 100 identity facts of this slice', () => {
    assert.ok(figures.total.found >= figures.total.wanted * 0.95, JSON.stringify(figures.total))
  })
})
