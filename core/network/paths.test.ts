// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { graph, reach, wayTo } from './graph.ts'
import { minCut } from './min-cut.ts'
import { attackPaths, pathsProblems } from './paths.ts'
import type { PathsConversation, PathsInput, PathsRule } from './paths-input.ts'

/** Random graphs: few nodes, so that ways meet; sources and sinks apart. */
const network = (mostNodes: number, mostEdges: number, mostCapacity: number) =>
  fc.integer({ min: 2, max: mostNodes }).chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      edges: fc.array(
        fc.record({
          from: fc.nat(nodes - 1),
          to: fc.nat(nodes - 1),
          capacity: fc.nat(mostCapacity),
        }),
        { maxLength: mostEdges },
      ),
      split: fc.integer({ min: 1, max: nodes - 1 }),
      sources: fc.integer({ min: 1, max: 3 }),
      sinks: fc.integer({ min: 1, max: 3 }),
    }),
  )

interface Random {
  readonly nodes: number
  readonly edges: readonly {
    readonly from: number
    readonly to: number
    readonly capacity: number
  }[]
  readonly split: number
  readonly sources: number
  readonly sinks: number
}

function endsOf({ nodes, split, sources, sinks }: Random) {
  return {
    sources: Int32Array.from({ length: Math.min(sources, split) }, (_, index) => index),
    sinks: Int32Array.from({ length: Math.min(sinks, nodes - split) }, (_, i) => nodes - 1 - i),
  }
}

function graphOf({ nodes, edges }: Random) {
  return graph(
    nodes,
    Int32Array.from(edges, ({ from }) => from),
    Int32Array.from(edges, ({ to }) => to),
  )
}

const capacities = ({ edges }: Random) => Float64Array.from(edges, ({ capacity }) => capacity)

/** One path at a time over a matrix: slow, and hard to get wrong. */
function slowMaxFlow(random: Random): number {
  const { nodes, edges } = random
  const { sources, sinks } = endsOf(random)
  const size = nodes + 2
  const left = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const { from, to, capacity } of edges) left[from]![to]! += capacity
  for (const node of sources) left[nodes]![node] = Number.POSITIVE_INFINITY
  for (const node of sinks) left[node]![nodes + 1] = Number.POSITIVE_INFINITY
  let flow = 0
  for (;;) {
    const before = new Array<number>(size).fill(-1)
    const queue = [nodes]
    before[nodes] = nodes
    for (const node of queue) {
      for (let next = 0; next < size; next += 1) {
        if (before[next] === -1 && left[node]![next]! > 0) {
          before[next] = node
          queue.push(next)
        }
      }
    }
    if (before[nodes + 1] === -1) return flow
    let least = Number.POSITIVE_INFINITY
    for (let at = nodes + 1; at !== nodes; at = before[at]!) {
      least = Math.min(least, left[before[at]!]![at]!)
    }
    for (let at = nodes + 1; at !== nodes; at = before[at]!) {
      left[before[at]!]![at]! -= least
      left[at]![before[at]!]! += least
    }
    flow += least
  }
}

function isClosed(random: Random, without: ReadonlySet<number>): boolean {
  const open = Uint8Array.from(random.edges, (_, index) => (without.has(index) ? 0 : 1))
  const { sources, sinks } = endsOf(random)
  const { hops } = reach(graphOf(random), sources, open)
  return sinks.every((sink) => hops[sink] === -1)
}

