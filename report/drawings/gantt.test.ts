// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays } from '@schouw/core/kernel'
import fc from 'fast-check'
import { type GanttRow, gantt, onPaper } from './index.ts'

const span = { from: '2026-11-01', to: '2027-01-30', today: '2026-11-20' }
const say = {
  title: 'T',
  description: 'D',
  table: { caption: 'C', columns: [], rows: [] },
  today: 'today',
  ticks: [{ on: '2026-11-01', text: '1 nov' }],
  open: 'open',
  late: 'late',
  done: 'done',
  moved: 'moved',
}
const drawn = (row: Partial<GanttRow>, width = 1000) => {
  const whole: GanttRow = {
    name: 'Segment',
    from: '2026-11-05',
    to: '2026-12-01',
    promised: null,
    state: 'open',
    label: '1 dec · Kim',
    told: 'Segment: open, 1 dec, Kim',
    ...row,
  }
  const style = { palette: onPaper, prefix: 'g', width }
  return gantt([{ name: 'First', rows: [whole] }], { span, say, style })
}

describe('a plan as bars', () => {
  it('runs on in dashes to today where it is late, and only there', () => {
    const dashed = (svg: string) => svg.match(/stroke-dasharray/g)?.length ?? 0
    assert.equal(dashed(drawn({}).svg), 1)
    assert.equal(dashed(drawn({ state: 'late', to: '2026-11-10' }).svg), 2)
  })

  it('is reached by keyboard where a row leads somewhere, and says what it is', () => {
    const { svg } = drawn({ href: '/registers/actions/1' })
    assert.match(
      svg,
      /<a href="\/registers\/actions\/1"><title>Segment: open, 1 dec, Kim<\/title><text/,
    )
    assert.match(svg, /role="group"/)
    assert.match(drawn({}).svg, /role="img"/)
  })

  it('draws only numbers within its frame, whatever the days', () => {
    const day = fc.integer({ min: -500, max: 500 }).map((days) => addDays(span.today, days))
    const state = fc.constantFrom('open', 'late', 'done')
    const width = fc.constantFrom(350, 1080)
    fc.assert(
      fc.property(
        day,
        fc.option(day),
        fc.option(day),
        state,
        width,
        (from, to, promised, is, w) => {
          const { svg } = drawn({ from, to, promised, state: is }, w)
          assert.ok(!/NaN|Infinity/.test(svg), svg)
          for (const [, x, wide] of svg.matchAll(/<rect x="([^"]+)" y="[^"]+" width="([^"]+)"/g)) {
            assert.ok(Number(x) >= 0 && Number(x) + Number(wide) <= w, svg)
            assert.ok(Number(wide) > 0)
          }
        },
      ),
    )
  })
})
