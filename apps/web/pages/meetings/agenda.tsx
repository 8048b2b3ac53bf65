// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { proposedAgenda } from '@schouw/core/board/meetings'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { isOpen, type Meeting, useAll } from './meeting.ts'
import { useMeetWords } from './words.ts'

type Row = NonNullable<Meeting['values']['agenda']>[number]
type Proposal = ReturnType<typeof proposedAgenda>[number]

/** What is on the agenda, and what asks to be. */
export function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const allowed = useMay()
  const step = useStep('meeting')
  const proposals = useProposals(meeting)
  const { id, version, values } = meeting
  const rows = values.agenda ?? []
  const mayWrite = isOpen(meeting) && allowed('change', 'meeting', meeting)
  const add = (found: readonly Proposal[]) =>
    step.mutate({
      do: 'change',
      on: { kind: 'meeting', id, version },
      values: { agenda: [...rows, ...found.map((one, at) => rowOf(one, rows.length + at + 1))] },
    })
  return (
    <section className="block" aria-labelledby="agenda">
      <h2 id="agenda">{words.agenda}</h2>
      {rows.length === 0 && <p className="quiet">{words.agendaNone}</p>}
      <ol className="agenda">
        {rows.map((row) => (
          <li key={`${row.number} ${row.subject}`}>
            {row.decision === undefined ? (
              row.subject
            ) : (
              <Link to={`/decisions/${row.decision}`}>{row.subject}</Link>
            )}
            {row.subject_record !== undefined && (
              <>
                {' '}
                <RecordLink id={row.subject_record} />
              </>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <div className="no-print">
          <h3>{words.proposed}</h3>
          <Refusal error={step.error} />
          {proposals.length === 0 && <p className="quiet">{words.proposedNone}</p>}
          <ul className="plain">
            {proposals.map((one) => (
              <li key={one.id}>
                {one.name}{' '}
                <span className="quiet">
                  {words.why[one.why]}
                  {one.on !== null && `, ${day(one.on, language)}`}
                </span>{' '}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`${words.add}: ${one.name}`}
                  onClick={() => add([one])}
                >
                  {words.add}
                </Button>
              </li>
            ))}
          </ul>
          {proposals.length > 1 && (
            <Button variant="default" loading={step.isPending} onClick={() => add(proposals)}>
              {words.addAll}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

function rowOf(one: Proposal, number: number): Row {
  return {
    number: String(number),
    subject: one.name.slice(0, 300),
    purpose: one.why === 'decision' ? 'to_decide' : 'to_discuss',
    ...(one.why === 'decision' ? { decision: one.id } : {}),
    ...(one.why === 'not_done' || one.why === 'deviation' ? { subject_record: one.id } : {}),
  }
}

function useProposals({ values }: Meeting): readonly Proposal[] {
  const { words: all } = useLanguage()
  const [decisions, actions, policies, kpis] = [
    useAll('decision'),
    useAll('action'),
    useAll('policy'),
    useAll('kpi'),
  ]
  const figures = useQuery({
    queryKey: ['figures'],
    queryFn: () => api.call('GET /api/v1/figures', { query: {} }),
  })
  const deviations = (figures.data?.figures.deviations ?? [])
    .filter(({ band }) => band !== 'green')
    .map(({ kpi }) => {
      const found = kpis.find(({ id }) => id === kpi)?.values as
        | { readonly name?: string }
        | undefined
      return { id: kpi, name: found?.name ?? all.unknown }
    })
  const taken = new Set(
    (values.agenda ?? []).flatMap((row) => [
      row.decision ?? '',
      row.subject_record ?? '',
      row.subject,
    ]),
  )
  const today = new Date().toISOString().slice(0, 10)
  return proposedAgenda({ decisions, actions, policies, deviations, today, taken }).filter(
    ({ name }) => !taken.has(name),
  )
}
