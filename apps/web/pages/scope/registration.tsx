// SPDX-License-Identifier: EUPL-1.2

import { Button, TextInput } from '@mantine/core'
import { type RegistrationFile, registrationFile } from '@schouw/core/board/registration'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useHistory, useStep } from '../../data/records.ts'
import { asRecords } from '../../data/scope.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { registrationEn } from '../../words/pages/registration-en.ts'
import { registrationNl } from '../../words/pages/registration-nl.ts'
import { upper } from '../registers/page.tsx'
import { Value } from '../registers/value.tsx'
import type { Entity } from './draft.ts'

interface RegistrationProps {
  readonly entity: Entity
  readonly country: string | null
}

/** What is asked at registration, what there is of it, and what changed since. */
export function Registration({ entity, country }: RegistrationProps) {
  const { language } = useLanguage()
  const words = { nl: registrationNl, en: registrationEn }[language]
  const history = useHistory('legal-entity', entity.id)
  const [record] = asRecords([entity])
  if (record === undefined) return null
  // What changed since is not known until the history is: nothing is said before.
  if (history.data === undefined) return <Ready of={history}>{() => null}</Ready>
  const steps = history.data.pages.flatMap(({ items }) => items)
  const today = new Date().toISOString().slice(0, 10)
  const file = registrationFile({ entity: record, country, steps: steps as never, today })
  if (file === null) return null
  const { registeredOn, reference, reportedOn, portal, fields } = file
  const standing = [
    registeredOn === null ? words.notRegistered : words.registered(day(registeredOn, language)),
    ...(reference === null ? [] : [words.reference(reference)]),
    ...(reportedOn === null || reportedOn === registeredOn
      ? []
      : [words.reported(day(reportedOn, language))]),
  ].join(' · ')
  const isComplete = fields.every(({ missing }) => missing.length === 0)
  return (
    <details className="part" open={file.changes.length > 0 || undefined}>
      <summary>
        {words.title}
        {isComplete ? '' : ' ·'} {standing}
      </summary>
      {portal !== null && <p className="quiet">{words.intro(portal)}</p>}
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((one) => (
              <Asked key={one.id} one={one} entity={entity} />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Link to={`/registers/legal-entities/${entity.id}`}>{words.edit}</Link>
      </p>
      <Changes file={file} />
      <Noted entity={entity} file={file} />
    </details>
  )
}

function Asked({
  one,
  entity,
}: {
  readonly one: RegistrationFile['fields'][number]
  readonly entity: Entity
}) {
  const { language } = useLanguage()
  const words = { nl: registrationNl, en: registrationEn }[language]
  const tongue = registerTongue(language)
  const named = (field: string) => tongue.field('legal-entity', field)[0]
  const values: Readonly<Record<string, unknown>> = entity.values
  const held = one.fields.filter((field) => values[field] !== undefined)
  return (
    <tr>
      <td>
        {one.name[language] === '' ? words.allHeld : one.name[language]}
        {!one.isRequired && <span className="quiet"> ({words.ifAny})</span>}
      </td>
      <td>
        {one.fields.length === 0 && <span className="quiet">{words.notHere}</span>}
        {held.map((field) => {
          const declared = kinds['legal-entity'].fields[field as 'name']
          return (
            <p key={field}>
              <span className="quiet">{upper(named(field))}:</span>{' '}
              <Value
                kind="legal-entity"
                path={field}
                field={declared}
                value={values[field]}
                tongue={tongue}
              />
            </p>
          )
        })}
        {one.missing.length > 0 && (
          <p className={one.isRequired ? 'ask' : 'quiet'}>
            {words.missing(one.missing.map(named).join(', '))}
          </p>
        )}
      </td>
      <td className="quiet">{one.source}</td>
    </tr>
  )
}

function Changes({ file: { changes, reportedOn } }: { readonly file: RegistrationFile }) {
  const { language } = useLanguage()
  const words = { nl: registrationNl, en: registrationEn }[language]
  const tongue = registerTongue(language)
  if (reportedOn === null) return null
  if (changes.length === 0) return <p>{words.noChanges}</p>
  return (
    <>
      <h3>{words.changesTitle}</h3>
      <ul>
        {changes.map(({ field, changedOn, dueOn, isLate }) => (
          <li key={field}>
            {words.change(upper(tongue.field('legal-entity', field)[0]), day(changedOn, language))}:{' '}
            <strong className={isLate ? 'broken' : 'ask'}>
              {dueOn === null ? words.noTerm : words.due(day(dueOn, language))}
              {isLate && ` (${words.late})`}
            </strong>
          </li>
        ))}
      </ul>
    </>
  )
}

function Noted({ entity, file }: { readonly entity: Entity; readonly file: RegistrationFile }) {
  const { language } = useLanguage()
  const words = { nl: registrationNl, en: registrationEn }[language]
  const mayDo = useMay()
  const step = useStep('legal-entity')
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10))
  const [reference, setReference, forget] = useKept(
    `draft/registration/${entity.id}`,
    file.reference ?? '',
  )
  const isFirst = file.registeredOn === null
  if (!mayDo('change', 'legal-entity') || (!isFirst && file.changes.length === 0)) return null
  const values = isFirst
    ? {
        registered_on: on,
        ...(reference.trim() === '' ? {} : { registration_reference: reference.trim() }),
      }
    : { registration_changed_on: on }
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        const { id, version } = entity
        step.mutate(
          { do: 'change', on: { kind: 'legal-entity', id, version }, values },
          { onSuccess: forget },
        )
      }}
    >
      <Refusal error={step.error} />
      <div className="row">
        <DateField
          size="xs"
          label={isFirst ? words.register : words.told}
          value={on}
          onChange={setOn}
        />
        {isFirst && (
          <TextInput
            size="xs"
            label={words.referenceField}
            value={reference}
            maxLength={200}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        )}
        <Button size="xs" type="submit" loading={step.isPending} disabled={on === ''}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
