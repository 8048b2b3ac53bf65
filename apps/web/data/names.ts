// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type Named = AnswerOf<'POST /api/v1/names'>['items'][number]

const mostAtOnce = 500

// Asked for together: whatever a page names while it draws goes out as one question.
let waiting = new Map<string, ((named: Named | null) => void)[]>()

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** What is no id has no record (`system`): asked for, it would spoil the question of all others. */
function ask(id: string): Promise<Named | null> {
  if (!uuid.test(id)) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(() => void flush().catch(reject), 5)
    waiting.set(id, [...(waiting.get(id) ?? []), resolve])
  })
}

async function flush(): Promise<void> {
  const asked = waiting
  waiting = new Map()
  const ids = [...asked.keys()]
  const found = new Map<string, Named>()
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const body = { ids: ids.slice(from, from + mostAtOnce) }
    const { items } = await api.call('POST /api/v1/names', { body })
    for (const item of items) found.set(item.id, item)
  }
  for (const [id, resolves] of asked) for (const one of resolves) one(found.get(id) ?? null)
}

/** What a record is called; null when it is not there or may not be read. */
export function useName(id: string) {
  return useQuery({ queryKey: ['names', id], queryFn: () => ask(id), staleTime: 60_000 })
}
