// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { useKeptForm } from '../../data/kept.ts'
import { useEndIntake, useIntakes, useMakeIntake } from '../../data/monitoring.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useMonitoringWords } from './words.ts'

/** Where outside parties deliver, each with a key of its own that is told once. */
export function Intakes() {
  const { language } = useLanguage()
  const words = useMonitoringWords()
  const intakes = useIntakes()
  const made = useMakeIntake()
  const ended = useEndIntake()
  const { kept, forget } = useKeptForm('draft/intake')
  return (
    <section className="no-print" aria-labelledby="intakes">
      <h2 id="intakes">{words.intakes}</h2>
      <p className="prose">
        <Glossed text={words.intakesIntro} />
      </p>
      <Ready of={intakes}>
        {({ items }) => (
          <ul className="plain">
            {items.map(({ id, name, last_at, ended_at }) => (
              <li key={id}>
                {name}{' '}
                <span className="quiet">
                  ·{' '}
                  {last_at === null ? words.nothingYet : words.last(dayAndTime(last_at, language))}
                  {ended_at !== null && ` · ${words.ended}`}
                </span>{' '}
                {ended_at === null && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${words.end} ${name}`}
                    onClick={() => ended.mutate(id)}
                  >
                    {words.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Ready>
      <Refusal error={made.error ?? ended.error} />
      {made.data !== undefined && (
        <div className="ask">
          <p>{words.intakeOnce}</p>
          <p className="mono said">{made.data.url}</p>
          <p className="mono said">{made.data.key}</p>
        </div>
      )}
      <form
        {...kept}
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          made.mutate(String(new FormData(event.currentTarget).get('name')), { onSuccess: forget })
        }}
      >
        <TextInput name="name" label={words.intakeName} required maxLength={120} />
        <Button type="submit" variant="default" loading={made.isPending}>
          {words.makeIntake}
        </Button>
      </form>
    </section>
  )
}
