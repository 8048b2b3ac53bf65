// SPDX-License-Identifier: EUPL-1.2
import { NativeSelect } from '@mantine/core'
import type { HistoryItem, RecordBody } from '@schouw/contract/client'
import { useState } from 'react'
import { useRecord } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { FieldChanges } from './field-changes.tsx'
import type { Register } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'

interface CompareProps {
  readonly register: Register
  readonly id: string
  /** Newest first. */
  readonly entries: readonly HistoryItem[]
}

/** Any two versions of a record, field by field; each as the log had it just behind its entry. */
export function CompareVersions({ register, id, entries }: CompareProps) {
  const { language } = useLanguage()
  const words = useLookingWords()
  const [newest, second] = entries
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  if (newest === undefined || second === undefined) return null
  const data = entries.map(({ index, at }) => ({
    value: String(index + 1),
    label: words.versionAt(index, dayAndTime(at, language)),
  }))
  const [before, after] = [from, to === '' ? String(newest.index + 1) : to]
  return (
    <details className="filters no-print">
      <summary>{words.compareVersions}…</summary>
      <div className="bulk-fields">
        <NativeSelect
          size="xs"
          label={words.before}
          value={before}
          data={[{ value: '', label: '' }, ...data]}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={words.after}
          value={after}
          data={data}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {before === '' ? (
        <p className="quiet">{words.noVersion}</p>
      ) : (
        <Compared register={register} id={id} from={before} to={after} />
      )}
    </details>
  )
}

interface ComparedProps {
  readonly register: Register
  readonly id: string
  readonly from: string
  readonly to: string
}

function Compared({ register, id, from, to }: ComparedProps) {
  const words = useLookingWords()
  const before = useRecord(register.kind.name, id, from)
  const after = useRecord(register.kind.name, id, to)
  if (before.error !== null || after.error !== null) {
    return <Refusal error={before.error ?? after.error} />
  }
  if (before.data === undefined || after.data === undefined) return null
  const fields = fieldsBetween(register, before.data, after.data)
  const state =
    before.data.state === after.data.state
      ? null
      : { from: before.data.state, to: after.data.state }
  return fields.length === 0 && state === null ? (
    <p>{words.sameVersions}</p>
  ) : (
    <FieldChanges register={register} fields={fields} state={state} />
  )
}

function fieldsBetween(
  { kind }: Register,
  before: Pick<RecordBody, 'values'>,
  after: Pick<RecordBody, 'values'>,
) {
  const [was, is]: readonly Readonly<Record<string, unknown>>[] = [before.values, after.values]
  return Object.keys(kind.fields)
    .map((field) => ({ field, from: was?.[field], to: is?.[field] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}
