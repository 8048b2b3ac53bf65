// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { layoutOf } from './layout.ts'
import { type MapEdge, modelOf } from './model.ts'
import { type Look, paintMap } from './paint.ts'
import { waysOf } from './paths.ts'
import { permittedBy, ruleSetOf } from './permitted.ts'
import { svgPen } from './svg-pen.ts'
import { plant } from './testing.ts'

const names = { none: 'In no zone', outside: 'Outside' }
const modelled = (devices: number, talks: number) => modelOf(plant(devices, talks), names)
const color = '#123456'
const palette = {
  paper: color,
  ink: color,
  quiet: color,
  line: color,
  shade: color,
  dike: color,
  water: color,
  ask: color,
  broken: color,
}
const look: Look = {
  palette,
  layers: {},
  countOf: '#',
  fromMs: Number.NEGATIVE_INFINITY,
  untilMs: Number.POSITIVE_INFINITY,
  isAll: true,
  selected: 0,
  path: [0],
  cut: [1],
  removed: [2],
}

describe('the map', () => {
  it('puts each device in the box of its zone, office above process, boxes apart', () => {
    for (const [devices, talks] of [
      [0, 0],
      [1, 0],
      [60, 200],
      [2_000, 10_000],
    ] as const) {
      const model = modelled(devices, talks)
      const { boxes, xs, ys, width, height } = layoutOf(model)
      for (const [at, { zoneAt }] of model.nodes.entries()) {
        const box = boxes[zoneAt]!
        assert.ok(xs[at]! > box.x && xs[at]! < box.x + box.width)
        assert.ok(ys[at]! > box.y && ys[at]! < box.y + box.height)
        assert.ok(xs[at]! <= width && ys[at]! <= height)
      }
      for (const [a, one] of boxes.entries()) {
        for (const [b, other] of boxes.entries()) {
          const isApart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y
          assert.ok(a === b || isApart, `${a} ${b}`)
          const [la, lb] = [model.zones[a]?.level, model.zones[b]?.level]
          if (la === '4' && lb === '1') assert.ok(one.y < other.y)
        }
      }
    }
  })

  it('adds conversations of one pair and service up, and keeps the first evidence', () => {
    const network = plant(20, 40)
    const [first] = network.conversations
    const again = { ...first!, packets: 5, last: '2026-11-09T00:00:00.000Z', frame: 99 }
    const before = modelOf(network, names)
    const model = modelOf({ ...network, conversations: [...network.conversations, again] }, names)
    assert.equal(model.edges.length, before.edges.length)
    const edge = model.edges[0]!
    assert.equal(edge.packets, first!.packets + 5)
    assert.equal(edge.lastMs, Date.parse(again.last))
    assert.equal(edge.evidence.frame, first!.frame)
  })

  it('gives what is outside and what is in no zone a box of its own, and asks of neither', () => {
    const network = plant(2, 0)
    const [a, b] = network.assets
    const assets = [
      { ...a!, zone: null, zone_by: null },
      { ...b!, zone: null, is_outside: true, site: null },
    ]
    const model = modelOf({ ...network, assets }, names)
    const zone = (at: number) => model.zones[model.nodes[at]!.zoneAt]!
    assert.deepEqual([zone(0).kind, zone(0).name], ['none', 'In no zone'])
    assert.deepEqual([zone(1).kind, zone(1).level], ['internet', '5'])
  })

  it('is the same picture as SVG, where a name from the wire is text', () => {
    const network = plant(20, 40)
    const assets = network.assets.map((one) => ({ ...one, name: '<script>&"' }))
    const model = modelOf({ ...network, assets }, names)
    const pen = svgPen()
    const layout = layoutOf(model)
    const box = { x: 0, y: 0, width: layout.width, height: layout.height }
    paintMap(pen, { model, layout, look, scale: 3, box })
    assert.ok(!pen.markup().includes('<script'))
    assert.match(pen.markup(), /&lt;script&gt;/)
  })
})

