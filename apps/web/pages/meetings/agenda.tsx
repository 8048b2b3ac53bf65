// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { type Item, proposedAgenda } from '@schouw/core/board/meetings'
import { registerTongue } from '@schouw/report/registers'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { useForBoard } from '../../data/waiting.ts'
import { PersonName, RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { isOpen, type Meeting, useAll, useMeetingRecord } from './meeting.ts'
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
  const record = useMeetingRecord(meeting)
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
        {rows.map((row, at) => (
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
            <Came of={record.items[at]} away={record.away} />
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

/** What the body said to an item, who did not say it, and what of that is recorded. */
function Came({ of, away }: { readonly of: Item | undefined; readonly away: readonly string[] }) {
  const { language } = useLanguage()
  const words = useMeetWords()
  const tongue = registerTongue(language)
  if (of === undefined || of.answer === null) return null
  const { answer } = of
  const { outcome, recorded, votes } = answer
  const against = votes.filter(({ choice, objected }) => choice === 'reject' && objected === null)
  return (
    <div>
      <strong>
        {recorded === null
          ? words.results[outcome.result]
          : words.settled(tongue.code('decision', recorded, 'outcome'))}
      </strong>{' '}
      <span className="quiet">{words.counted(outcome)}</span>
      {answer.is_contested && <span className="ask"> {words.contested}</span>}
      {against.map((one) => (
        <div key={one.id}>
          {words.against} <PersonName id={one.speaks_for} />
          {one.reason !== null && `: ${one.reason}`}
        </div>
      ))}
      {away.length > 0 && (
        <div className="quiet">
          {words.absent}:{' '}
          {away.map((person, at) => (
            <span key={person}>
              {at > 0 && ', '}
              <PersonName id={person} />
            </span>
          ))}
        </div>
      )}
      {answer.conditions !== null && <div>{words.onCondition(answer.conditions)}</div>}
    </div>
  )
}

function rowOf(one: Proposal, number: number): Row {
  return {
    number: String(number),
    subject: one.name.slice(0, 300),
    purpose: one.why === 'decision' ? 'to_decide' : 'to_discuss',
    ...(one.why === 'decision' || one.why === 'contested' ? { decision: one.id } : {}),
    ...(['not_done', 'deviation', 'minutes', 'for_board'].includes(one.why)
      ? { subject_record: one.id }
      : {}),
  }
}

function useProposals({ id, values }: Meeting): readonly Proposal[] {
  const { words: all, language } = useLanguage()
  const [meetings, objections, decisions, actions, policies, kpis] = [
    useAll('meeting').filter((one) => one.id !== id && sameBody(one.values, values)),
    useAll('objection'),
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
  const waiting = useForBoard()
  const forBoard = (waiting.data?.items ?? [])
    .filter(({ decision }) => decision === null && values.body !== 'supervisory_board')
    .map(({ id, kind, title, asked }) => {
      const noun = registerTongue(language).kind(kind)[0]
      return { id, name: `${noun} ${title}`, on: asked.at.slice(0, 10) }
    })
  const taken = new Set(
    (values.agenda ?? []).flatMap((row) => [
      row.decision ?? '',
      row.subject_record ?? '',
      row.subject,
    ]),
  )
  const today = new Date().toISOString().slice(0, 10)
  // All at once: what is put on the agenda in one go is everything that asks for it.
  if (figures.isPending || waiting.isPending) return []
  const facts = { meetings, objections, decisions, actions, policies, deviations, forBoard }
  return proposedAgenda({ ...facts, today, taken }).filter(({ name }) => !taken.has(name))
}

function sameBody(one: Meeting['values'], other: Meeting['values']): boolean {
  return one.body === other.body && one.held_at !== undefined
}
