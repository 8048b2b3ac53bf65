// SPDX-License-Identifier: EUPL-1.2
import { type Actor, type KindName, kinds, records } from '@schouw/core/registers'
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import type { Change } from '../storage/changes/change.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

type Decide = Change['decide']

/** Steps in the registers in the name of one actor, each an entry of its own. */
export class Steps {
  readonly #storage: Storage
  readonly #tenant: TenantId
  readonly #actor: Actor

  constructor(storage: Storage, tenant: TenantId, actor: Actor) {
    this.#storage = storage
    this.#tenant = tenant
    this.#actor = actor
  }

  /** Gives the id, or the answer that says why not. */
  async create(
    name: KindName,
    values: object,
    at: string,
    state?: string,
  ): Promise<{ readonly id: string } | { readonly refused: Answer }> {
    const id = newId(at)
    const kind = kinds[name]
    const actor = this.#actor
    const given = state === undefined ? { values } : { values, state }
    const refused = await this.#apply(({ now, lookup }) =>
      records.create({ kind, id, ...given, actor, now, lookup }),
    )
    return refused === undefined ? { id } : { refused }
  }

  change(name: KindName, id: string, patch: object): Promise<Answer | undefined> {
    const kind = kinds[name]
    const actor = this.#actor
    return this.#apply(({ record, now, lookup }) => {
      const found = record(id)
      const version = found?.version ?? 0
      return records.change({ kind, id, record: found, version, patch, actor, now, lookup })
    })
  }

  move(name: KindName, id: string, to: string, reason?: string): Promise<Answer | undefined> {
    const kind = kinds[name]
    const actor = this.#actor
    const why = reason === undefined || reason === '' ? {} : { reason }
    return this.#apply(({ record, now, lookup }) => {
      const found = record(id)
      const version = found?.version ?? 0
      return records.move({ kind, id, record: found, version, to, ...why, actor, now, lookup })
    })
  }

  async #apply(decide: Decide): Promise<Answer | undefined> {
    const told = await this.#storage.apply(this.#tenant, { decide })
    if (told.outcome === 'refused') {
      const [first] = told.step.refusals
      if (first === undefined) throw new Error('a refusal without a reason')
      return no(first.code, { errors: told.step.refusals.map((one) => ({ ...one })) })
    }
    return told.outcome === 'key-reused' ? no('idempotency-key-reused') : undefined
  }
}
