// SPDX-License-Identifier: EUPL-1.2
import { Button, Fieldset, Group, Stack } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import type { RecordKind } from '@schouw/core/registers'
import type { RegisterTongue } from '@schouw/report/registers'
import { useEffect, useState } from 'react'
import { useWords } from '../../words/language.tsx'
import { type Draft, type DraftRow, type DraftValue, draftOf } from './draft.ts'
import { FieldInput } from './field-input.tsx'
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
  const words = useWords()
  const [draft, setDraft] = useState<Draft>(() => keptDraft(draftKey) ?? draftOf(kind, values))
  useEffect(() => {
    sessionStorage.setItem(draftKey, JSON.stringify(draft))
  }, [draftKey, draft])
  const faults = faultsOf(error)
  const set = (name: string) => (value: DraftValue) => setDraft({ ...draft, [name]: value })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave(draft)
      }}
    >
      <Stack maw="42rem">
        {Object.entries(kind.fields).map(([name, field]) =>
          field.type === 'rows' ? (
            <RowsInput
              key={name}
              kind={kind}
              name={name}
              field={field}
              tongue={tongue}
              rows={(draft[name] ?? []) as readonly DraftRow[]}
              onChange={set(name)}
              fault={faults(`/${name}`)}
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
              {...errorOf(faults(`/${name}`))}
            />
          ),
        )}
        <Group>
          <Button type="submit" loading={isBusy}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface RowsProps {
  readonly kind: RecordKind
  readonly name: string
  readonly field: Extract<RecordKind['fields'][string], { readonly type: 'rows' }>
  readonly tongue: RegisterTongue
  readonly rows: readonly DraftRow[]
  readonly onChange: (rows: readonly DraftRow[]) => void
  readonly fault: string | undefined
}

function RowsInput({ kind, name, field, tongue, rows, onChange, fault }: RowsProps) {
  const { registers: words } = useWords()
  const [label, help] = tongue.field(kind.name, name)
  const replace = (at: number, row: DraftRow) => onChange(rows.with(at, row))
  return (
    <Fieldset legend={upper(label)}>
      <p className="quiet">{help}</p>
      {fault !== undefined && <p className="broken">{fault}</p>}
      <Stack>
        {rows.map((row, at) => (
          <Fieldset key={at} variant="filled" legend={String(at + 1)}>
            <Stack gap="xs">
              {Object.entries(field.fields).map(([cell, cellField]) => (
                <FieldInput
                  key={cell}
                  kind={kind.name}
                  path={`${name}.${cell}`}
                  field={cellField}
                  tongue={tongue}
                  value={row[cell] ?? ''}
                  onChange={(value) => replace(at, { ...row, [cell]: value })}
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

function errorOf(fault: string | undefined) {
  return fault === undefined ? {} : { error: fault }
}

/** By path, what the server said about a field. */
function faultsOf(error: unknown): (path: string) => string | undefined {
  const list = error instanceof Problem ? (error.body.errors ?? []) : []
  return (path) => {
    const hit = list.find((one) => one.path === path || one.path?.startsWith(`${path}/`))
    if (hit === undefined) return undefined
    const expected = hit['expected']
    return typeof expected === 'string' ? expected : hit.code
  }
}

function keptDraft(key: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Draft) : undefined
  } catch {
    return undefined
  }
}

export function forgetDraft(key: string): void {
  sessionStorage.removeItem(key)
}
