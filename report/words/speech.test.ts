// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { speech } from './speech.ts'

const nl = speech('nl')
const en = speech('en')

describe('speech', () => {
  it('says estimates in two figures with the unit once', () => {
    const rows: readonly (readonly [number, number, string, string])[] = [
      [180_000, 640_000, '€ 180 tot 640 duizend', '€180,000 to €640,000'],
      [1_234_567, 3_449_000, '€ 1,2 tot 3,4 miljoen', '€1.2 to 3.4 million'],
      [640_000, 1_200_000, '€ 0,64 tot 1,2 miljoen', '€0.64 to 1.2 million'],
      [64_000, 1_200_000, '€ 64 duizend tot 1,2 miljoen', '€64,000 to €1.2 million'],
      [851, 9_960, '€ 850 tot 10 duizend', '€850 to €10,000'],
      [999_999, 999_999, '€ 1 miljoen', '€1 million'],
      [45_000, 45_400, '€ 45 duizend', '€45,000'],
      [0, 0, '€ 0', '€0'],
    ]
    for (const [low_eur, high_eur, dutch, english] of rows) {
      assert.equal(nl.euroRange({ low_eur, high_eur }), dutch)
      assert.equal(en.euroRange({ low_eur, high_eur }), english)
    }
  })

  it('says exact amounts exactly', () => {
    assert.equal(nl.euro(25_000), '€ 25.000')
    assert.equal(en.euro(25_000), '€25,000')
    assert.equal(nl.euro(7_000_000), '€ 7 miljoen')
    assert.equal(nl.euro(7_050_000), '€ 7.050.000')
  })

  it('says dates in the language and leaves what is no date alone', () => {
    assert.equal(nl.date('2026-11-12'), '12 november 2026')
    assert.equal(en.dayMonth('2026-03-01T00:00:00Z'), '1 Mar')
    assert.equal(nl.shortDate('2026-03-01'), '1 mrt 2026')
    assert.equal(nl.date('soon'), 'soon')
    assert.equal(nl.date('2026-13-01'), '2026-13-01')
  })

  it('turns hours into days from two days on', () => {
    assert.equal(nl.hours(12, 30), '12 tot 30 uur')
    assert.equal(nl.hours(12, 216), '12 uur tot 9 dagen')
    assert.equal(en.hours(1, 48), '1 hour to 2 days')
    assert.equal(en.hours(24, 36), '24 to 36 hours')
    assert.equal(nl.hours(72, 216), '3 tot 9 dagen')
    assert.equal(en.hours(24, 24), '24 hours')
    assert.equal(en.hours(1, 1), '1 hour')
  })

  it('chooses the plural form', () => {
    assert.equal(nl.count(1, 'apparaat', 'apparaten'), '1 apparaat')
    assert.equal(nl.count(0, 'apparaat', 'apparaten'), '0 apparaten')
    assert.equal(en.count(1_234, 'device', 'devices'), '1,234 devices')
  })

  it('joins lists with the last and', () => {
    assert.equal(nl.list([]), '')
    assert.equal(nl.list(['a']), 'a')
    assert.equal(nl.list(['a', 'b', 'c']), 'a, b en c')
  })

  it('never shows a negative zero and always groups in threes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const said = nl.number(value)
        assert.equal(Number(said.replaceAll('.', '').replace('−', '-')) + 0, value + 0)
        assert.match(said, /^−?\d{1,3}(\.\d{3})*$/)
      }),
    )
    assert.equal(nl.number(-0.2), '0')
  })
})
