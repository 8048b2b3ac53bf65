// SPDX-License-Identifier: EUPL-1.2

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { boardTongue } from '@schouw/report/board'
import { useState } from 'react'
import { Link } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import { useSession } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { euro } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { codeOf, useFirstWords } from './words.ts'

const empty = { what: '', low: '', high: '', cost: '' }

/** Three questions come to a risk: what stops us, for how long, and what an hour of it costs. */
export function FirstRisk() {
  const { risk: words } = useFirstWords()
  const { language } = useLanguage()
  const person = useSession().data?.organisation?.person
  const step = useStep('risk')
  const [asked, setAsked] = useKept('draft/first-risk', empty)
  const [kept, setKept] = useState<readonly string[]>([])
  const change = (part: Partial<typeof empty>) => setAsked({ ...asked, ...part })
  const [low, high, cost] = [asked.low, asked.high, asked.cost].map(figureOf)
  const isWhole =
    low !== undefined &&
    high !== undefined &&
    cost !== undefined &&
    low <= high &&
    asked.what !== ''
  const range = (from: number, to: number) =>
    boardTongue(language).euroRange({ low_eur: from, high_eur: to })
  const save = () => {
    if (!isWhole || person === undefined) return
    const values = {
      code: codeOf(asked.what),
      name: asked.what,
      scenario: asked.what,
      owner: person,
      outage_hours_low: low,
      outage_hours_high: high,
      loss_eur_low: Math.round(low * cost),
      loss_eur_high: Math.round(high * cost),
      estimated_by: [person],
      estimated_on: new Date().toISOString().slice(0, 10),
      grounds: words.grounds(asked.low, asked.high, euro(cost, language)),
    }
    const onSuccess = () => {
      setKept([asked.what, ...kept])
      // What an hour costs seldom differs from one risk to the next.
      setAsked({ ...empty, cost: asked.cost })
    }
    step.mutate({ do: 'create', values }, { onSuccess })
  }
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack maw="36rem">
          <Refusal error={step.error} />
          <TextInput
            label={words.what}
            description={words.whatHelp}
            value={asked.what}
            maxLength={200}
            required
            onChange={(event) => change({ what: event.currentTarget.value })}
          />
          <Group gap="xs">
            {words.ideas
              .filter((one) => one !== asked.what && !kept.includes(one))
              .map((one) => (
                <Button
                  key={one}
                  size="compact-sm"
                  variant="default"
                  className="wraps"
                  onClick={() => change({ what: one })}
                >
                  {one}
                </Button>
              ))}
          </Group>
          <fieldset className="plain-set">
            <legend>{words.how}</legend>
            <Group grow align="flex-end">
              <Figure label={words.low} value={asked.low} put={(text) => change({ low: text })} />
              <Figure
                label={words.high}
                value={asked.high}
                put={(text) => change({ high: text })}
              />
            </Group>
          </fieldset>
          <Figure label={words.cost} value={asked.cost} put={(text) => change({ cost: text })} />
          <output>{isWhole ? words.comes(range(low * cost, high * cost)) : words.odd}</output>
          <Button type="submit" disabled={!isWhole} loading={step.isPending}>
            {words.save}
          </Button>
        </Stack>
      </form>
      {kept.length > 0 && (
        <section aria-labelledby="kept">
          <h2 id="kept">{words.kept}</h2>
          <ul>
            {kept.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>
            <Link to="/risks">{words.toRisks}</Link> · <Link to="/start">{words.toPath}</Link>
          </p>
        </section>
      )}
    </>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly put: (text: string) => void
}

function Figure({ label, value, put }: FigureProps) {
  return (
    <TextInput
      label={label}
      value={value}
      inputMode="decimal"
      required
      onChange={(event) => put(event.currentTarget.value)}
    />
  )
}

/** `1.500,50` as a Dutch hand writes it; undefined for what is no number. */
function figureOf(text: string): number | undefined {
  const plain = text
    .trim()
    .replaceAll(/[.\s€](?=\d{3}(\D|$))|[\s€]/g, '')
    .replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
