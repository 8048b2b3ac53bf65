// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { Link, useNavigate } from 'react-router'
import { type Room, type RoomClock, useDraft } from '../../data/incidents.ts'
import { useMay } from '../../data/may.ts'
import { Refusal } from '../../parts/state.tsx'
import { useTimes } from '../../parts/times.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { span, useIncidentWords } from './words.ts'

/** Every report with its term, the soonest first; what is sent stands at the end. */
export function Clocks({ room, now }: { readonly room: Room; readonly now: number }) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const clocks = room.clocks.toSorted((a, b) => rank(a) - rank(b))
  const later = clocks.filter(isLater)
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">{words.clocks}</h2>
      {room.aware === null && <p className="ask">{words.noClocks}</p>}
      <ul className="plain">
        {clocks
          .filter((clock) => !isLater(clock))
          .map((clock) => (
            <li key={`${clock.rule} ${clock.contract ?? ''}`}>
              <Clock clock={clock} incident={room.incident} now={now} />
            </li>
          ))}
      </ul>
      {later.length > 0 && (
        <details>
          <summary>{words.later}</summary>
          <ul className="plain">
            {later.map((clock) => (
              <li key={clock.rule}>
                {{ nl: clock.title_nl, en: clock.title_en }[language]}{' '}
                <span className="quiet">({words.status[clock.status]})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {room.not_due.length > 0 && (
        <details>
          <summary>{words.notDue}</summary>
          <ul className="plain">
            {room.not_due.map(({ rule, why, title_nl, title_en }) => (
              <li key={rule}>
                {{ nl: title_nl, en: title_en }[language]}{' '}
                <span className="quiet">({words.why[why]})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Its term has not begun, and nothing is written for it yet. */
function isLater({ status, report }: RoomClock): boolean {
  return (status === 'waiting' || status === 'no_term') && report === null
}

function rank({ status, due_at }: RoomClock): number {
  if (status === 'sent' || status === 'sent_late') return Number.MAX_VALUE
  if (status === 'waiting' || status === 'no_term') return Number.MAX_VALUE / 2
  return due_at === null ? 0 : Date.parse(due_at)
}

interface ClockProps {
  readonly clock: RoomClock
  readonly incident: string
  readonly now: number
}

function Clock({ clock, incident, now }: ClockProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const tongue = registerTongue(language)
  const isOver = clock.status === 'sent' || clock.status === 'sent_late'
  const isBad = clock.status === 'overdue' || clock.status === 'sent_late'
  const missing = clock.items.filter((item) => item.is_missing && item.is_required).length
  return (
    <article className={`clock${isBad ? ' late' : ''}${isOver ? ' over' : ''}`}>
      <h3>{{ nl: clock.title_nl, en: clock.title_en }[language]}</h3>
      <p className="quiet">
        {upper(tongue.code('incident-report', clock.regime, 'regime'))} ·{' '}
        {clock.recipients
          .map((one) => tongue.code('incident-report', one, 'recipients'))
          .join(', ')}
      </p>
      <Countdown clock={clock} now={now} />
      {clock.items.length > 0 && !isOver && (
        <p className={missing > 0 ? '' : 'quiet'}>
          {missing > 0 ? words.lacks(missing) : words.complete}
        </p>
      )}
      <ToDraft clock={clock} incident={incident} />
    </article>
  )
}

function Countdown({ clock, now }: { readonly clock: RoomClock; readonly now: number }) {
  const words = useIncidentWords()
  const times = useTimes()
  const { status, due_at, sent_at } = clock
  if (due_at === null || (status !== 'due' && status !== 'overdue')) {
    return (
      <p className={status === 'sent_late' ? 'broken' : 'quiet'}>
        {upper(words.status[status])}
        {sent_at !== null && `, ${times.at(sent_at)}`}
      </p>
    )
  }
  const left = Date.parse(due_at) - now
  return (
    <p>
      <strong className={`count${left < 0 ? ' broken' : ''}`}>
        {left < 0 ? words.past(span(left, words)) : words.left(span(left, words))}
      </strong>
      <br />
      <span className="quiet">{words.at(times.at(due_at))}</span>
    </p>
  )
}

function ToDraft({ clock, incident }: Omit<ClockProps, 'now'>) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const allowed = useMay()
  const draft = useDraft(incident)
  const navigate = useNavigate()
  if (clock.report !== null) {
    return (
      <p>
        <Link to={`/incidents/${incident}/reports/${clock.report.id}`}>
          {clock.report.state === 'draft' ? words.toDraft : words.toReport}
        </Link>
      </p>
    )
  }
  if (clock.status === 'waiting' || !allowed('create', 'incident-report')) return null
  const body = {
    ...{ rule: clock.rule, language },
    ...(clock.contract === undefined ? {} : { contract: clock.contract }),
  }
  const go = ({ id }: { readonly id: string }) => navigate(`/incidents/${incident}/reports/${id}`)
  return (
    <>
      <Refusal error={draft.error} />
      <Button
        size="xs"
        variant={clock.status === 'due' || clock.status === 'overdue' ? 'filled' : 'default'}
        loading={draft.isPending}
        // By its promise: the news of the draft may have taken this button away before the answer.
        onClick={() => void draft.mutateAsync(body).then(go, () => {})}
      >
        {words.draft}
      </Button>
    </>
  )
}
