// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  BlockRunner,
  blockCount,
  type LossInput,
  type LossResult,
  lossModel,
  lossResult,
  Tally,
} from '@schouw/core/risk'
import fc from 'fast-check'
import { type Drawing, onPaper } from '../drawings/index.ts'
import { curveDrawing, matrixDrawing } from './index.ts'

function simulated(risks: LossInput['risks']): LossResult {
  const model = lossModel({ years: 3000, seed: 1, risks })
  const tally = new Tally(model)
  const runner = new BlockRunner(model)
  for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
  return lossResult(model, tally)
}

const risk = fc.record({
  id: fc.uuid(),
  frequency: fc.record({ poisson: fc.constantFrom(0, 0.001, 0.3, 4) }),
  loss_eur: fc.record({ fixed: fc.constantFrom(0, 7, 50_000, 900_000_000) }),
})
const figures = fc.uniqueArray(risk, { selector: ({ id }) => id, maxLength: 3 }).map(simulated)
const style = fc.constantFrom(350, 780).map((width) => ({ palette: onPaper, prefix: 'p', width }))
const language = fc.constantFrom('nl' as const, 'en' as const)

function sound({ svg, table }: Drawing): void {
  assert.doesNotMatch(svg, /NaN|Infinity|undefined/)
  assert.ok(table.rows.every((row) => row.length === table.columns.length))
  // Everything that is opened is closed.
  const opened = svg.match(/<[a-z]/g)?.length
  const closed = (svg.match(/<\//g)?.length ?? 0) + (svg.match(/\/>/g)?.length ?? 0)
  assert.equal(opened, closed)
}

describe('the curve', () => {
  it('is drawn from any figures, with a table of the same', () => {
    const appetite = fc.constantFrom(null, 0, 500_000, 1e12)
    fc.assert(
      fc.property(figures, figures, appetite, style, language, (a, b, eur, on, say) => {
        sound(curveDrawing({ before: a, after: b, appetiteEur: eur }, say, on))
        sound(curveDrawing({ before: null, after: b, appetiteEur: eur }, say, on))
      }),
      { numRuns: 30 },
    )
  })

  it('says in its table what the simulation says, in no more digits than it carries', () => {
    const one = { id: 'a', frequency: { poisson: 20 }, loss_eur: { fixed: 123_456 } }
    const result = simulated([one])
    const on = { palette: onPaper, prefix: 'p', width: 780 }
    const { table } = curveDrawing({ before: null, after: result, appetiteEur: 5 }, 'nl', on)
    assert.equal(table.rows[0]?.[1], '€ 2,5 miljoen')
    assert.equal(table.rows.length, 6)
  })
})

describe('the matrix', () => {
  const rated = fc.record({
    code: fc.string(),
    name: fc.string(),
    likelihood: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    impact: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    hurts: fc.boolean(),
    href: fc.constant('/registers/risks/x'),
  })

  it('shows or counts every risk that has steps, and tells of those without', () => {
    fc.assert(
      fc.property(fc.array(rated, { maxLength: 60 }), style, (risks, on) => {
        const drawn = matrixDrawing(risks, 'en', on)
        sound(drawn)
        const inside = risks.filter((one) => one.likelihood !== null && one.impact !== null)
        const shown = drawn.svg.match(/<a /g)?.length ?? 0
        const more = [...drawn.svg.matchAll(/>(\d+) more /g)]
        const counted = more.reduce((sum, [, count]) => sum + Number(count), 0)
        assert.equal(shown + counted, inside.length)
        assert.equal(drawn.table.rows.length, inside.length)
      }),
      { numRuns: 60 },
    )
  })
})
