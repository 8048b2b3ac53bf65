// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Fieldset, Group, Stack } from '@mantine/core'
import type { RecordKind } from '@schouw/core/registers'
import type { RegisterTongue } from '@schouw/report/registers'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { forgetDraft, keepDraft, restored } from '../../data/kept-draft.ts'
import { Refusal } from '../../parts/state.tsx'
import { faultWords } from '../../words/faults.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { besideFile } from './beside-file.ts'
import { type Draft, type DraftRow, type DraftValue, draftOf } from './draft.ts'
import { type Faults, faultsOf } from './faults.ts'
import { FieldInput } from './field-input.tsx'
import { partsOf } from './form-parts.ts'
import { useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'

interface FormProps {
  readonly kind: RecordKind
  readonly tongue: RegisterTongue
  /** Under which what is typed survives a closed window. */
  readonly draftKey: string
  readonly values?: Readonly<Record<string, unknown>>
  readonly error: unknown
  readonly isBusy: boolean
  readonly onSave: (draft: Draft) => void
  readonly onCancel: () => void
}

/** Every field of a kind; what is typed is kept in this browser until it is saved. */
export function RecordForm(props: FormProps) {
  const { kind, tongue, draftKey, values, error, isBusy, onSave, onCancel } = props
  const { words, language } = useLanguage()
  const looking = useLookingWords()
  const [base] = useState<Draft>(() => draftOf(kind, values))
  const [begun] = useState(() => restored(draftKey, base))
  const [draft, setDraft] = useState(begun.draft)
  const [isKept, setIsKept] = useState(begun.isRestored)
  useEffect(() => keepDraft(draftKey, { base, draft }), [draftKey, base, draft])
  const faults = faultsOf(error, { kind: kind.name, language })
  const form = useRef<HTMLFormElement>(null)
  // The button stands below a long form: what was refused may be far out of sight.
  useEffect(() => {
    if (error === null) return
    const [first] = form.current?.querySelectorAll<HTMLElement>('[aria-invalid=true]') ?? []
    if (first === undefined) form.current?.scrollIntoView()
    else first.focus()
  }, [error])
  const set = (name: string) => (value: DraftValue) =>
    setDraft((now) => ({ ...now, [name]: value }))
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave(draft)
      }}
    >
      <Stack maw="42rem">
        {isKept && (
          <Alert variant="outline" color="water" role="status">
            <p>{words.draft.kept}</p>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                forgetDraft(draftKey)
                setDraft(base)
                setIsKept(false)
              }}
            >
              {words.draft.drop}
            </Button>
          </Alert>
        )}
        {faults.count + faults.loose.length === 0 ? (
          <Refusal error={error} />
        ) : (
          <Alert color="red" variant="outline" role="alert">
            {faults.count > 0 && <p>{faultWords(language).count(faults.count)}</p>}
            {faults.loose.map((one) => (
              <p key={one}>{one}</p>
            ))}
          </Alert>
        )}
        {partsOf(kind).map(([part, fields]) => (
          <Part key={part} title={part === 'first' ? undefined : looking.parts[part]}>
            {fields.map(([name, field]) =>
              field.type === 'rows' ? (
                <RowsInput
                  key={name}
                  kind={kind}
                  name={name}
                  field={field}
                  tongue={tongue}
                  rows={(draft[name] ?? []) as readonly DraftRow[]}
                  onChange={set(name)}
                  faults={faults}
                />
              ) : (
                <FieldInput
                  key={name}
                  kind={kind.name}
                  path={name}
                  field={field}
                  tongue={tongue}
                  value={(draft[name] ?? '') as string | readonly string[]}
                  onChange={set(name)}
                  onStored={(file) =>
                    setDraft((now) => ({ ...now, ...besideFile(kind, now, file) }))
                  }
                  {...errorOf(faults.at(`/${name}`))}
                />
              ),
            )}
          </Part>
        ))}
        <Group>
          <Button type="submit" loading={isBusy}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.draft.cancel}
          </Button>
        </Group>
        <p className="quiet">{words.draft.note}</p>
      </Stack>
    </form>
  )
}

interface PartProps {
  readonly title: string | undefined
  readonly children: ReactNode
}

function Part({ title, children }: PartProps) {
  const id = useId()
  if (title === undefined) return children
  return (
    <Stack component="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </Stack>
  )
}

interface RowsProps {
  readonly kind: RecordKind
  readonly name: string
  readonly field: Extract<RecordKind['fields'][string], { readonly type: 'rows' }>
  readonly tongue: RegisterTongue
  readonly rows: readonly DraftRow[]
  readonly onChange: (rows: readonly DraftRow[]) => void
  readonly faults: Faults
}

function RowsInput({ kind, name, field, tongue, rows, onChange, faults }: RowsProps) {
  const { registers: words } = useWords()
  const [label, help] = tongue.field(kind.name, name)
  const fault = faults.at(`/${name}`, false)
  const replace = (at: number, row: DraftRow) => onChange(rows.with(at, row))
  return (
    <Fieldset legend={upper(label)}>
      <p className="quiet">{help}</p>
      {fault !== undefined && <p className="broken">{fault}</p>}
      <Stack>
        {rows.map((row, at) => (
          <Fieldset key={at} variant="filled" legend={String(at + 1)}>
            <Stack gap="xs">
              <RowFault fault={faults.at(`/${name}/${at}`, false)} />
              {Object.entries(field.fields).map(([cell, cellField]) => (
                <FieldInput
                  key={cell}
                  kind={kind.name}
                  path={`${name}.${cell}`}
                  field={cellField}
                  tongue={tongue}
                  value={row[cell] ?? ''}
                  onChange={(value) => replace(at, { ...row, [cell]: value })}
                  {...errorOf(faults.at(`/${name}/${at}/${cell}`))}
                />
              ))}
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => onChange(rows.toSpliced(at, 1))}
              >
                {words.removeRow}
              </Button>
            </Stack>
          </Fieldset>
        ))}
        <Button variant="default" size="compact-sm" onClick={() => onChange([...rows, {}])}>
          {words.addRow}
        </Button>
      </Stack>
    </Fieldset>
  )
}

function RowFault({ fault }: { readonly fault: string | undefined }) {
  return fault === undefined ? null : <p className="broken">{fault}</p>
}

function errorOf(fault: string | undefined) {
  return fault === undefined ? {} : { error: fault }
}