describe('ways to the crown jewels', () => {
  const model = modelled(2_000, 10_000)
  const asked = { entries: ['office'], removed: [], needed: [], jewels: [] }
  const kind = (node: number) => model.zones[model.nodes[node]!.zoneAt]!.kind

  it('leads over conversations from a zone of the attacker to what is named', () => {
    const { paths, reached } = waysOf(model, asked)
    assert.ok(reached > 0)
    assert.equal(paths.length, reached)
    for (const { to, hops } of paths) {
      const edges = hops.map((at) => model.edges[at]) as MapEdge[]
      assert.equal(kind(edges[0]!.from), 'office')
      assert.equal(edges.at(-1)!.to, to)
      for (const [at, edge] of edges.entries()) {
        if (at > 0) assert.equal(edge.from, edges[at - 1]!.to)
      }
    }
  })

  it('has a cut that leaves no way, of which every part is needed', () => {
    const { cut } = waysOf(model, asked)
    assert.ok(cut !== null && cut.length > 0)
    assert.equal(waysOf(model, { ...asked, removed: cut }).reached, 0)
    for (const at of cut.slice(0, 5)) {
      const removed = cut.filter((one) => one !== at)
      assert.ok(waysOf(model, { ...asked, removed }).reached > 0)
    }
  })

  it('cuts around what is needed, or shows the way that this keeps open', () => {
    const { cut } = waysOf(model, asked)
    const needed = [...cut!]
    const { cut: other, keptOpen } = waysOf(model, { ...asked, needed })
    if (other === null) assert.ok(keptOpen.length > 0)
    else assert.ok(other.every((at) => !needed.includes(at)))
  })

  it('says apart what stands where the attacker does', () => {
    const office = model.nodes.findIndex((_, at) => kind(at) === 'office')
    const { inside } = waysOf(model, { ...asked, jewels: [office] })
    assert.ok(inside.includes(office))
  })
})

describe('what a firewall lets through', () => {
  const model = modelled(200, 600)
  const asked = { entries: ['office'], removed: [], needed: [], jewels: [] }
  const judged = (...lines: readonly string[]) => {
    const set = ruleSetOf({ text: ['*filter', ...lines, 'COMMIT'].join('\n') })
    assert.ok(set !== undefined)
    return permittedBy(model, set, asked)
  }

  it('leads where nobody was seen to go, and says which step was seen', () => {
    const closed = judged(':FORWARD DROP [0:0]')
    assert.deepEqual(closed.openings, [])
    assert.equal(closed.reached, waysOf(model, asked).reached)
    assert.ok(closed.paths.every(({ hops }) => hops.every(({ edge }) => edge !== null)))
    const open = judged(':FORWARD ACCEPT [0:0]')
    assert.equal(open.reached, open.jewels)
    assert.ok(open.paths.every(({ hops }) => hops.length === 1))
    assert.ok(open.paths.some(({ hops }) => hops[0]?.edge === null))
    const [first] = open.openings
    assert.ok(first?.services.length === 0 && first.sources > 0)
  })

  it('proposes what stays and reads it back: only that is open, and no way is left', () => {
    const { proposal, unwritten, reachedAfter } = judged(':FORWARD ACCEPT [0:0]')
    assert.deepEqual([unwritten, reachedAfter], [[], 0])
    const after = judged(':FORWARD DROP [0:0]', ...proposal)
    const cut = new Set(waysOf(model, asked).cut)
    const zone = (node: number) => model.nodes[node]?.zoneAt
    const kept = model.edges.filter((edge, at) => !cut.has(at) && zone(edge.from) !== zone(edge.to))
    const pairs = new Set(kept.map(({ from, to }) => `${zone(from)} ${zone(to)}`))
    assert.deepEqual(new Set(after.openings.map(({ from, to }) => `${from} ${to}`)), pairs)
  })

  it('names what it could not judge, and refuses what is no firewall', () => {
    assert.equal(ruleSetOf({ text: 'hello' }), undefined)
    assert.equal(ruleSetOf({ root: { name: 'html', text: '', children: [] } }), undefined)
    const network = plant(20, 40)
    const assets = network.assets.map((one, at) => (at === 3 ? { ...one, addresses: [] } : one))
    const set = ruleSetOf({ text: '*filter\n:FORWARD DROP [0:0]\n-A FORWARD --odd 1 -j ACCEPT' })
    assert.ok(set !== undefined)
    const found = permittedBy(modelOf({ ...network, assets }, names), set, asked)
    assert.deepEqual(found.withoutAddress, [3])
    assert.equal(found.remarks.length, 1)
  })
})
