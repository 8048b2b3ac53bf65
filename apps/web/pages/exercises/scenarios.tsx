// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { scenarioValues, scenarioWords } from '@schouw/report/exercises'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Exercises } from '../../data/crisis.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useExerciseWords } from './words.ts'

type Scenario = Exercises['scenarios'][number]

const shown = 4

/** What the registers make of themselves; taking one makes an exercise that can be changed. */
export function Scenarios({
  scenarios,
  person,
}: {
  readonly scenarios: readonly Scenario[]
  readonly person: string
}) {
  const words = useExerciseWords()
  const [isAll, setIsAll] = useState(false)
  const some = isAll ? scenarios : scenarios.slice(0, shown)
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">{words.scenarios}</h2>
      {scenarios.length === 0 ? (
        <p className="prose">
          {words.noScenarios} <Link to="/registers/crown-jewels">→</Link>
        </p>
      ) : (
        <p className="prose quiet">
          <Glossed text={words.scenariosHelp} />
        </p>
      )}
      {some.map((one) => (
        <One key={one.id} scenario={one} person={person} />
      ))}
      {some.length < scenarios.length && (
        <Button variant="default" onClick={() => setIsAll(true)}>
          {words.more(scenarios.length - some.length)}
        </Button>
      )}
    </section>
  )
}

function One({ scenario, person }: { readonly scenario: Scenario; readonly person: string }) {
  const { language } = useLanguage()
  const words = useExerciseWords()
  const allowed = useMay()
  const navigate = useNavigate()
  const step = useStep('exercise')
  const { name, story } = scenarioWords(scenario, language)
  const minutes = Math.max(0, ...scenario.injects.map(({ after_minutes }) => after_minutes))
  const take = () =>
    step.mutate(
      {
        do: 'create',
        values: {
          code: `O-${new Date().getFullYear()}-${crypto.randomUUID().slice(0, 4)}`,
          led_by: person,
          ...scenarioValues(scenario, language),
        },
      },
      { onSuccess: ({ id }) => void navigate(`/exercises/${id}`) },
    )
  return (
    <article className="inject coming">
      <h3>{name}</h3>
      <p className="prose">{story}</p>
      <p className="quiet">{words.minutes(scenario.injects.length, minutes)}</p>
      <Refusal error={step.error} />
      {allowed('create', 'exercise') && (
        <Button size="compact-sm" variant="default" loading={step.isPending} onClick={take}>
          {words.take}
        </Button>
      )}
    </article>
  )
}
