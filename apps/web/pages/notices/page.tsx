// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect } from '@mantine/core'
import type { KindName } from '@schouw/core/registers'
import { Link } from 'react-router'
import {
  type Notice,
  type NoticeSettings,
  useNoticeSettings,
  useNotices,
  useReadNotices,
} from '../../data/notices.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day, dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { useNoticesWords } from './words.ts'

/** What somebody is to know of; what was seen stands below. */
export function Notices() {
  const words = useNoticesWords()
  const read = useReadNotices()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Refusal error={read.error} />
      <Ready of={useNotices()}>
        {({ items, settings }) => {
          const fresh = items.filter((one) => !one.is_read)
          const seen = items.filter((one) => one.is_read)
          const markRead = (keys: readonly string[]) => read.mutate([...keys])
          return (
            <>
              {fresh.length === 0 && <p>{words.none}</p>}
              {fresh.length > 0 && (
                <>
                  <List items={fresh} open={(one) => markRead([one.key])} />
                  <Button
                    variant="default"
                    size="xs"
                    loading={read.isPending}
                    onClick={() => markRead(fresh.map((one) => one.key))}
                  >
                    {words.readAll}
                  </Button>
                </>
              )}
              {seen.length > 0 && (
                <details>
                  <summary>
                    {words.seen} ({seen.length})
                  </summary>
                  <List items={seen} open={() => {}} />
                </details>
              )}
              <Settings settings={settings} />
            </>
          )
        }}
      </Ready>
    </>
  )
}

interface ListProps {
  readonly items: readonly Notice[]
  readonly open: (one: Notice) => void
}

function List({ items, open }: ListProps) {
  return (
    <ul className="notices">
      {items.map((one) => (
        <Line key={one.key} notice={one} open={() => open(one)} />
      ))}
    </ul>
  )
}

function Line({ notice, open }: { readonly notice: Notice; readonly open: () => void }) {
  const { language } = useLanguage()
  const words = useNoticesWords()
  const { kind, subject, by, text, due_on: due } = notice
  const name = subject.title?.split(' · ')[0] ?? ''
  const isLate = kind === 'action_overdue'
  return (
    <li>
      <span className={isLate ? 'broken' : undefined}>{words.kinds[kind]}</span>{' '}
      {subject.title === null ? (
        <span className="quiet">{words.hidden}</span>
      ) : (
        <Link to={leadsTo(notice)} onClick={open}>
          {name === '' ? words.kinds[kind] : name}
        </Link>
      )}
      {due !== null && <span className="quiet">, {words.due(day(due, language))}</span>}
      {text !== null && <p style={{ whiteSpace: 'pre-line' }}>{text}</p>}
      <div className="quiet">
        {by !== null && (
          <>
            <PersonName id={by} />,{' '}
          </>
        )}
        {dayAndTime(notice.at, language)}
      </div>
    </li>
  )
}

function leadsTo({ kind, subject }: Notice): string {
  if (kind === 'policy_to_read') return '/reading'
  if (kind === 'act_waits') return '/waiting'
  if (kind === 'sensor_silent' || kind === 'sensor_two_senders') return '/sensors'
  return placeOf({ kind: subject.kind as KindName, id: subject.id })
}

function Settings({ settings }: { readonly settings: NoticeSettings }) {
  const { language } = useLanguage()
  const words = useNoticesWords()
  const save = useNoticeSettings()
  return (
    <section aria-labelledby="by-mail" className="no-print">
      <h2 id="by-mail">{words.settings}</h2>
      <Refusal error={save.error} />
      <NativeSelect
        label={words.how}
        description={words.settingsHelp}
        maw="24rem"
        value={settings.digest}
        data={Object.entries(words.digest).map(([value, label]) => ({ value, label }))}
        onChange={(event) =>
          save.mutate({
            digest: event.currentTarget.value as NoticeSettings['digest'],
            language,
          })
        }
      />
      {save.isSuccess && <output>{words.saved}</output>}
    </section>
  )
}
