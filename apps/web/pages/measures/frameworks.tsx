// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { AnswerOf } from '@schouw/contract/client'
import { useState } from 'react'
import { Link } from 'react-router'
import { useBringFramework } from '../../data/frameworks.ts'
import { useSession } from '../../data/session.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { FileRefusal } from '../import/file-refusal.tsx'
import { useApplicabilityWords } from './words.ts'

type Told = AnswerOf<'POST /api/v1/frameworks'>
type Framework = AnswerOf<'GET /api/v1/frameworks'>['items'][number]

const bringers: readonly string[] = ['ciso', 'consultant']

/** Frameworks that the organisation brought itself; first what a file would come to, then for real. */
export function Frameworks({ items }: { readonly items: readonly Framework[] }) {
  const words = useApplicabilityWords()
  const roles = useSession().data?.organisation?.roles ?? []
  return (
    <section className="block" aria-labelledby="own">
      <h2 id="own">{words.own}</h2>
      <p>{items.length === 0 ? words.noOwn : words.ownHelp}</p>
      <ul className="plain">
        {items.map(({ id, title, version, assessable, mapped, problems }) => (
          <li key={id}>
            <Link to={`/measures/applicability?framework=${id}`}>{title}</Link>{' '}
            <span className="quiet">
              {version !== null && `${version}, `}
              {words.counts(assessable, mapped)}
              {problems.length > 0 && `, ${words.problems(problems.length).replace(':', '')}`}
            </span>
          </li>
        ))}
      </ul>
      {roles.some((role) => bringers.includes(role)) && <Bring />}
    </section>
  )
}

function Bring() {
  const words = useApplicabilityWords()
  const trial = useBringFramework()
  const real = useBringFramework()
  const [file, setFile] = useState<File | null>(null)
  const look = (chosen: File) => {
    real.reset()
    setFile(chosen)
    trial.mutate({ file: chosen, isTrial: true })
  }
  const keep = () => {
    if (file !== null) real.mutate({ file, isTrial: false })
  }
  const told = real.data ?? trial.data
  return (
    <div className="no-print">
      <DropFile
        label={words.bring}
        hint={file === null ? words.bringHint : file.name}
        about={words.own}
        isBusy={trial.isPending || real.isPending}
        onFile={look}
      />
      <FileRefusal error={real.error ?? trial.error} />
      {told !== undefined && <ToldOf told={told} isKept={real.data !== undefined} />}
      {trial.data !== undefined && real.data === undefined && (
        <Button loading={real.isPending} onClick={keep}>
          {words.keep}
        </Button>
      )}
    </div>
  )
}

const mostShown = 50

/** Everything that the document came to, and all that did not fit, each with its path. */
function ToldOf({ told, isKept }: { readonly told: Told; readonly isKept: boolean }) {
  const words = useApplicabilityWords()
  const { frameworks, mappings, left_out, problems } = told
  return (
    <section aria-live="polite">
      <h3>{isKept ? words.kept : words.trial}</h3>
      <ul>
        {frameworks.map((one) => (
          <li key={one.key}>
            {one.title}: {words.actions[one.action]}, {words.requirements(one.requirements)}
          </li>
        ))}
        <li>{words.mappings(mappings.set, mappings.same)}</li>
      </ul>
      {left_out.length > 0 && (
        <>
          <p className="ask">{words.leftOut(left_out.length)}</p>
          <ul>
            {left_out.slice(0, mostShown).map((one, at) => (
              <li key={at}>
                <span className="mono">{one.source}</span> {one.code}: {one.found}
              </li>
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <>
          <p className="ask">{words.problems(problems.length)}</p>
          <ul>
            {problems.slice(0, mostShown).map(({ path, line, expected, found }, at) => (
              <li key={at}>
                <span className="mono">{path}</span>
                {line !== null && ` (${words.line(line)})`}: {words.expected} {expected};{' '}
                {words.found} {found}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
