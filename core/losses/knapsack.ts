// SPDX-License-Identifier: EUPL-1.2

/** One way of dealing with a group: of each group exactly one is taken. */
export interface Choice {
  readonly cost: number
  readonly gain: number
}

export interface Chosen {
  /** Place of the choice in its group, group by group. */
  readonly places: readonly number[]
  readonly cost: number
  readonly gain: number
  /** No choice whatever gains more than this. */
  readonly bound: number
  /** Whether nothing better exists; else it is the best that was found in time. */
  readonly isExact: boolean
}

interface Step {
  readonly group: number
  /** Which choice of the hull it leads to. */
  readonly place: number
  readonly cost: number
  readonly gain: number
}

/** So many partial choices are looked at; a hundred risks take a fraction of a second. */
const mostLooks = 60_000

/**
 * The choices of greatest gain within a budget, by branch and bound. The bound is that of taking the
 * last step in part, on the upper hull of each group. Every group needs a choice that costs nothing.
 */
export function bestChoices(groups: readonly (readonly Choice[])[], budget: number): Chosen {
  const hulls = groups.map(hullOf)
  const steps = hulls
    .flatMap((hull, group) => stepsOf(hull, group))
    .toSorted((a, b) => b.gain * a.cost - a.gain * b.cost)
  // Groups in which much is at stake first: a wrong turn there is seen soon.
  const order = groups
    .map((_, group) => group)
    .toSorted((a, b) => stake(groups[b] ?? []) - stake(groups[a] ?? []))
  const rank = new Map(order.map((group, at) => [group, at]))
  const boundFrom = (depth: number, left: number): number => {
    let rest = left
    let gain = 0
    for (const group of order.slice(depth)) gain += hulls[group]?.[0]?.gain ?? 0
    for (const step of steps) {
      if ((rank.get(step.group) ?? 0) < depth) continue
      if (step.cost <= rest) {
        gain += step.gain
        rest -= step.cost
      } else return gain + (step.gain * rest) / step.cost
    }
    return gain
  }
  const bound = boundFrom(0, budget)
  let best = greedy(groups, hulls, steps, budget)
  let looks = 0
  const taken = groups.map(() => 0)
  const look = (depth: number, cost: number, gain: number): void => {
    looks += 1
    const group = order[depth]
    if (group === undefined) {
      if (gain > best.gain) best = { gain, cost, places: [...taken] }
      return
    }
    if (looks > mostLooks || gain + boundFrom(depth, budget - cost) <= best.gain + 1e-9) return
    const choices = groups[group] ?? []
    const inTurn = choices
      .map((choice, place) => ({ ...choice, place }))
      .filter((choice) => cost + choice.cost <= budget)
      .toSorted((a, b) => b.gain - a.gain || a.cost - b.cost)
    for (const choice of inTurn) {
      taken[group] = choice.place
      look(depth + 1, cost + choice.cost, gain + choice.gain)
    }
  }
  look(0, 0, 0)
  const isExact = looks <= mostLooks
  return { ...best, bound: isExact ? best.gain : bound, isExact }
}

/** Step by step the most for its money, for as long as it fits: seldom far from the best. */
function greedy(
  groups: readonly (readonly Choice[])[],
  hulls: readonly (readonly Choice[])[],
  steps: readonly Step[],
  budget: number,
): { readonly gain: number; readonly cost: number; readonly places: readonly number[] } {
  const reached = hulls.map(() => 0)
  let left = budget
  for (const { group, place, cost } of steps) {
    if (cost > left || reached[group] !== place - 1) continue
    reached[group] = place
    left -= cost
  }
  const taken = hulls.map((hull, group) => hull[reached[group] ?? 0])
  const sum = (of: (one: Choice) => number) =>
    taken.reduce((all, one) => all + (one === undefined ? 0 : of(one)), 0)
  const places = taken.map((one, group) =>
    Math.max(0, one === undefined ? 0 : (groups[group] ?? []).indexOf(one)),
  )
  return { gain: sum(({ gain }) => gain), cost: sum(({ cost }) => cost), places }
}

function stake(choices: readonly Choice[]): number {
  return Math.max(0, ...choices.map(({ gain }) => gain))
}

/** Choices that no mixture of others beats, cheapest first. */
function hullOf(choices: readonly Choice[]): readonly Choice[] {
  const hull: Choice[] = []
  for (const one of choices.toSorted((a, b) => a.cost - b.cost || b.gain - a.gain)) {
    const last = hull.at(-1)
    if (last !== undefined && one.gain <= last.gain) continue
    for (;;) {
      const [before, top] = [hull.at(-2), hull.at(-1)]
      if (before === undefined || top === undefined) break
      const isBelow =
        (top.gain - before.gain) * (one.cost - before.cost) <=
        (one.gain - before.gain) * (top.cost - before.cost)
      if (!isBelow) break
      hull.pop()
    }
    hull.push(one)
  }
  return hull
}

function stepsOf(hull: readonly Choice[], group: number): readonly Step[] {
  return hull.slice(1).map((one, at) => {
    const before = hull[at] ?? one
    return { group, place: at + 1, cost: one.cost - before.cost, gain: one.gain - before.gain }
  })
}
