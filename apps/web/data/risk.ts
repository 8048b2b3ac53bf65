// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import type { losses } from '@schouw/core/board'
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from './api.ts'
import { steppedUp } from './step-up.ts'

export type RiskCurve = AnswerOf<'GET /api/v1/risk/curve'>

export interface CurveAsked {
  /** `off`, `chosen`, `all` or ids with commas between them. */
  readonly treatments: string
  readonly as_of?: string
  /** A site, a process or a risk. */
  readonly of?: string
}

const pollMs = 400

export function riskCurveQuery(asked: CurveAsked) {
  return queryOptions({
    queryKey: ['list', 'risk-curve', asked],
    queryFn: ({ signal }) => api.call('GET /api/v1/risk/curve', { query: asked, signal }),
  })
}

/** Asked again while it runs; a run whose page is gone ends by itself. */
export function useRiskCurve(asked: CurveAsked, isWanted = true) {
  return useQuery({
    ...riskCurveQuery(asked),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? pollMs : false),
    refetchOnWindowFocus: false,
  })
}

export function useRiskTrail(id: string) {
  return useQuery({
    queryKey: ['list', 'risk-trail', id],
    queryFn: () => api.call('GET /api/v1/risk/trail/{id}', { params: { id } }),
  })
}

export function useRiskProposals() {
  return useQuery({
    queryKey: ['list', 'risk-proposals'],
    queryFn: ({ signal }) => api.call('GET /api/v1/risk/proposals', { query: {}, signal }),
  })
}

export interface ProposalAnswer {
  readonly proposal: losses.Proposal
  /** What the risk is called. */
  readonly name: string
  /** Why it is none; absent: it is taken into the register. */
  readonly reason?: string
}

/** A proposal becomes a risk of the register; one that is rejected stays there with its reason. */
export function useAnswerProposal() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (answer: ProposalAnswer) => steppedUp(() => answered(answer)),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => first === 'list' || first === 'standing',
      }),
  })
}

async function answered({ proposal, name, reason }: ProposalAnswer): Promise<void> {
  const { site, process, grounds, category, hazard, assets, zones } = proposal
  const ids = (kind: string) => grounds.filter((one) => one.kind === kind).map(({ id }) => id)
  const lists = {
    sites: site === null ? [] : [site.id],
    processes: process === null ? [] : [process.id],
    findings: ids('finding'),
    restore_tests: ids('restore-test'),
    assets,
    zones,
  }
  const stated = Object.entries(lists).filter(([, list]) => list.length > 0)
  // The same proposal gives the same code: taken twice, the second is refused.
  const [from = '', what = '', where = what] = proposal.key.split('/')
  const values = {
    code: `${hazard ?? from.slice(0, 1).toUpperCase()}-${where.slice(-8)}`.slice(0, 40),
    name: name.slice(0, 200),
    scenario: name,
    ...(category === null ? {} : { category }),
    ...(hazard === null ? {} : { hazard }),
    ...(proposal.from === 'vulnerability' ? { hazard: 'known_exploited' } : {}),
    ...(grounds.length === 0 ? {} : { grounds: grounds.map((one) => one.name).join('\n') }),
    ...Object.fromEntries(stated),
  }
  const { id, version } = await api.create('risk', values)
  if (reason !== undefined) await api.move({ kind: 'risk', id, version }, 'rejected', reason)
}

export interface AcceptanceAsked {
  readonly risk: string
  /** The version it is asked for: what is accepted is the risk as it stood. */
  readonly version: number
  readonly processes: readonly string[]
  /** What it can cost at most, by the estimate that is accepted. */
  readonly loss_eur: number | null
  /** Whoever has the mandate. */
  readonly by: string
  readonly on: string
  readonly reason: string
  readonly until: string
  readonly condition: string
}

/** Asked and proposed at once: it then waits for a director, who approves or declines. */
export function useAskAcceptance() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: AcceptanceAsked) => steppedUp(() => proposed(asked)),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => first === 'list' || first === 'standing',
      }),
  })
}

async function proposed(asked: AcceptanceAsked): Promise<void> {
  const { risk, version, processes, loss_eur: loss, condition } = asked
  const made = await api.create('acceptance', {
    code: `A-${risk.slice(-8)}-${version}`,
    subject: risk,
    subject_version: version,
    reason: asked.reason,
    accepted_by: asked.by,
    accepted_on: asked.on,
    valid_until: asked.until,
    ...(processes.length === 0 ? {} : { processes }),
    ...(loss === null ? {} : { residual_loss_eur: Math.round(loss) }),
    ...(condition.trim() === '' ? {} : { conditions: condition }),
  })
  await api.move({ kind: 'acceptance', id: made.id, version: made.version }, 'accepted')
}
