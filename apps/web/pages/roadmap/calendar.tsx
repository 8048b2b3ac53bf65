// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCalendarLinks, useEndCalendarLink, useMakeCalendarLink } from '../../data/plan.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { day, dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useRoadmapWords } from './words.ts'

/** One's own days in one's own calendar, by a link that can be taken back. */
export function Calendar() {
  const { language } = useLanguage()
  const words = useRoadmapWords()
  const links = useCalendarLinks()
  const make = useMakeCalendarLink()
  const end = useEndCalendarLink()
  const [isCopied, setIsCopied] = useState(false)
  const items = links.data?.items ?? []
  const address =
    make.data === undefined ? null : new URL(make.data.path, window.location.origin).href
  const copy = async () => {
    if (address === null) return
    await navigator.clipboard.writeText(address)
    setIsCopied(true)
  }
  return (
    <section className="block no-print" aria-labelledby="calendar">
      <h2 id="calendar">{words.calendar}</h2>
      <p>
        <Glossed text={words.calendarHelp} />
      </p>
      <Refusal error={make.error ?? end.error} />
      {address !== null && (
        <>
          <p>{words.madeLink}</p>
          <Group gap="xs" align="end">
            <TextInput
              readOnly
              flex="1 1 20rem"
              maw="42rem"
              aria-label={words.linkAddress}
              value={address}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button variant="default" onClick={() => void copy().catch(() => {})}>
              {isCopied ? words.copied : words.copy}
            </Button>
          </Group>
        </>
      )}
      <ul className="plain">
        {items.map(({ id, made_at, used_at }) => (
          <li key={id}>
            {words.linkMade(day(made_at, language))},{' '}
            <span className="quiet">
              {used_at === null ? words.linkUnused : words.linkUsed(dayAndTime(used_at, language))}
            </span>{' '}
            <Button
              size="compact-xs"
              variant="default"
              loading={end.isPending && end.variables === id}
              onClick={() => end.mutate(id)}
            >
              {words.endLink}
            </Button>
          </li>
        ))}
      </ul>
      {end.isSuccess && <output className="quiet">{words.ended}</output>}
      {make.data === undefined && (
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(language)}>
          {words.makeLink}
        </Button>
      )}
    </section>
  )
}
