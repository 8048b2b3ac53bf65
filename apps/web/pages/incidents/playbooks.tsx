// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { playbookModels, playbookValues } from '@schouw/report/playbooks'
import { registerTongue } from '@schouw/report/registers'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { useMay } from '../../data/may.ts'
import { useList } from '../../data/records.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { useIncidentWords } from './words.ts'

/** What lies ready for the day it happens; where nothing does, ten to begin from. */
export function Playbooks() {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const tongue = registerTongue(language)
  const playbooks = useList('playbook', { limit: 100 })
  return (
    <section aria-labelledby="playbooks">
      <h2 id="playbooks">{words.playbooks}</h2>
      <p className="prose">
        <Glossed text={words.playbooksIntro} />
      </p>
      <Ready of={playbooks}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items)
          const known = items.map(({ values }) => values)
          return (
            <>
              {items.length > 0 && (
                <ul className="plain">
                  {items.map(({ id, state, values }) => (
                    <li key={id}>
                      <Link to={`/playbooks/${id}`}>{values.name ?? id}</Link>{' '}
                      <span className="quiet">
                        · {upper(tongue.code('playbook', state))}
                        {typeof values.exercised_on === 'string' &&
                          ` · ${tongue.field('playbook', 'exercised_on')[0]} ${day(values.exercised_on, language)}`}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
              <Make known={known} />
              {items.length > 0 && <p className="quiet">{words.onPaper}</p>}
            </>
          )
        }}
      </Ready>
    </section>
  )
}

interface MakeProps {
  readonly known: readonly { readonly code?: unknown; readonly name?: unknown }[]
}

function Make({ known }: MakeProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const allowed = useMay()
  const queries = useQueryClient()
  const [done, setDone] = useState(0)
  // Those of the other language may stand beside them; one that got another code is known by name.
  const models = playbookModels(language)
    .map((model) => playbookValues(model, language))
    .filter(({ code, name }) => !known.some((one) => one.code === code || one.name === name))
  const made = useMutation({
    mutationFn: async () => {
      for (const [at, values] of models.entries()) {
        await steppedUp(() => api.create('playbook', values))
        setDone(at + 1)
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['list', 'playbook'] }),
  })
  if (models.length === 0 || !allowed('create', 'playbook')) return null
  return (
    <>
      <Refusal error={made.error} />
      <p>
        <Button variant="default" loading={made.isPending} onClick={() => made.mutate()}>
          {words.makePlaybooks(models.length)}
        </Button>{' '}
        {made.isPending && <output>{words.making(done, models.length)}</output>}
      </p>
    </>
  )
}
