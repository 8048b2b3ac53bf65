// SPDX-License-Identifier: EUPL-1.2

/** What a process waits for, and how long it may stand still. */
export interface Depending {
  readonly id: string
  readonly name: string
  readonly depends_on: readonly string[]
  /** Hours; null when nobody knows, and then it goes last of its wave. */
  readonly mtd_hours: number | null
}

export interface RestoreStep {
  readonly process: string
  readonly name: string
  /** Those of one wave can come back side by side; 1 is the first. */
  readonly wave: number
  readonly waits_for: readonly string[]
  /** It waits for itself in the end: somebody has to say where to begin. */
  readonly is_circle: boolean
}

/**
 * The order in which processes come back: each after those it depends on, and of those that could go
 * at the same time the one that may stand still shortest. Where processes wait for each other in a
 * circle the one that may stand still shortest goes first, and the circle is marked.
 */
export function restoreOrder(given: readonly Depending[]): readonly RestoreStep[] {
  const known = new Map(given.map((one) => [one.id, one]))
  const waits = new Map(
    [...known.values()].map((one) => [
      one.id,
      new Set(one.depends_on.filter((id) => id !== one.id && known.has(id))),
    ]),
  )
  const reach = reachOf(waits)
  const left = new Set(known.keys())
  const steps: RestoreStep[] = []
  for (let wave = 1; left.size > 0; wave += 1) {
    const free = [...left].filter((id) => [...(waits.get(id) ?? [])].every((on) => !left.has(on)))
    const next = free.length > 0 ? free : openingsOf(left, { known, reach })
    const sorted = next.flatMap((id) => known.get(id) ?? []).toSorted(soonest)
    for (const { id, name } of sorted) {
      steps.push({
        process: id,
        name,
        wave,
        waits_for: [...(waits.get(id) ?? [])].toSorted(),
        is_circle: reach.get(id)?.has(id) === true,
      })
    }
    for (const id of next) left.delete(id)
  }
  return steps
}

function soonest(a: Depending, b: Depending): number {
  const [one, two] = [a.mtd_hours ?? Infinity, b.mtd_hours ?? Infinity]
  if (one !== two) return one < two ? -1 : 1
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/**
 * Where nothing is free: one member of a circle, and of a circle that waits for no other one that
 * is still left.
 */
function openingsOf(
  left: ReadonlySet<string>,
  {
    known,
    reach,
  }: {
    readonly known: ReadonlyMap<string, Depending>
    readonly reach: ReadonlyMap<string, ReadonlySet<string>>
  },
): readonly string[] {
  const isFirst = (id: string) =>
    [...(reach.get(id) ?? [])].every((on) => !left.has(on) || reach.get(on)?.has(id) === true)
  const [first] = [...left]
    .filter(isFirst)
    .flatMap((id) => known.get(id) ?? [])
    .toSorted(soonest)
  return first === undefined ? [...left] : [first.id]
}

/** All that each waits for, over however many others; itself too where it stands in a circle. */
function reachOf(
  waits: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reach = new Map<string, ReadonlySet<string>>()
  for (const start of waits.keys()) {
    const seen = new Set<string>()
    const queue = [...(waits.get(start) ?? [])]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      queue.push(...(waits.get(id) ?? []))
    }
    reach.set(start, seen)
  }
  return reach
}
