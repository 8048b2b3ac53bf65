// SPDX-License-Identifier: EUPL-1.2
import { Problem } from '@schouw/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../data/api.ts'
import type { LogLine } from '../../data/incidents.ts'
import { steppedUp } from '../../data/step-up.ts'

const keyOf = (incident: string) => `schouw.log.${incident}`
const againMs = 5_000

/** A line with the id under which it is written once, however often it is sent. */
export type KeptLine = LogLine & { readonly id: string }

function keptLines(incident: string): readonly KeptLine[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(incident)) ?? '[]') as KeptLine[]
  } catch {
    return []
  }
}

/**
 * Lines leave this device in order and stay on it until the server has them: a hall without
 * reception loses nothing. What the server refuses is told and given back to be mended.
 */
export function useLogOutbox(incident: string) {
  const queries = useQueryClient()
  const [waiting, setWaiting] = useState(() => keptLines(incident))
  const keep = (lines: readonly KeptLine[]) => {
    localStorage.setItem(keyOf(incident), JSON.stringify(lines))
    setWaiting(lines)
  }
  const sent = useMutation({
    mutationFn: async () => {
      for (const line of keptLines(incident)) {
        const params = { id: incident }
        try {
          await steppedUp(() => api.call('POST /api/v1/incidents/{id}/log', { params, body: line }))
        } catch (error) {
          if (error instanceof Problem && isRefused(error)) {
            keep(keptLines(incident).filter(({ id }) => id !== line.id))
          }
          throw error
        }
        keep(keptLines(incident).filter(({ id }) => id !== line.id))
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['record', 'incident', incident] }),
  })
  const { mutate, isPending } = sent
  const hasWaiting = waiting.length > 0
  useEffect(() => {
    if (!hasWaiting || isPending) return
    const timer = setTimeout(() => mutate(), againMs)
    return () => clearTimeout(timer)
  }, [hasWaiting, isPending, mutate])
  const write = (line: LogLine) => {
    keep([...keptLines(incident), { ...line, id: crypto.randomUUID() }])
    mutate()
  }
  return { waiting, write, isPending, error: sent.error }
}

/** Sending the same again would be refused again. */
function isRefused({ body }: Problem): boolean {
  return body.status === 400 || body.status === 409 || body.status === 422
}
