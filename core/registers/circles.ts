// SPDX-License-Identifier: EUPL-1.2
import type { Values } from './field.ts'
import type { RecordKind } from './kind.ts'
import type { Lookup } from './lookup.ts'
import type { RecordVersion } from './record.ts'
import type { Refusal } from './refusal.ts'

/** Records looked at before it is given up: what goes round further is told of by the checks. */
const mostWalked = 500

interface Within {
  readonly kind: RecordKind
  readonly id: string
  readonly lookup: Lookup
}

/** Refuses a reference from which the record would lead back to itself, with the way round. */
export function circleProblems(within: Within, values: Values): readonly Refusal[] {
  return (within.kind.acyclic ?? []).flatMap((field) => {
    const value = values[field]
    const isMany = Array.isArray(value)
    const targets = (isMany ? value : [value]).filter((one) => typeof one === 'string')
    // To itself is refused as such.
    if (targets.every((target) => target === within.id)) return []
    const leading = leadingTo(within, field)
    return targets.flatMap((target, at): Refusal[] => {
      const round = leading.get(target)
      if (round === undefined) return []
      const path = isMany ? `/${field}/${at}` : `/${field}`
      const through = [within.id, ...round.map((one) => one.id), within.id]
      return [{ code: 'circular-reference', path, through, names: round.map(nameOf(within)) }]
    })
  })
}

/** Every record that leads here by the field, with its way: itself first, what refers here last. */
function leadingTo(
  { kind, id, lookup }: Within,
  field: string,
): ReadonlyMap<string, readonly RecordVersion[]> {
  const ways = new Map<string, readonly RecordVersion[]>()
  const queue: { readonly id: string; readonly way: readonly RecordVersion[] }[] = [{ id, way: [] }]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const one of lookup.referrers(kind.name, field, next.id)) {
      if (one.id === id || ways.has(one.id) || ways.size >= mostWalked) continue
      const way = [one, ...next.way]
      ways.set(one.id, way)
      queue.push({ id: one.id, way })
    }
  }
  return ways
}

function nameOf({ kind }: Within): (record: RecordVersion) => string {
  return ({ id, values }) => String(values[kind.title[0]] ?? id)
}
