// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../data/may.ts'
import {
  type AdvisoryImport,
  useAdvisoryImports,
  useBringAdvisories,
  useCancelJob,
} from '../../data/vulnerabilities.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useVulnerabilityWords } from './words.ts'

/** A file carried in, and what came of earlier ones. */
export function Bring({ isOpen }: { readonly isOpen: boolean }) {
  const words = useVulnerabilityWords()
  const mayDo = useMay()
  const bring = useBringAdvisories()
  const imports = useAdvisoryImports()
  const [origin, setOrigin] = useState('')
  return (
    <details className="filters no-print" open={isOpen || undefined}>
      <summary>{words.bringTitle}</summary>
      {mayDo('create', 'software-component') && (
        <>
          <p className="prose">
            <Glossed text={words.bringText} />
          </p>
          <TextInput
            size="xs"
            maw="30rem"
            mb="xs"
            label={words.origin}
            description={words.originHelp}
            value={origin}
            maxLength={500}
            onChange={(event) => setOrigin(event.currentTarget.value)}
          />
          <DropFile
            label={words.file}
            hint={words.drop}
            isBusy={bring.isPending}
            onFile={(file) => bring.mutate({ file, origin: origin.trim() })}
          />
          <Refusal error={bring.error} />
        </>
      )}
      <Ready of={imports}>
        {({ items }) =>
          items.length === 0 ? null : (
            <>
              <h3>{words.imports}</h3>
              <ul className="plain" aria-live="polite">
                {items.slice(0, 20).map((one) => (
                  <One key={one.id} one={one} />
                ))}
              </ul>
            </>
          )
        }
      </Ready>
    </details>
  )
}

function One({ one }: { readonly one: AdvisoryImport }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const cancel = useCancelJob()
  const { job, state, problems } = one
  const isOpen = ['waiting', 'reading', 'matching'].includes(state)
  const counters = Object.entries(one.counters).filter(
    ([name, value]) => value > 0 && words.counters[name] !== undefined,
  )
  return (
    <li className="difference">
      <strong className="stranger">{one.file_name}</strong>{' '}
      <span className="quiet">
        {dayAndTime(one.at, language)}
        {one.origin !== '' && `, ${one.origin}`}
      </span>{' '}
      {words.states[state]}
      {isOpen && job !== null && (
        <>
          {' '}
          <Button size="compact-xs" variant="default" onClick={() => cancel.mutate(job)}>
            {words.cancel}
          </Button>
        </>
      )}
      {counters.length > 0 && (
        <p>
          {counters
            .map(([name, value]) => `${number(value, language)} ${words.counters[name]}`)
            .join(' · ')}
        </p>
      )}
      {problems.length > 0 && (
        <ul>
          {problems.slice(0, 10).map(({ path, expected, found }, at) => (
            <li key={at} className="stranger">
              {words.problem(path, expected, found)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
