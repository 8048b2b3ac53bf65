// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Stack, Textarea } from '@mantine/core'
import { procurement } from '@schouw/core/chain'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useUploadFile } from '../../data/files.ts'
import { useMay } from '../../data/may.ts'
import { useRecord, useStep } from '../../data/records.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { Title } from '../../parts/title.tsx'
import type { PurchaseWords } from '../../words/pages/purchases-nl.ts'
import { adviceOf, Order, usePurchaseWords } from './purchases.tsx'
import './suppliers.css'

type Found = NonNullable<ReturnType<typeof useRecord>['data']>
type Row = procurement.Row
type Values = Readonly<Record<string, unknown>>

/** The points of one purchase: what the supplier answered and showed, and what it is worth to us. */
export function PurchasePage() {
  const { id = '' } = useParams()
  return (
    <Ready of={useRecord('purchase', id)}>
      {(found) => <Points key={found.version} found={found} />}
    </Ready>
  )
}

function Points({ found }: { readonly found: Found }) {
  const words = usePurchaseWords()
  const allowed = useMay()
  const step = useStep('purchase')
  const [edited, setEdited] = useState<ReadonlyMap<string, Row>>(new Map())
  const kept: Values = found.values
  const values = { ...kept, points: merged(kept['points'], edited) }
  const standing = procurement.purchaseStanding(values)
  const isOpen = found.state !== 'ordered' && found.state !== 'cancelled'
  const mayEdit = isOpen && allowed('change', 'purchase')
  const edit = (row: Row) => setEdited(new Map(edited).set(row.point, row))
  const save = () =>
    step.mutate({
      do: 'change',
      on: { kind: 'purchase', id: found.id, version: found.version },
      values: { points: [...standing.lines.map(({ row }) => row), ...standing.others] },
    })
  const name = String(kept['name'] ?? kept['code'] ?? '')
  return (
    <>
      <Title name={name} />
      <p className="row">
        <Link to="/suppliers/purchases">{words.title}</Link>
        <span>{words.states[found.state] ?? found.state}</span>
        <Order order={standing.order} words={words} />
      </p>
      <p className="answer" role="status">
        {adviceOf(standing, words)}
      </p>
      <p className="prose">
        <Link to={`/registers/purchases/${found.id}`}>{words.steps}</Link>. {words.stepsText}
      </p>
      {standing.lines.length === 0 ? (
        <p>{words.noSort}</p>
      ) : (
        <Questions name={name} standing={standing} words={words} />
      )}
      {procurement.sections.map((section) => {
        const own = standing.lines.filter(({ point }) => point.section === section)
        return own.length === 0 ? null : (
          <section key={section} aria-labelledby={section}>
            <h2 id={section}>{words.sections[section]}</h2>
            {own.map((line) => (
              <OnePoint key={line.point.id} line={line} mayEdit={mayEdit} onEdit={edit} />
            ))}
          </section>
        )
      })}
      {mayEdit && standing.lines.length > 0 && (
        <Stack gap="xs" maw="38rem" className="no-print">
          {found.state === 'decided' && <p>{words.lapses}</p>}
          <Refusal error={step.error} />
          <div>
            <Button onClick={save} loading={step.isPending} disabled={edited.size === 0}>
              {words.save}
            </Button>
          </div>
        </Stack>
      )}
    </>
  )
}

function merged(value: unknown, edited: ReadonlyMap<string, Row>): readonly unknown[] {
  const rows: readonly Row[] = Array.isArray(value) ? value : []
  const kept = rows.filter(({ point }) => !edited.has(point))
  return [...kept, ...edited.values()]
}

function referencesOf({ process, component, cra }: procurement.Point, words: PurchaseWords) {
  return [
    ...(process === undefined ? [] : [`IEC 62443-4-1 ${process.join(', ')}`]),
    ...(component === undefined ? [] : [`IEC 62443-4-2 ${component.join(', ')}`]),
    ...(cra === undefined ? [] : [`${words.cra} ${cra.join(', ')}`]),
  ].join(' · ')
}

interface OneProps {
  readonly line: procurement.Line
  readonly mayEdit: boolean
  onEdit(row: Row): void
}

function OnePoint({ line: { point, row, isOnlySaid }, mayEdit, onEdit }: OneProps) {
  const words = usePurchaseWords()
  const question = words.questions[point.id] ?? point.id
  return (
    <fieldset className="point" disabled={!mayEdit}>
      <legend>
        {point.id} {question}
      </legend>
      <p className="quiet">
        {referencesOf(point, words)}
        {point.isKey === true && ` · ${words.key}`}
        {isOnlySaid && <strong> · {words.onlySaid}</strong>}
      </p>
      <div className="point-fields">
        <NativeSelect
          label={words.answer}
          value={row.answer ?? ''}
          data={Object.entries(words.answers).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onEdit(withChoice(row, 'answer', event.currentTarget.value))}
        />
        <NativeSelect
          label={words.judged}
          value={row.judged ?? ''}
          data={Object.entries(words.judgements).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onEdit(withChoice(row, 'judged', event.currentTarget.value))}
        />
        <Textarea
          label={words.explanation}
          autosize
          minRows={1}
          maxLength={2000}
          value={row.explanation ?? ''}
          onChange={(event) => onEdit(withText(row, event.currentTarget.value))}
        />
        {mayEdit && <AddEvidence row={row} onEdit={onEdit} />}
      </div>
      {(row.files ?? []).map((digest) => (
        <FileOf key={digest} digest={digest} />
      ))}
    </fieldset>
  )
}

function AddEvidence({ row, onEdit }: { readonly row: Row; onEdit(row: Row): void }) {
  const words = usePurchaseWords()
  const upload = useUploadFile()
  return (
    <div>
      <ChooseFile
        className="no-print"
        label={words.evidence}
        placeholder={words.addEvidence}
        disabled={upload.isPending}
        value={null}
        onChange={(file: File | null) => {
          if (file === null) return
          upload.mutate(file, {
            onSuccess: ({ sha256 }) =>
              onEdit({ ...row, files: [...new Set([...(row.files ?? []), sha256])] }),
          })
        }}
      />
      <Refusal error={upload.error} />
    </div>
  )
}

/** A choice that is taken back is absent, not empty. */
function withChoice(row: Row, field: 'answer' | 'judged', value: string): Row {
  const { [field]: _, ...rest } = row
  return value === '' ? rest : ({ ...rest, [field]: value } as Row)
}

function withText({ explanation: _, ...rest }: Row, text: string): Row {
  return text === '' ? rest : { ...rest, explanation: text }
}

interface QuestionsProps {
  readonly name: string
  readonly standing: procurement.PurchaseStanding
  readonly words: PurchaseWords
}

/** The same questions as a text, for a letter. */
function Questions({ name, standing, words }: QuestionsProps) {
  const lines = standing.lines.map(({ point }) => {
    const proof = point.wantsProof === true ? ` ${words.proofAsked}` : ''
    const question = words.questions[point.id] ?? ''
    return `${point.id}  ${question}${proof}\n       (${referencesOf(point, words)})\n`
  })
  const text = `${words.letter(name)}\n${lines.join('\n')}`
  return (
    <p className="no-print">
      <a
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        download={`${name.replaceAll(/[^\w-]+/g, '-')}.txt`}
      >
        {words.download}
      </a>
    </p>
  )
}
