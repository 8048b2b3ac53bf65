// SPDX-License-Identifier: EUPL-1.2

import { Button, Group } from '@mantine/core'
import { cycle as core } from '@schouw/core/board'
import { Link } from 'react-router'
import { useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useTimes } from '../../parts/times.ts'
import { instantOf } from '../../parts/wall-time.ts'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import type { Cycle } from './facts.ts'
import { useCycleWords } from './words.ts'

type Point = (typeof core.reviewPoints)[number]
type Source = keyof ReturnType<typeof useCycleWords>['review']['sources']

/** Where the registers have something to say about a point. */
const sources: Readonly<Record<Point, readonly [to: string, name: Source]>> = {
  '9.3.2 a': ['/registers/actions', 'actions'],
  '9.3.2 b': ['/scope', 'scope'],
  '9.3.2 c': ['/registers/contracts', 'suppliers'],
  '9.3.2 d 1': ['/registers/findings', 'findings'],
  '9.3.2 d 2': ['/kpis', 'kpis'],
  '9.3.2 d 3': ['/registers/audits', 'audits'],
  '9.3.2 d 4': ['/measures', 'measures'],
  '9.3.2 e': ['/registers/incidents', 'incidents'],
  '9.3.2 f': ['/risks', 'risks'],
  '9.3.2 g': ['#improvements', 'improvements'],
}

/** What the board looks at itself, point by point, and when it did last. */
export function ReviewByManagement({ cycle }: { readonly cycle: Cycle }) {
  const { language } = useLanguage()
  const { review: words } = useCycleWords()
  const allowed = useMay()
  const { last, next } = cycle.review
  return (
    <section aria-labelledby="review">
      <h2 id="review">{words.title}</h2>
      <p className="prose">
        <Glossed text={words.intro} />
      </p>
      <p>
        {last === null ? (
          <span className="ask">{words.never}</span>
        ) : (
          <>
            <Link to={placeOf({ kind: 'meeting', id: last.id })}>
              {last.on === null ? last.name : words.last(day(last.on, language))}
            </Link>{' '}
            {!last.has_minutes && <span className="ask">{words.noMinutes}</span>}
          </>
        )}{' '}
        {next === null ? (
          <span className="quiet">{words.noNext}</span>
        ) : (
          <Link
            to={placeOf({ kind: 'meeting', id: next.id })}
            className={next.is_late ? 'broken' : undefined}
          >
            {next.on === null
              ? next.name
              : next.is_late
                ? words.nextLate(day(next.on, language))
                : words.next(day(next.on, language))}
          </Link>
        )}
      </p>
      <Points covered={last?.covered} />
      {next === null && allowed('create', 'meeting') && <Plan today={cycle.today} />}
    </section>
  )
}

function Points({ covered }: { readonly covered: readonly Point[] | undefined }) {
  const { review: words } = useCycleWords()
  const { columns } = words
  return (
    <div className="scroll">
      <table className="table" style={{ minWidth: '40rem' }}>
        <thead>
          <tr>
            {(['number', 'subject', 'last', 'source'] as const).map((name) => (
              <th key={name} scope="col">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {core.reviewPoints.map((point) => {
            const [to, name] = sources[point]
            const isCovered = covered?.includes(point)
            return (
              <tr key={point}>
                <td className="nowrap">{point}</td>
                <td>{words.points[point]}</td>
                <td className={isCovered === false ? 'ask' : undefined}>
                  {isCovered === undefined ? '–' : isCovered ? words.covered : words.notCovered}
                </td>
                <td>
                  {to.startsWith('#') ? (
                    <a href={to}>{words.sources[name]}</a>
                  ) : (
                    <Link to={to}>{words.sources[name]}</Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A meeting of the board with every point on its agenda. */
function Plan({ today }: { readonly today: string }) {
  const { review: words } = useCycleWords()
  const { zone } = useTimes()
  const step = useStep('meeting')
  const { kept, forget } = useKeptForm('draft/review')
  const submit = (form: FormData) => {
    const on = String(form.get('on'))
    step.mutate(
      {
        do: 'create',
        values: {
          code: `DB-${on}`,
          name: words.name(on.slice(0, 4)),
          body: 'board',
          planned_at: new Date(instantOf(`${on}T09:00`, zone)).toISOString(),
          agenda: core.reviewPoints.map((point) => ({
            number: point,
            subject: words.points[point],
            purpose: 'to_discuss',
          })),
        },
      },
      { onSuccess: forget },
    )
  }
  return (
    <form {...kept} action={submit} className="no-print">
      <Refusal error={step.error} />
      {step.isSuccess && <output>{words.planned}</output>}
      <Group gap="xs" align="end">
        <DateField name="on" label={words.on} min={today} required />
        <Button type="submit" loading={step.isPending}>
          {words.plan}
        </Button>
      </Group>
    </form>
  )
}
