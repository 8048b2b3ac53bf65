// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { firstRows, points, pointsFor, purchaseStanding, sorts } from './index.ts'

const judged = (judgement: string, but: Record<string, object> = {}) => ({
  sort: 'machine',
  points: firstRows('machine').map((row) => ({
    ...row,
    answer: 'yes',
    judged: judgement,
    ...but[row.point],
  })),
})

it('asks each point once, of every sort something, by numbers of the standards', () => {
  assert.equal(new Set(points.map(({ id }) => id)).size, points.length)
  for (const sort of sorts) assert.ok(pointsFor(sort).length >= 4, sort)
  for (const { id, process = [], component = [], cra = [] } of points) {
    assert.ok(process.length + component.length + cra.length > 0, id)
    for (const one of process) assert.match(one, /^(SM|SR|SD|SI|SVV|DM|SUM|SG)-\d+$/)
    for (const one of component) assert.match(one, /^(CR|EDR|HDR|NDR|SAR) \d+\.\d+$/)
    for (const one of cra) assert.match(one, /^(I\(1\)|I\(2\)\([a-m]\)|II\([1-8]\))$/)
  }
})

it('gives no advice while a point is not judged', () => {
  const values = judged('enough')
  assert.equal(purchaseStanding(values).advice, 'buy')
  const open = { ...values, points: values.points.slice(1) }
  assert.deepEqual([purchaseStanding(open).advice, purchaseStanding(open).unanswered], [null, 1])
  assert.equal(purchaseStanding({ sort: 'machine' }).advice, null)
  assert.equal(purchaseStanding({}).advice, null)
})

it('advises against what lacks a key point, and a condition for what lacks another', () => {
  const key = points.find(({ isKey }) => isKey === true)?.id ?? ''
  const plain = pointsFor('machine').find(({ isKey }) => isKey !== true)?.id ?? ''
  const with_ = (id: string, judgement: string) =>
    purchaseStanding(judged('enough', { [id]: { judged: judgement } })).advice
  assert.equal(with_(key, 'not_enough'), 'do_not_buy')
  assert.equal(with_(key, 'enough_with_condition'), 'buy_with_conditions')
  assert.equal(with_(plain, 'not_enough'), 'buy_with_conditions')
})

it('says what is only said where the point asks for proof', () => {
  const onlySaid = ({ lines }: ReturnType<typeof purchaseStanding>) =>
    lines.filter((line) => line.isOnlySaid).map(({ point }) => point.id)
  const asked = pointsFor('machine').filter(({ wantsProof }) => wantsProof === true)
  assert.deepEqual(
    onlySaid(purchaseStanding(judged('enough'))),
    asked.map(({ id }) => id),
  )
  const [first] = asked
  const shown = judged('enough', { [first?.id ?? '']: { files: ['a'.repeat(64)] } })
  assert.equal(onlySaid(purchaseStanding(shown)).length, asked.length - 1)
})

it('marks an order that came before the decision, or against it', () => {
  const order = (values: object) => purchaseStanding({ ...judged('enough'), ...values }).order
  const decided_on = '2026-11-20'
  assert.equal(order({}), 'none')
  assert.equal(order({ ordered_on: '2026-11-20' }), 'before_decision')
  assert.equal(order({ ordered_on: '2026-11-19', decided_on, verdict: 'buy' }), 'before_decision')
  assert.equal(order({ ordered_on: '2026-11-20', decided_on, verdict: 'buy' }), 'after_decision')
  assert.equal(
    order({ ordered_on: '2026-11-21', decided_on, verdict: 'do_not_buy' }),
    'against_decision',
  )
})

it('keeps points of one’s own, and reads whatever stands there', () => {
  const values = {
    sort: 'service',
    points: [{ point: 'OWN-1', judged: 'not_enough' }, null, 3, {}],
  }
  const { others, notEnough } = purchaseStanding(values)
  assert.deepEqual([others.map(({ point }) => point), notEnough], [['OWN-1'], 1])
})
