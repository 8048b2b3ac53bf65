// SPDX-License-Identifier: EUPL-1.2
import { type Chain, type ChainFacts, chainOf, kindsOfChain } from '@schouw/core/chain'
import type { Answer } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { logSize } from '../http/reading/moment.ts'
import { registersRead } from '../http/reading/registers.ts'
import { dayIn } from '../identity/roles.ts'
import { timeZone } from '../reading/around.ts'
import type { Storage } from '../storage/storage.ts'

export interface ChainRead {
  readonly facts: ChainFacts
  readonly chain: Chain
  readonly names: ReadonlyMap<string, string>
  readonly moment: { readonly as_of: number; readonly today: string; readonly hidden: string[] }
}

/** Organisations whose chain is held ready; one of 5,000 suppliers is some 20 MB. */
const most = 8

/** The chain as it stands, worked out once for each state of the log and each way of seeing it. */
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
    const { person, roles } = caller.actor
    const own = roles.includes('process_owner') ? person : ''
    const key = [caller.tenant, size, today, roles.toSorted(), own].join(' ')
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    const kinds = kindsOfChain
    const storage = this.#storage
    const found = await registersRead({ storage, caller, kinds, asOf: undefined, now })
    if ('refused' in found) return found
    const facts = { ...found.facts, hidden: found.hidden }
    const names = namesOf(facts)
    const read = { facts, chain: chainOf(facts), names, moment: found.moment }
    const prefix = `${caller.tenant} `
    for (const [old, { moment }] of this.#kept) {
      if (old.startsWith(prefix) && moment.as_of !== size) this.#kept.delete(old)
    }
    this.#kept.set(key, read)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) break
      this.#kept.delete(oldest)
    }
    return read
  }
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
