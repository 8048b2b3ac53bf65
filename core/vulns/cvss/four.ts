// SPDX-License-Identifier: EUPL-1.2
// The score of CVSS 4.0: that of its macro vector, less a share of the way to the next lower ones
// (CVSS v4.0 specification, section 8).
import { macroScore } from './four-levels.ts'
import { four, vectorParts } from './vocabulary.ts'

type Metrics = ReadonlyMap<string, string>

/** How far a value lies below the highest of its metric. */
const steps: Readonly<Record<string, string>> = {
  AV: 'NALP',
  PR: 'NLH',
  UI: 'NPA',
  AC: 'LH',
  AT: 'NP',
  VC: 'HLN',
  VI: 'HLN',
  VA: 'HLN',
  SC: '-HLN',
  SI: 'SHLN',
  SA: 'SHLN',
  CR: 'HML',
  IR: 'HML',
  AR: 'HML',
}

/** For each class its metrics, and by level the highest vectors there are and how deep it goes. */
interface EquivalenceClass {
  readonly metrics: readonly string[]
  readonly highest: Readonly<Record<string, readonly string[]>>
  readonly depth: Readonly<Record<string, number>>
}

const classes: readonly EquivalenceClass[] = [
  {
    metrics: ['AV', 'PR', 'UI'],
    highest: { 0: ['NNN'], 1: ['ANN', 'NLN', 'NNP'], 2: ['PNN', 'ALP'] },
    depth: { 0: 1, 1: 4, 2: 5 },
  },
  { metrics: ['AC', 'AT'], highest: { 0: ['LN'], 1: ['HN', 'LP'] }, depth: { 0: 1, 1: 2 } },
  {
    metrics: ['VC', 'VI', 'VA', 'CR', 'IR', 'AR'],
    highest: {
      '00': ['HHHHHH'],
      '01': ['HHLMMH', 'HHHMMM'],
      10: ['LHHHHH', 'HLHHHH'],
      11: ['LHLHMH', 'LHHHMM', 'HLHMHM', 'HLLMHH', 'LLHHHM'],
      21: ['LLLHHH'],
    },
    depth: { '00': 7, '01': 6, 10: 8, 11: 8, 21: 10 },
  },
  {
    metrics: ['SC', 'SI', 'SA'],
    highest: { 0: ['HSS'], 1: ['HHH'], 2: ['LLL'] },
    depth: { 0: 6, 1: 5, 2: 4 },
  },
]

/** 0 to 10, in tenths; undefined where it is no vector of 4.0 with every base metric in it once. */
export function scoreOfFour(vector: string): number | undefined {
  const metrics = effective(vector)
  if (metrics === undefined) return undefined
  if (['VC', 'VI', 'VA', 'SC', 'SI', 'SA'].every((one) => metrics.get(one) === 'N')) return 0
  const levels = levelsOf(metrics)
  const own = macroScore(levels)
  if (own === undefined) return undefined
  const [, , third = 0, , , sixth = 0] = levels
  const names = [levels[0], levels[1], `${third}${sixth}`, levels[3]].map(String)
  const ways = classes.map((one, at) => {
    const next = at === 2 ? nextOfThree(levels) : nextOf(levels, at)
    if (next === undefined) return undefined
    const name = names[at] ?? ''
    return ((own - next) * distance(metrics, one, name)) / (one.depth[name] ?? 1)
  })
  // The fifth class is never below its highest vector, but counts as a way down.
  const fifth = nextOf(levels, 4)
  const known = [...ways, fifth === undefined ? undefined : 0].filter((way) => way !== undefined)
  const mean = known.length === 0 ? 0 : known.reduce((sum, way) => sum + way, 0) / known.length
  return Math.round((Math.min(10, Math.max(0, own - mean)) + 1e-6) * 10) / 10
}

/** What counts: a modified value before that of the base, and the worst where none is given. */
function effective(vector: string): Metrics | undefined {
  const { version, parts } = vectorParts(vector)
  const given = new Map(parts)
  if (version !== '4.0' || given.size !== parts.length) return undefined
  for (const [letters, value] of parts) {
    if (!Object.hasOwn(four, letters) || !Object.hasOwn(four[letters]?.words ?? {}, value)) {
      return undefined
    }
  }
  const found = new Map<string, string>([['E', valueOr(given.get('E'), 'A')]])
  for (const letters of Object.keys(steps)) {
    const base = given.get(letters)
    if (['CR', 'IR', 'AR'].includes(letters)) found.set(letters, valueOr(base, 'H'))
    else if (base === undefined) return undefined
    else found.set(letters, valueOr(given.get(`M${letters}`), base))
  }
  return found
}

function valueOr(value: string | undefined, other: string): string {
  return value === undefined || value === 'X' ? other : value
}

function levelsOf(metrics: Metrics): readonly number[] {
  const is = (letters: string, value: string) => metrics.get(letters) === value
  const open = [is('AV', 'N'), is('PR', 'N'), is('UI', 'N')]
  const isSafety = is('SI', 'S') || is('SA', 'S')
  const isFar = is('SC', 'H') || is('SI', 'H') || is('SA', 'H')
  const isMost = [
    ['VC', 'CR'],
    ['VI', 'IR'],
    ['VA', 'AR'],
  ].some(([impact = '', wanted = '']) => is(impact, 'H') && is(wanted, 'H'))
  const isAny = is('VC', 'H') || is('VI', 'H') || is('VA', 'H')
  return [
    open.every(Boolean) ? 0 : open.some(Boolean) && !is('AV', 'P') ? 1 : 2,
    is('AC', 'L') && is('AT', 'N') ? 0 : 1,
    is('VC', 'H') && is('VI', 'H') ? 0 : isAny ? 1 : 2,
    isSafety ? 0 : isFar ? 1 : 2,
    'APU'.indexOf(metrics.get('E') ?? 'A'),
    isMost ? 0 : 1,
  ]
}

function nextOf(levels: readonly number[], at: number): number | undefined {
  return macroScore(levels.map((level, place) => (place === at ? level + 1 : level)))
}

/** The third class and the sixth go down together: from the top two ways, of which the nearer. */
function nextOfThree(levels: readonly number[]): number | undefined {
  const [third, sixth] = [levels[2], levels[5]]
  if (third === 0 && sixth === 0) {
    const both = [nextOf(levels, 2), nextOf(levels, 5)].filter((one) => one !== undefined)
    return both.length === 0 ? undefined : Math.max(...both)
  }
  return third === 1 && sixth === 0 ? nextOf(levels, 5) : nextOf(levels, 2)
}

/** Steps below the first of the highest vectors that is nowhere lower. */
function distance(metrics: Metrics, one: EquivalenceClass, name: string): number {
  for (const highest of one.highest[name] ?? []) {
    const apart = one.metrics.map((letters, at) => {
      const order = steps[letters] ?? ''
      return order.indexOf(metrics.get(letters) ?? '') - order.indexOf(highest[at] ?? '')
    })
    if (apart.every((step) => step >= 0)) return apart.reduce((sum, step) => sum + step, 0)
  }
  return 0
}
