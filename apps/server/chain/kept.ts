// SPDX-License-Identifier: EUPL-1.2
import { type Chain, type ChainFacts, chainOf, kindsOfChain } from '@schouw/core/chain'
import type { Answer } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { logSize } from '../http/reading/moment.ts'
import { type RegistersRead, registersRead } from '../http/reading/registers.ts'
import { dayIn } from '../identity/roles.ts'
import { timeZone } from '../reading/around.ts'
import type { Storage } from '../storage/storage.ts'

export interface ChainRead {
  readonly facts: ChainFacts
  readonly chain: Chain
  readonly names: ReadonlyMap<string, string>
  readonly moment: { readonly as_of: number; readonly today: string; readonly hidden: string[] }
}

type Records = ChainFacts['records']

/** Organisations whose chain is held ready; one of 5,000 suppliers is some 20 MB. */
const most = 8

/**
 * The chain as it stands, worked out once for each state of the log and each way of seeing it. After
 * a change only what changed is read and worked out again.
 */
export class KeptChains {
  readonly #kept = new Map<string, ChainRead>()
  readonly #storage: Storage
  readonly #clock: () => string

  constructor(storage: Storage, clock: () => string) {
    this.#storage = storage
    this.#clock = clock
  }

  async read(caller: Caller): Promise<ChainRead | { readonly refused: Answer }> {
    const now = this.#clock()
    const { size, today } = await this.#storage.read(caller.tenant, async (db) => ({
      size: await logSize(db),
      today: dayIn(await timeZone(db), now),
    }))
    // A process owner may see other records than another of that role.
    const { person, roles, processes } = caller.actor
    const own = roles.includes('process_owner') ? [person, ...processes] : []
    const key = [caller.tenant, today, ...roles.toSorted(), ...own].join(' ')
    const known = this.#kept.get(key)
    if (known?.moment.as_of === size) return known
    // A log that is shorter than it was is another log.
    const before = known !== undefined && known.moment.as_of < size ? known : undefined
    const found = await registersRead({
      ...{ storage: this.#storage, caller, kinds: kindsOfChain, asOf: undefined, now },
      since: before?.moment.as_of,
    })
    if ('refused' in found) return found
    const records = before === undefined ? found.facts.records : merged(before.facts.records, found)
    const facts = { records, today, hidden: found.hidden }
    const moment = { ...found.moment, today }
    const read = { facts, chain: chainOf(facts, before), names: namesOf(facts), moment }
    // The last asked for goes to the end.
    this.#kept.delete(key)
    this.#kept.set(key, read)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) break
      this.#kept.delete(oldest)
    }
    return read
  }
}

/** What did not change stays the same object: by that it is known that it did not. */
function merged(before: Records, { changed, facts }: RegistersRead): Records {
  const gone = new Set(changed)
  const all = kindsOfChain.map((kind) => {
    const kept = before[kind] ?? []
    const stay = kept.some(({ id }) => gone.has(id)) ? kept.filter(({ id }) => !gone.has(id)) : kept
    return [kind, [...stay, ...(facts.records[kind] ?? [])]] as const
  })
  return Object.fromEntries(all)
}

function namesOf({ records }: ChainFacts): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const kind of ['supplier', 'process', 'zone', 'asset'] as const) {
    for (const { id, values } of records[kind] ?? []) {
      const { name, code } = values as { readonly name?: string; readonly code?: string }
      found.set(id, name ?? code ?? '')
    }
  }
  return found
}
