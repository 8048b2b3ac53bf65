// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { steppedUp } from './step-up.ts'

/** Marks an evidence file as what the self-evaluation of the authority said. */
const origin = 'self-evaluation/'
export const outcomes = ['essential', 'important', 'out_of_scope', 'undecided'] as const
export type Outcome = (typeof outcomes)[number]

const most = 500

/** What a verdict on scope rests on, and what was made of it; all asked for at once. */
export function useScope() {
  return useQuery({
    queryKey: ['list', 'scope'],
    queryFn: async () => {
      const all = async <Name extends KindName>(kind: Name, filter?: readonly string[]) =>
        (await api.list<Name>(kind, { limit: most, ...(filter === undefined ? {} : { filter }) }))
          .items
      const found = await Promise.all([
        all('organisation'),
        all('group'),
        all('legal-entity'),
        all('site'),
        all('brand'),
        all('decision', ['subject:eq:scope']),
        all('evidence-file', [`origin:in:${outcomes.map((one) => origin + one).join(',')}`]),
        // Partners in the chain on whom something hangs.
        all('supplier', ['criticality:in:high,critical']),
        all('contract', ['party:eq:customer']),
      ])
      const [
        organisations,
        groups,
        entities,
        sites,
        brands,
        decisions,
        files,
        partners,
        customers,
      ] = found
      return {
        ...{ partners, customers, organisations, groups, entities },
        ...{ sites, brands, decisions, files },
      }
    },
  })
}

export type ScopeData = NonNullable<ReturnType<typeof useScope>['data']>

/** Of which legal entity a decision or file speaks stands in its code. */
export const codeFor = (prefix: 'SCOPE' | 'SELF', entityCode: string): string =>
  `${prefix}-${entityCode.slice(0, 20)}-`

export function outcomeOf(file: ScopeData['files'][number]): Outcome | undefined {
  return outcomes.find((one) => file.values.origin === origin + one)
}

export interface SelfEvaluation {
  readonly code: string
  readonly name: string
  readonly text: string
  readonly outcome: Outcome
  readonly dated: string
  readonly file: File | null
}

async function recorded({ code, name, text, outcome, dated, file }: SelfEvaluation) {
  // Without a print the statement itself is kept: said, not shown.
  const kept = file ?? new File([`${text}\n${dated}\n`], `${code}.txt`, { type: 'text/plain' })
  const stored = await api.call('POST /api/v1/files', { query: { name: kept.name }, body: kept })
  const values = {
    code: `${code}${Date.now().toString(36)}`,
    name,
    type: file === null ? 'interview' : 'record',
    file: stored.sha256,
    file_name: kept.name,
    description: text,
    dated,
    received_at: new Date().toISOString(),
    origin: origin + outcome,
    classification: 'internal',
  }
  return api.create('evidence-file', values)
}

export function useSelfEvaluation() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (said: SelfEvaluation) => steppedUp(() => recorded(said)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
}

export interface Conclusion {
  readonly id: string
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
}

/** What the register holds first, then its state, which a director confirms. */
export function useConclusion() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, version, values }: Conclusion) => {
      const on = { kind: 'legal-entity', id, version } as const
      const done = await steppedUp(() => api.change(on, values))
      const next = { ...on, version: done.version }
      return steppedUp(() => api.move(next, 'scope_concluded'))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
}

/** As the core reads them. */
export const asRecords = (
  records: readonly Omit<RecordVersion, 'values'>[],
): readonly RecordVersion[] => records as readonly RecordVersion[]