describe('the smallest cut', () => {
  it('is as large as the largest flow, closes every way, and no edge of it is there for nothing', () => {
    fc.assert(
      fc.property(network(12, 60, 9), (random) => {
        const { edges, capacity } = minCut(graphOf(random), capacities(random), endsOf(random))
        assert.equal(capacity, slowMaxFlow(random))
        const total = [...edges].reduce((sum, edge) => sum + random.edges[edge]!.capacity, 0)
        assert.equal(total, capacity)
        const cut = new Set(edges)
        assert.ok(isClosed(random, cut))
        for (const edge of edges) {
          if (random.edges[edge]!.capacity === 0) continue
          assert.ok(!isClosed(random, new Set([...cut].filter((one) => one !== edge))))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with the slow way on larger graphs too', () => {
    fc.assert(
      fc.property(network(60, 500, 1000), (random) => {
        const { capacity } = minCut(graphOf(random), capacities(random), endsOf(random))
        assert.equal(capacity, slowMaxFlow(random))
      }),
      { numRuns: 60 },
    )
  })

  it('has none cheaper, of all subsets of small graphs', () => {
    fc.assert(
      fc.property(network(5, 9, 5), (random) => {
        const { capacity } = minCut(graphOf(random), capacities(random), endsOf(random))
        for (let subset = 0; subset < 1 << random.edges.length; subset += 1) {
          const cut = new Set(random.edges.keys().filter((edge) => (subset >> edge) & 1))
          const cost = [...cut].reduce((sum, edge) => sum + random.edges[edge]!.capacity, 0)
          if (cost < capacity) assert.ok(!isClosed(random, cut))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('reach', () => {
  it('finds the shortest way, hop by hop along edges', () => {
    fc.assert(
      fc.property(network(12, 40, 1), (random) => {
        const talks = graphOf(random)
        const { sources } = endsOf(random)
        const found = reach(talks, sources)
        // Bellman and Ford: as many rounds as there are nodes.
        const hops = new Array<number>(random.nodes).fill(Number.POSITIVE_INFINITY)
        for (const node of sources) hops[node] = 0
        for (let round = 0; round < random.nodes; round += 1) {
          for (const { from, to } of random.edges) hops[to] = Math.min(hops[to]!, hops[from]! + 1)
        }
        for (let node = 0; node < random.nodes; node += 1) {
          const expected = Number.isFinite(hops[node]!) ? hops[node] : -1
          assert.equal(found.hops[node], expected)
          const way = wayTo(node, found, talks.from)
          if (expected! <= 0) continue
          assert.equal(way.length, expected)
          for (const [index, edge] of way.entries()) {
            const next = way[index + 1]
            assert.equal(talks.to[edge], next === undefined ? node : talks.from[next])
          }
        }
      }),
    )
  })
})

const assets = (text: string) =>
  text.split(' ').map((word) => {
    const [id = '', zone = '', jewel] = word.split(':')
    return { id, zone, ...(jewel === undefined ? {} : { crown_jewel: true }) }
  })
const talk = (text: string, more: Partial<PathsConversation> = {}): PathsConversation => {
  const [from = '', to = '', service = ''] = text.split(' ')
  return { from, to, service, ...more }
}
const plant: PathsInput = {
  assets: assets('mail:office pc:office hist:dmz eng:ot plc1:ot:jewel plc2:ot:jewel lone:ot:jewel'),
  conversations: [
    talk('mail pc tcp/445', { cost: 5 }),
    talk('pc hist tcp/1433', { needed: true }),
    talk('pc eng tcp/3389', { cost: 2 }),
    talk('hist eng tcp/445', { cost: 1.5 }),
    talk('eng plc1 tcp/102', { needed: true }),
    talk('eng plc2 tcp/502', { cost: 9 }),
    talk('plc1 hist tcp/1433'),
  ],
  entries: [{ asset: 'mail' }, { zone: 'office' }],
  conduits: [
    { from_zone: 'office', to_zone: 'dmz', services: ['TCP/1433'] },
    { from_zone: 'dmz', to_zone: 'ot', services: ['tcp/4840'] },
  ],
}

describe('attackPaths', () => {
  it('says what is forbidden and why, the shortest ways, and the cheapest cut', () => {
    const result = attackPaths(plant)
    assert.deepEqual(
      result.forbidden.map(({ from, to, why }) => [from, to, why]),
      [
        ['pc', 'eng', 'no_conduit'],
        ['hist', 'eng', 'service_not_in_conduit'],
        ['plc1', 'hist', 'no_conduit'],
      ],
    )
    assert.deepEqual(
      result.paths.map(({ from, to, hops }) => [from, to, hops.map(({ service }) => service)]),
      [
        ['pc', 'plc1', ['tcp/3389', 'tcp/102']],
        ['pc', 'plc2', ['tcp/3389', 'tcp/502']],
      ],
    )
    assert.deepEqual(result.cut, [
      { from: 'pc', to: 'eng', service: 'tcp/3389' },
      { from: 'hist', to: 'eng', service: 'tcp/445' },
    ])
    assert.equal(result.cut_cost, 3.5)
    assert.equal('reason' in result, false)
    assert.deepEqual(result.reach, {
      assets: 7,
      entries: 2,
      assets_reached: 6,
      crown_jewels: 3,
      crown_jewels_reached: 2,
    })
  })

  it('takes the fewest conversations of cuts that cost the same', () => {
    const conversations = [
      talk('mail pc a', { cost: 1 }),
      talk('mail pc b', { cost: 1 }),
      talk('pc plc1 c', { cost: 2 }),
    ]
    const result = attackPaths({ ...plant, conversations, entries: [{ asset: 'mail' }] })
    assert.deepEqual([result.cut, result.cut_cost], [[{ from: 'pc', to: 'plc1', service: 'c' }], 2])
  })

  it('has no cut where needed conversations alone keep a way open, and shows it', () => {
    const conversations = plant.conversations.map((one) =>
      one.from === 'hist' ? { ...one, needed: true } : one,
    )
    const { cut, cut_cost, reason, kept_open } = attackPaths({ ...plant, conversations })
    assert.deepEqual([cut, cut_cost, reason], [null, null, 'needed_conversations'])
    assert.deepEqual(
      kept_open?.map(({ to }) => to),
      ['hist', 'eng', 'plc1'],
    )
  })

  it('has an empty cut where there is no path, no crown jewel or no entry', () => {
    const nothing = { cut: [], cut_cost: 0, paths: [] }
    for (const change of [
      { conversations: [] },
      { entries: [] },
      { assets: plant.assets.map(({ id, zone }) => ({ id, zone })) },
    ]) {
      const { cut, cut_cost, paths } = attackPaths({ ...plant, ...change })
      assert.deepEqual({ cut, cut_cost, paths }, nothing)
    }
  })

  it('has no cut for an attacker who stands on the crown jewel', () => {
    const { cut, reason, paths } = attackPaths({ ...plant, entries: [{ asset: 'plc2' }] })
    assert.deepEqual([cut, reason], [null, 'entry_is_crown_jewel'])
    assert.deepEqual(paths, [{ from: 'plc2', to: 'plc2', hops: [] }])
  })

  it('judges nothing forbidden without conduits, and says so', () => {
    const { conduits: _, ...rest } = plant
    const result = attackPaths(rest)
    assert.deepEqual([result.forbidden, result.conduits_known], [[], false])
    assert.equal(attackPaths({ ...plant, conduits: [] }).forbidden.length, 4)
    const any = [{ from_zone: 'office', to_zone: 'dmz', services: ['*'] }]
    assert.equal(attackPaths({ ...plant, conduits: any }).forbidden.length, 3)
  })

  it('cuts as little as it costs, never what is needed, and nothing is left, for any plant', () => {
    const words = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
    const conversation = fc.record(
      { from: words, to: words, service: fc.constantFrom('x', 'y'), needed: fc.boolean() },
      { requiredKeys: ['from', 'to', 'service'] },
    )
    const costs = fc.constantFrom(0, 0.1, 0.2, 0.3, 1, 2.25, 7)
    fc.assert(
      fc.property(fc.array(fc.tuple(conversation, costs), { maxLength: 9 }), (list) => {
        const input: PathsInput = {
          assets: assets('a:1 b:2 c:2 d:2 e:3 f:3:jewel g:3:jewel'),
          conversations: list.map(([one, cost]) => ({ ...one, cost }) as PathsConversation),
          entries: [{ zone: '1' }],
        }
        assert.deepEqual(pathsProblems(input), [])
        const { cut, cut_cost } = attackPaths(input)
        let best = Number.POSITIVE_INFINITY
        for (let subset = 0; subset < 1 << list.length; subset += 1) {
          const ended = input.conversations.filter((_, index) => (subset >> index) & 1)
          if (ended.some(({ needed }) => needed === true)) continue
          const rest = input.conversations.filter((_, index) => !((subset >> index) & 1))
          if (attackPaths({ ...input, conversations: rest }).paths.length > 0) continue
          best = Math.min(
            best,
            ended.reduce((sum, { cost = 1 }) => sum + cost, 0),
          )
        }
        assert.ok(cut === null ? best === Number.POSITIVE_INFINITY : true)
        if (cut !== null) assert.ok(Math.abs((cut_cost ?? 0) - best) < 1e-9, `${cut_cost} ${best}`)
      }),
      { numRuns: 60 },
    )
  })
})

describe('bad input', () => {
  const cases: readonly (readonly [Partial<PathsInput>, string, PathsRule])[] = [
    [{ assets: [...plant.assets, { id: 'pc', zone: 'x' }] }, 'assets.7.id', 'id_once'],
    [{ conversations: [talk('pc nobody x')] }, 'conversations.0.to', 'known_asset'],
    [{ conversations: [talk('pc eng x', { cost: -1 })] }, 'conversations.0.cost', 'cost_in_range'],
    [
      { conversations: [talk('pc eng x', { cost: 1 / 3 })] },
      'conversations.0.cost',
      'cost_decimals',
    ],
    [{ entries: [{ zone: 'nowhere' }] }, 'entries.0.zone', 'known_zone'],
    [{ entries: [{ asset: 'nobody' }] }, 'entries.0.asset', 'known_asset'],
  ]
  for (const [change, where, rule] of cases) {
    it(`${rule} at ${where}`, () => {
      const [first] = pathsProblems({ ...plant, ...change })
      assert.deepEqual([first?.at.join('.'), first?.rule], [where, rule])
    })
  }
})
