// SPDX-License-Identifier: EUPL-1.2
import { kinds, type RecordVersion, records } from '@schouw/core/registers'
import type { Change, Told } from '../../storage/changes/change.ts'
import { type Accepting, digestOf, entryAlone } from '../accept.ts'
import type { SourceRow } from '../store.ts'
import { type Around, type ComponentProposal, judgeComponent, recordOfComponent } from './judge.ts'
import type { ComponentRow } from './store.ts'

export interface AcceptedComponent {
  readonly number: number
  readonly digest: string
  readonly asset?: string | undefined
  readonly fields?: readonly string[] | undefined
}

export interface ComponentOutcome {
  readonly number: number
  readonly outcome: 'created' | 'changed' | 'same' | 'waiting' | 'refused' | 'stale'
  readonly component: string | null
  readonly errors: readonly { readonly code: string }[]
}

interface Given {
  readonly accepted: readonly AcceptedComponent[]
  readonly rows: ReadonlyMap<number, ComponentRow>
  readonly around: Around
  readonly assets: readonly RecordVersion[]
}

interface Plan {
  readonly number: number
  readonly id: string
  readonly isNew: boolean
  readonly decide: Change['decide']
}

const kind = kinds['software-component']

/** Makes records of components that were accepted, with one entry that says so. */
export async function acceptComponents(
  accepting: Accepting,
  source: SourceRow,
  given: Given,
): Promise<{ readonly items: readonly ComponentOutcome[]; readonly entry: number | null }> {
  const { storage, tenant, actor, newId } = accepting
  const planning = new Planning(accepting, given)
  const accepted = given.accepted.toSorted((one, other) => one.number - other.number)
  const plans = accepted.map((one) => planning.plan(one))
  const items = await Promise.all(
    plans.map(async (plan): Promise<ComponentOutcome> => {
      if ('outcome' in plan) return plan
      const change = { decide: plan.decide, pendingId: newId() }
      return outcomeOf(plan, await storage.apply(tenant, change))
    }),
  )
  const made = items.filter(({ outcome }) => outcome === 'created' || outcome === 'changed')
  if (made.length === 0) return { items, entry: null }
  const payload = {
    what: 'components-accepted',
    source: source.id,
    source_sha256: source.digest,
    proposals_sha256: digestOf(accepted.map(({ digest }) => digest)),
    records: made.length,
  }
  const told = await storage.apply(tenant, entryAlone(source.id, 'accepted', actor.person, payload))
  return { items, entry: told.outcome === 'done' ? (told.done.entries[0] ?? null) : null }
}

class Planning {
  readonly #accepting: Accepting
  readonly #given: Given
  /** Ids of what is made here, by number and by what it is. */
  readonly #made = new Map<number, string>()
  readonly #twice = new Map<string, string>()

  constructor(accepting: Accepting, given: Given) {
    this.#accepting = accepting
    this.#given = given
  }

  plan(accepted: AcceptedComponent): Plan | ComponentOutcome {
    const { number, digest } = accepted
    const none = { number, component: null, errors: [] }
    const row = this.#given.rows.get(number)
    const shown = row === undefined ? 'same' : judgeComponent(row, this.#given.around)
    if (row === undefined || typeof shown === 'string' || shown.digest !== digest) {
      return { ...none, outcome: 'stale' }
    }
    const around = shown.asset === null ? this.#placed(accepted) : this.#given.around
    if (around === undefined) {
      return { ...none, outcome: 'refused', errors: [{ code: 'asset-missing' }] }
    }
    const proposal = shown.asset === null ? judgeComponent(row, around) : shown
    if (typeof proposal === 'string' || proposal.asset === null) {
      const component = recordOfComponent(row, around) ?? null
      if (component !== null) this.#made.set(number, component)
      return { ...none, component, outcome: 'same' }
    }
    return this.#planned(accepted, row, { proposal, around })
  }

  #placed({ asset: id }: AcceptedComponent): Around | undefined {
    const asset = this.#given.assets.find((one) => one.id === id)
    if (asset === undefined) return undefined
    const chosen = { id: asset.id, name: String(asset.values['name'] ?? '') }
    return { ...this.#given.around, chosen }
  }

  #planned(
    { number, fields }: AcceptedComponent,
    row: ComponentRow,
    { proposal, around }: { readonly proposal: ComponentProposal; readonly around: Around },
  ): Plan | ComponentOutcome {
    const { set, differs, component, asset } = proposal
    const all: Record<string, unknown> = { ...set }
    for (const [name, { seen }] of Object.entries(differs)) all[name] = seen
    const wanted = fields ?? Object.keys(set)
    const always = component === null ? ['name', 'version'] : []
    const values = Object.fromEntries(
      Object.entries(all).filter(([name]) => wanted.includes(name) || always.includes(name)),
    )
    const { actor } = this.#accepting
    if (component !== null) {
      this.#made.set(number, component)
      const version = this.#given.around.software.find(({ id }) => id === component)?.version ?? 1
      return {
        number,
        id: component,
        isNew: false,
        decide: ({ record, lookup, now }) =>
          records.change({
            kind,
            id: component,
            record: record(component),
            version,
            patch: values,
            actor,
            now,
            lookup,
          }),
      }
    }
    // A bill names the same piece wherever it is used: it is one.
    const key = JSON.stringify([asset?.id, String(values['name']).toLowerCase(), values['version']])
    const before = this.#twice.get(key)
    if (before !== undefined) {
      this.#made.set(number, before)
      return { number, outcome: 'same', component: before, errors: [] }
    }
    const id = this.#accepting.newId()
    this.#twice.set(key, id)
    this.#made.set(number, id)
    const part_of = this.#parentOf(row, around)
    const whole = { ...values, within: asset?.id, ...(part_of === undefined ? {} : { part_of }) }
    return {
      number,
      id,
      isNew: true,
      decide: ({ lookup, now }) => records.create({ kind, id, values: whole, actor, now, lookup }),
    }
  }

  /** Accepted along with it, or in the register already, in the same asset. */
  #parentOf({ part_of }: ComponentRow, around: Around): string | undefined {
    const parent = part_of === null ? undefined : this.#given.rows.get(part_of)
    if (part_of === null || parent === undefined) return undefined
    return this.#made.get(part_of) ?? recordOfComponent(parent, around)
  }
}

function outcomeOf({ number, id, isNew }: Plan, told: Told): ComponentOutcome {
  if (told.outcome === 'refused') {
    const errors = told.step.refusals.map((one) => ({ ...one }))
    const isStale = told.step.refusal === 'stale-version'
    return { number, component: isNew ? null : id, outcome: isStale ? 'stale' : 'refused', errors }
  }
  if (told.outcome === 'key-reused') throw new Error('a key that was never given')
  const none = { number, component: id, errors: [] }
  if (told.done.pending !== null) return { ...none, outcome: 'waiting' }
  if (told.done.entries.length === 0) return { ...none, outcome: 'same' }
  return { ...none, outcome: isNew ? 'created' : 'changed' }
}
