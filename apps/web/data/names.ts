// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { api } from './api.ts'
import { broughtNames } from './brought.ts'
import { sessionQuery } from './session.ts'

export type Named = AnswerOf<'POST /api/v1/names'>['items'][number]

const mostAtOnce = 500
const freshMs = 60_000

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/**
 * The names of one browser page. A page names hundreds of records: one question asks for all that
 * are drawn together, and one turn tells all who draw them. The questions are those of the client,
 * so that what touches records, or signs somebody out, reaches the names as it does everything else.
 */
class Names {
  readonly #queries: QueryClient
  readonly #known = new Map<string, { readonly named: Named | null; readonly at: number }>()
  readonly #watchers = new Map<string, Set<() => void>>()
  #wanted = new Set<string>()
  #asked = 0
  /** Goes up when everything is asked again: an answer to what was asked before is not kept. */
  #lives = 0

  constructor(queries: QueryClient) {
    this.#queries = queries
    for (const named of broughtNames()) this.#known.set(named.id, { named, at: Date.now() })
    queries.getQueryCache().subscribe((event) => {
      if (event.query.queryKey[0] !== 'names' || event.query.queryKey[1] !== 'drawn') return
      if (event.type === 'removed') this.#forget()
      else if (event.type === 'updated' && event.action.type === 'invalidate') this.#askAgain()
    })
  }

  get(id: string): Named | null | undefined {
    // What is no id has no record (`system`): asked for, it would spoil the question of all others.
    return uuid.test(id) ? this.#known.get(id)?.named : null
  }

  watch(id: string, tell: () => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set()
    this.#watchers.set(id, watchers.add(tell))
    const known = this.#known.get(id)
    if (known === undefined || known.at < Date.now() - freshMs) this.#want(id)
    return () => {
      watchers.delete(tell)
      if (watchers.size === 0) this.#watchers.delete(id)
    }
  }

  #want(id: string): void {
    if (!uuid.test(id)) return
    if (this.#wanted.size === 0) queueMicrotask(() => this.#ask())
    this.#wanted.add(id)
  }

  #ask(): void {
    const ids = [...this.#wanted]
    this.#wanted = new Set()
    for (let from = 0; from < ids.length; from += mostAtOnce) {
      const some = ids.slice(from, from + mostAtOnce)
      this.#asked += 1
      const asked = this.#queries.fetchQuery({
        queryKey: ['names', 'drawn', this.#asked],
        // Kept, so that it hears what happens to records; what it found stands here.
        gcTime: Number.POSITIVE_INFINITY,
        queryFn: async () => {
          const life = this.#lives
          const { items } = await api.call('POST /api/v1/names', { body: { ids: some } })
          if (life === this.#lives) this.#found(some, items)
          return null
        },
      })
      // Without an answer they stay unnamed until they are drawn again.
      asked.catch(() => {})
    }
  }

  #found(ids: readonly string[], items: readonly Named[]): void {
    const byId = new Map(items.map((item) => [item.id, item]))
    for (const id of ids) this.#known.set(id, { named: byId.get(id) ?? null, at: Date.now() })
    this.#tell(ids)
  }

  #askAgain(): void {
    this.#lives += 1
    for (const id of this.#known.keys()) if (!this.#watchers.has(id)) this.#known.delete(id)
    for (const id of this.#watchers.keys()) this.#want(id)
  }

  /** Somebody else is in, or nobody: only the former has anything to ask. */
  #forget(): void {
    this.#lives += 1
    this.#known.clear()
    this.#tell([...this.#watchers.keys()])
    queueMicrotask(() => {
      if (this.#queries.getQueryData(sessionQuery.queryKey) != null) this.#askAgain()
    })
  }

  #tell(ids: readonly string[]): void {
    for (const id of ids) for (const tell of this.#watchers.get(id) ?? []) tell()
  }
}

const all = new WeakMap<QueryClient, Names>()

function namesOf(queries: QueryClient): Names {
  const names = all.get(queries) ?? new Names(queries)
  all.set(queries, names)
  return names
}

/** What a record is called; null when it is not there or may not be read. */
export function useName(id: string): { readonly data: Named | null | undefined } {
  const names = namesOf(useQueryClient())
  const watch = useCallback((tell: () => void) => names.watch(id, tell), [names, id])
  return { data: useSyncExternalStore(watch, () => names.get(id)) }
}
