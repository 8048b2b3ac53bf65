// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { RecordOf } from '@schouw/contract/client'
import { certificatePoints } from '@schouw/core/board'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useName } from '../../data/names.ts'
import { useList, usePending, useStep } from '../../data/records.ts'
import { Listed } from '../../parts/listed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { AddCertificate } from './add.tsx'
import { useTrainingWords } from './words.ts'

type Certificate = RecordOf<'certificate'>

/** Of one person, each with what has to be compared, and room for another. */
export function Certificates({ person }: { readonly person: string }) {
  const words = useTrainingWords()
  const allowed = useMay()
  const [isAdding, setIsAdding] = useState(false)
  const [isAdded, setIsAdded] = useState(false)
  const list = useList('certificate', { limit: 50, filter: [`person:eq:${person}`] })
  const { data: named } = useName(person)
  // The title of a person record begins with the name.
  const name = named?.title?.split(' · ')[0] ?? null
  const mayAdd = allowed('create', 'certificate', { id: '', state: '', values: { person } })
  return (
    <>
      <div>
        <p>{words.certificates}</p>
        <Listed of={list} none={words.noCertificates}>
          {(one) => <One key={one.id} certificate={one as Certificate} name={name} />}
        </Listed>
        {isAdded && <output>{words.added} </output>}
        {mayAdd && !isAdding && (
          <Button size="compact-sm" variant="default" onClick={() => setIsAdding(true)}>
            {words.add}
          </Button>
        )}
      </div>
      {isAdding && (
        <AddCertificate
          person={person}
          name={name}
          done={(isDone) => {
            setIsAdding(false)
            setIsAdded(isDone)
          }}
        />
      )}
    </>
  )
}

const marks = { met: '✓', missing: '?', differs: '✕' } as const

interface OneProps {
  readonly certificate: Certificate
  readonly name: string | null
}

function One({ certificate, name }: OneProps) {
  const { language } = useLanguage()
  const words = useTrainingWords()
  const tongue = registerTongue(language)
  const { id, state, values } = certificate
  const points = certificatePoints(certificate, name)
  return (
    <li>
      <Link to={placeOf({ kind: 'certificate', id })}>{values.title}</Link>{' '}
      <span className="quiet">
        {typeof values.ended_on === 'string' && `${day(values.ended_on, language)}, `}
        {tongue.code('certificate', state)}
      </span>
      <ul className="plain">
        {points.map(({ point, verdict, lacking }) => (
          <li key={point} className={verdict === 'met' ? 'quiet' : 'ask'}>
            <span aria-hidden="true">{marks[verdict]} </span>
            {words.points[point]}: {words.verdicts[verdict]}
            {verdict !== 'met' &&
              lacking.length > 0 &&
              `, ${words.lacking(lacking.map((one) => tongue.code('certificate', one, 'topics')).join(', '))}`}
          </li>
        ))}
      </ul>
      <Checking
        certificate={certificate}
        isReady={points.every((one) => one.verdict !== 'missing')}
      />
    </li>
  )
}

interface CheckingProps {
  readonly certificate: Certificate
  readonly isReady: boolean
}

/** One person asks, another compares and says yes. */
function Checking({ certificate, isReady }: CheckingProps) {
  const words = useTrainingWords()
  const allowed = useMay()
  const step = useStep('certificate')
  const { id, version, state, values } = certificate
  const waiting = usePending('certificate', id).data?.items ?? []
  return (
    <p>
      {typeof values.file === 'string' && (
        <a href={`/api/v1/files/${values.file}/content`}>{words.toFile}</a>
      )}{' '}
      {waiting.length > 0 ? (
        <Link to={placeOf({ kind: 'certificate', id })}>{words.waits}</Link>
      ) : (
        (state === 'received' || state === 'lapsed') &&
        allowed('move', 'certificate', certificate) && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={!isReady}
            loading={step.isPending}
            title={words.checkHelp}
            onClick={() =>
              step.mutate({ do: 'move', on: { kind: 'certificate', id, version }, to: 'checked' })
            }
          >
            {words.check}
          </Button>
        )
      )}
      {!isReady && state === 'received' && (
        <>
          {' '}
          {allowed('change', 'certificate', certificate) ? (
            <Link to={placeOf({ kind: 'certificate', id })}>{words.fillFirst}</Link>
          ) : (
            <span className="quiet">{words.fillFirst}</span>
          )}
        </>
      )}
      <Refusal error={step.error} />
    </p>
  )
}
