// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Group, Progress } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  type Import,
  isUnderWay,
  kindOfImport,
  useImport,
  useImportStep,
} from '../../data/imports.ts'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { AtPoint } from './at-point.ts'
import { Judged } from './judged.tsx'
import { Mapping } from './mapping.tsx'
import { Outcome } from './outcome.tsx'
import { Problems } from './problems.tsx'

/** One spreadsheet on its way into one register, at whatever point it is. */
export function TableImport() {
  const { id = '' } = useParams()
  return <Ready of={useImport(id)}>{(found) => <At key={found.id} found={found} />}</Ready>
}

function At({ found }: { readonly found: Import }) {
  const words = useImportWords()
  const { language } = useLanguage()
  const step = useImportStep(found.id)
  const [isAgain, setIsAgain] = useState(false)
  const { file, register, state } = found
  const kind = kindOfImport(found)
  const point = { found, step }
  return (
    <>
      <p className="quiet">
        <Link to="/import">{words.title}</Link>
      </p>
      <Title name={file.name} />
      <p>
        <Link to={`/registers/${register}`}>
          {words.table.to(upper(registerTongue(language).kind(kind)[1]))}
        </Link>{' '}
        <span className="quiet">
          {words.table.size(file.rows)} · {words.states[state]}
        </span>
      </p>
      {isUnderWay(found) ? (
        <UnderWay {...point} />
      ) : state === 'refused' ? (
        <Alert color="red" variant="outline" role="alert" title={words.table.refusedTitle}>
          <Problems problems={found.problems} />
        </Alert>
      ) : state === 'mapping' || (state === 'judged' && isAgain) ? (
        <Mapping {...point} judged={() => setIsAgain(false)} />
      ) : state === 'judged' ? (
        <Judged {...point} again={() => setIsAgain(true)} />
      ) : (
        <Outcome {...point} />
      )}
    </>
  )
}

function UnderWay({ found, step }: AtPoint) {
  const { table, stop } = useImportWords()
  const { state, progress } = found
  const text =
    state === 'judging' ? table.judging : state === 'undoing' ? table.undoing : table.writing
  const share = progress === null || progress.of === 0 ? 0 : (100 * progress.done) / progress.of
  return (
    <section aria-live="polite">
      <p>{text}</p>
      <Progress value={share} aria-label={text} my="sm" maw="30rem" />
      <Group>
        {progress !== null && (
          <span className="quiet">{table.progress(progress.done, progress.of)}</span>
        )}
        <Button variant="default" size="xs" onClick={() => step.mutate({ do: 'cancel' })}>
          {stop}
        </Button>
      </Group>
    </section>
  )
}
