// SPDX-License-Identifier: EUPL-1.2
import { Problem, type ProblemBody } from '@schouw/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../data/api.ts'
import type { LogLine } from '../../data/incidents.ts'
import { steppedUp } from '../../data/step-up.ts'

const keyOf = (incident: string) => `schouw.log.${incident}`
const againMs = 5_000

/** A line with the id under which it is written once, however often it is sent. */
export type KeptLine = LogLine & { readonly id: string }

/** A line that the server will not have as it is, with why. */
interface RefusedLine {
  readonly line: KeptLine
  readonly body: ProblemBody
}

interface Kept {
  readonly waiting: readonly KeptLine[]
  readonly refused: readonly RefusedLine[]
}

function keptOf(incident: string): Kept {
  const none: Kept = { waiting: [], refused: [] }
  try {
    return { ...none, ...(JSON.parse(localStorage.getItem(keyOf(incident)) ?? '{}') as Kept) }
  } catch {
    return none
  }
}

/**
 * Lines leave this device in order and stay on it until the server has them: a hall without
 * reception loses nothing. What the server refuses stays here too, with why, and holds up no other:
 * whoever wrote it mends it or lets it go.
 */
export function useLogOutbox(incident: string) {
  const queries = useQueryClient()
  const [kept, setKept] = useState(() => keptOf(incident))
  const keep = (change: (before: Kept) => Kept) => {
    const next = change(keptOf(incident))
    localStorage.setItem(keyOf(incident), JSON.stringify(next))
    setKept(next)
  }
  const sent = useMutation({
    mutationFn: async () => {
      for (const line of keptOf(incident).waiting) {
        const body = await refusalOf(line, incident)
        keep(({ waiting, refused }) => ({
          waiting: waiting.filter(({ id }) => id !== line.id),
          refused: body === null ? refused : [...refused, { line, body }],
        }))
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['record', 'incident', incident] }),
  })
  const { mutate, isPending } = sent
  const { waiting, refused } = kept
  const hasWaiting = waiting.length > 0
  useEffect(() => {
    if (!hasWaiting || isPending) return
    const timer = setTimeout(() => mutate(), againMs)
    return () => clearTimeout(timer)
  }, [hasWaiting, isPending, mutate])
  const write = (line: LogLine) => {
    keep((before) => ({
      ...before,
      waiting: [...before.waiting, { ...line, id: crypto.randomUUID() }],
    }))
    mutate()
  }
  const drop = (dropped: KeptLine) =>
    keep((before) => ({
      ...before,
      refused: before.refused.filter(({ line }) => line.id !== dropped.id),
    }))
  return { waiting, refused, write, drop }
}

/** Null once the server has the line; what it says when sending the same again would not help. */
async function refusalOf(line: KeptLine, incident: string): Promise<ProblemBody | null> {
  const params = { id: incident }
  try {
    await steppedUp(() => api.call('POST /api/v1/incidents/{id}/log', { params, body: line }))
    return null
  } catch (error) {
    if (error instanceof Problem && isRefused(error)) return error.body
    throw error
  }
}

/** Not signed in, too slow, too many, a second factor: those pass by themselves. */
const passing: readonly number[] = [401, 408, 429]

function isRefused({ body: { status, code } }: Problem): boolean {
  const isTheirs = status >= 400 && status < 500 && !passing.includes(status)
  return isTheirs && code !== 'step-up-needed'
}
