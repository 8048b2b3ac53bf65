// SPDX-License-Identifier: EUPL-1.2
import { kind as kindOf, type RecordVersion, records } from '@schouw/core/registers'
import type { Caller } from '../../http/caller.ts'
import type { Change } from '../../storage/changes/change.ts'
import type { Item, LeftOut } from './item.ts'
import { codeOf, type Standing } from './standing.ts'

/** Where register and document say different things. */
export interface Differs {
  readonly kind: string
  readonly id: string
  readonly source: string
  readonly field: string
}

/** What is to be done for an item. */
export interface Step {
  readonly item: Item
  readonly id: string
  readonly what: 'create' | 'change' | 'same'
  readonly decide: Change['decide'] | null
}

export interface Steps {
  readonly steps: readonly Step[]
  readonly differs: readonly Differs[]
  readonly leftOut: readonly LeftOut[]
}

export interface Terms {
  readonly caller: Caller
  readonly standing: Standing
  readonly newId: () => string
  /** Whether the document's word replaces what stands, or only fills what lacks. */
  readonly isReplacing: boolean
}

export function stepsFor(items: readonly Item[], terms: Terms): Steps {
  const ids = new Map<string, string>()
  const differs: Differs[] = []
  const leftOut: LeftOut[] = []
  const steps: Step[] = []
  for (const item of merged(items)) {
    const name = `${item.kind} ${item.key.toLowerCase()}`
    const record = terms.standing.find(item)
    if (record === undefined && item.isOnlyMore === true) {
      leftOut.push({ source: item.source, code: 'level-unknown', found: item.key })
      continue
    }
    if (record !== undefined && record.retired !== null) {
      leftOut.push({ source: item.source, code: 'retired', found: String(record.values['name']) })
      continue
    }
    const id = record?.id ?? terms.newId()
    ids.set(name, id)
    const values = { ...item.values, ...linked(item, { ids, terms, leftOut }) }
    if (record === undefined) steps.push(creating(item, { id, values, caller: terms.caller }))
    else steps.push(changing(item, { record, values, terms, differs }))
  }
  return { steps, differs, leftOut }
}

/** What a document says twice of one thing is one. */
function merged(items: readonly Item[]): readonly Item[] {
  const found = new Map<string, Item>()
  for (const item of items) {
    const name = `${item.kind} ${item.key.toLowerCase()}`
    const before = found.get(name)
    if (before === undefined) found.set(name, item)
    else if (before.isOnlyMore === true || item.isOnlyMore === true) {
      const [base, more] = before.isOnlyMore === true ? [item, before] : [before, item]
      found.set(name, { ...base, values: { ...more.values, ...base.values } })
    }
  }
  return [...found.values()]
}

function linked(
  { links, source }: Item,
  {
    ids,
    terms,
    leftOut,
  }: {
    readonly ids: ReadonlyMap<string, string>
    readonly terms: Terms
    readonly leftOut: LeftOut[]
  },
): Readonly<Record<string, readonly string[]>> {
  const found = Object.entries(links).flatMap(([field, all]) => {
    const targets = all.flatMap((link) => {
      const id = ids.get(`${link.kind} ${link.key.toLowerCase()}`) ?? terms.standing.find(link)?.id
      if (id !== undefined) return [id]
      leftOut.push({ source, code: 'reference-missing', found: `${link.kind} ${link.key}` })
      return []
    })
    return targets.length === 0 ? [] : [[field, [...new Set(targets)]] as const]
  })
  return Object.fromEntries(found)
}

function kindNamed(name: string) {
  const kind = kindOf(name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  return kind
}

function creating(
  item: Item,
  {
    id,
    values,
    caller,
  }: {
    readonly id: string
    readonly values: Readonly<Record<string, unknown>>
    readonly caller: Caller
  },
): Step {
  const kind = kindNamed(item.kind)
  const code = 'code' in kind.fields ? { code: codeOf(item.key) } : {}
  const { actor } = caller
  return {
    item,
    id,
    what: 'create',
    decide: ({ lookup, now }) =>
      records.create({ kind, id, values: { ...code, ...values }, actor, now, lookup }),
  }
}

function changing(
  item: Item,
  {
    record,
    values,
    terms,
    differs,
  }: {
    readonly record: RecordVersion
    readonly values: Readonly<Record<string, unknown>>
    readonly terms: Terms
    readonly differs: Differs[]
  },
): Step {
  const { id, version } = record
  const patch: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) {
    const now = record.values[field]
    if (Array.isArray(value)) {
      const there: readonly unknown[] = Array.isArray(now) ? now : []
      const more = value.filter((one) => !there.includes(one))
      if (more.length > 0) patch[field] = [...there, ...more]
    } else if (now === undefined || now === null) {
      if (!isOpposed(field, record)) patch[field] = value
    } else if (now !== value) {
      if (terms.isReplacing) patch[field] = value
      else differs.push({ kind: item.kind, id, source: item.source, field })
    }
  }
  if (Object.keys(patch).length === 0) return { item, id, what: 'same', decide: null }
  const kind = kindNamed(item.kind)
  const { actor } = terms.caller
  return {
    item,
    id,
    what: 'change',
    decide: ({ record: standing, lookup, now }) =>
      records.change({ kind, id, record: standing(id), version, patch, actor, now, lookup }),
  }
}

/** An answer has a level or a reason why it does not apply, never both by filling up. */
function isOpposed(field: string, { values }: RecordVersion): boolean {
  const other = { level: 'not_applicable', not_applicable: 'level' }[field]
  return other !== undefined && values[other] !== undefined && values[other] !== null
}
