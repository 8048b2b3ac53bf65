// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { statementModels, statementValues } from '@schouw/report/statements'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import type { Crisis } from '../../data/crisis.ts'
import { useMay } from '../../data/may.ts'
import { steppedUp } from '../../data/step-up.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { languageName } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { useCrisisWords } from './words.ts'

type Statement = Crisis['statements'][number]

/** What is said first, ready to read out or to copy; where nothing is, something to begin from. */
export function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  const words = useCrisisWords()
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{words.statements}</h2>
      <p className="prose quiet">
        <Glossed text={words.statementsHelp} />
      </p>
      {statements.map((one) => (
        <One key={one.id} statement={one} />
      ))}
      <Make statements={statements} />
    </section>
  )
}

function One({ statement }: { readonly statement: Statement }) {
  const { language } = useLanguage()
  const words = useCrisisWords()
  const tongue = registerTongue(language)
  const [isCopied, setIsCopied] = useState(false)
  const { id, name, text, state, is_ready, language: tongueOf } = statement
  return (
    <details className="statement">
      <summary>
        {name}
        <span className={is_ready ? 'done' : 'ask'}>
          {' '}
          · {upper(tongue.code('holding-statement', state))}
        </span>
        {tongueOf !== null && <span className="quiet"> · {languageName(tongueOf, language)}</span>}
      </summary>
      <p className="message" lang={tongueOf ?? undefined}>
        {text}
      </p>
      <p className="row no-print">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
        >
          {isCopied ? words.copied : words.copy}
        </Button>
        <Link to={`/registers/holding-statements/${id}`}>{words.read}</Link>
      </p>
    </details>
  )
}

function Make({ statements }: { readonly statements: readonly Statement[] }) {
  const { language } = useLanguage()
  const words = useCrisisWords()
  const allowed = useMay()
  const queries = useQueryClient()
  // To each in either language: press and customers may read another one than the house speaks.
  const has = new Set(
    statements.filter((one) => one.language === language).map(({ audience }) => audience),
  )
  const models = statementModels(language).filter(({ audience }) => !has.has(audience))
  const made = useMutation({
    mutationFn: async () => {
      for (const model of models) {
        await steppedUp(() => api.create('holding-statement', statementValues(model, language)))
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
  if (models.length === 0 || !allowed('create', 'holding-statement')) return null
  return (
    <>
      <Refusal error={made.error} />
      <p className="no-print">
        <Button variant="default" loading={made.isPending} onClick={() => made.mutate()}>
          {words.makeStatements(models.length)}
        </Button>
      </p>
    </>
  )
}
