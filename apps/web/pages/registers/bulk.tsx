// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { RecordBody } from '@schouw/contract/client'
import { useState } from 'react'
import { useKept } from '../../data/kept.ts'
import { type Edited, useEdit, useTryEdit } from '../../data/looking.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { type Fault, faultSentence } from '../../words/faults.ts'
import { useLanguage } from '../../words/language.tsx'
import { changesOf } from './draft.ts'
import { FieldInput } from './field-input.tsx'
import type { Register } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'
import { Value } from './value.tsx'

/** As many as the server takes at once. */
export const mostPicked = 500

interface BulkProps {
  readonly register: Register
  readonly picked: readonly RecordBody[]
  readonly drop: () => void
}

type Rows = Edited['rows']

interface Meant {
  readonly what: string
  readonly typed: string | readonly string[]
  readonly reason: string
}

const blank: Meant = { what: '', typed: '', reason: '' }

/** One field or state for all selected rows: looked at first, then done, and taken back as one. */
export function Bulk({ register, picked, drop }: BulkProps) {
  const { kind, tongue, plural } = register
  const words = useLookingWords()
  const [{ what, typed, reason }, setMeant, forget] = useKept<Meant>(`draft/bulk/${plural}`, blank)
  const setTyped = (next: Meant['typed']) => setMeant((now) => ({ ...now, typed: next }))
  const look = useTryEdit()
  const edit = useEdit()
  const field = what.startsWith('f:') ? what.slice(2) : undefined
  const declared = field === undefined ? undefined : kind.fields[field]
  const to = what.startsWith('s:') ? what.slice(2) : undefined
  const choose = (next: string) => {
    setMeant((now) => ({ ...now, what: next, typed: '' }))
    look.reset()
    edit.reset()
  }
  const act =
    to !== undefined
      ? { to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
      : field === undefined
        ? undefined
        : { field, value: meantOf(register, field, typed) }
  const rows = picked.slice(0, mostPicked).map(({ id, version }) => ({ id, version }))
  const asked = act === undefined ? undefined : { register: plural, rows, act }
  const changing = look.data?.rows.filter(({ outcome }) => outcome !== 'refused').length ?? 0
  return (
    <section className="bulk no-print" aria-label={words.picked(picked.length)}>
      <p>
        <strong>{words.picked(picked.length)}</strong>{' '}
        <Button size="compact-xs" variant="default" onClick={drop}>
          {words.drop}
        </Button>
      </p>
      {picked.length > mostPicked && <p className="ask">{words.pickedMost(mostPicked)}</p>}
      <div className="bulk-fields">
        <What register={register} what={what} choose={choose} />
        {field !== undefined && declared !== undefined && declared.type !== 'rows' && (
          <FieldInput
            kind={kind.name}
            path={field}
            field={declared}
            tongue={tongue}
            value={typed}
            onChange={(next) => {
              setTyped(next)
              look.reset()
            }}
          />
        )}
        {to !== undefined && (
          <Textarea
            size="xs"
            autosize
            label={words.reason}
            value={reason}
            onChange={(event) => {
              const said = event.currentTarget.value
              setMeant((now) => ({ ...now, reason: said }))
              look.reset()
            }}
          />
        )}
      </div>
      {field !== undefined && typed.length === 0 && <p className="quiet">{words.clears}</p>}
      <Refusal error={look.error ?? edit.error} />
      {asked !== undefined && edit.data === undefined && (
        <p className="row">
          <Button
            size="xs"
            variant="default"
            loading={look.isPending}
            onClick={() => look.mutate(asked)}
          >
            {words.look}
          </Button>
          {look.data !== undefined && (
            <Button
              size="xs"
              disabled={changing === 0}
              loading={edit.isPending}
              onClick={() => edit.mutate({ make: asked }, { onSuccess: forget })}
            >
              {words.make(changing)}
            </Button>
          )}
        </p>
      )}
      {edit.data === undefined && look.data !== undefined && (
        <>
          <h2>{words.lookTitle}</h2>
          <Came register={register} rows={look.data.rows} field={field} to={to} typed={typed} />
        </>
      )}
      {edit.data !== undefined && (
        <Done register={register} edited={edit.data} field={field} edit={edit} />
      )}
    </section>
  )
}

interface WhatProps {
  readonly register: Register
  readonly what: string
  readonly choose: (what: string) => void
}

/** A state, or a field: `s:solved`, `f:owner`. */
function What({ register: { kind, tongue }, what, choose }: WhatProps) {
  const words = useLookingWords()
  const targets = [...new Set(kind.lifecycle.transitions.map((one) => one.to))]
  const changeable = Object.entries(kind.fields).filter(([, one]) => one.type !== 'rows')
  return (
    <NativeSelect
      size="xs"
      label={words.what}
      value={what}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: '' },
        ...targets.map((state) => ({
          value: `s:${state}`,
          label: `${words.toState}: ${tongue.code(kind.name, state)}`,
        })),
        ...changeable.map(([name]) => ({
          value: `f:${name}`,
          label: upper(tongue.field(kind.name, name)[0]),
        })),
      ]}
    />
  )
}

/** What was typed as the server is told it: null clears. */
function meantOf({ kind }: Register, field: string, typed: string | readonly string[]): unknown {
  return changesOf(kind, {}, { [field]: typed })[field] ?? null
}

interface CameProps {
  readonly register: Register
  readonly rows: Rows
  readonly field: string | undefined
  readonly to?: string | undefined
  readonly typed?: string | readonly string[]
}

function Came({ register, rows, field, to, typed = '' }: CameProps) {
  const { kind, tongue } = register
  const { language, words: all } = useLanguage()
  const words = useLookingWords()
  const declared = field === undefined ? undefined : kind.fields[field]
  const say = (fault: Fault) =>
    fault.code === 'not-found'
      ? words.notFound
      : faultSentence(fault, { kind: kind.name, language, field: field ?? '' })
  const shown = (value: unknown) =>
    field === undefined || declared === undefined ? (
      tongue.code(kind.name, String(value))
    ) : (
      <Value
        kind={kind.name}
        path={field}
        field={declared}
        value={value ?? undefined}
        tongue={tongue}
      />
    )
  const next = to ?? (field === undefined ? undefined : meantOf(register, field, typed))
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.record}</th>
            <th scope="col">{words.was}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, outcome, from, errors }) => (
            <tr key={id}>
              <td>{title ?? <span className="quiet">{all.unknown}</span>}</td>
              <td>{from === undefined ? null : shown(from)}</td>
              <td>
                {outcome === 'changed' && next !== undefined && <>{shown(next)} · </>}
                <span className={outcome === 'refused' ? 'broken' : 'quiet'}>
                  {words.outcome[outcome]}
                </span>
                {errors.map((fault, at) => (
                  <p key={at} className="broken">
                    {say(fault as Fault)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface DoneProps {
  readonly register: Register
  readonly edited: Edited
  readonly field: string | undefined
  readonly edit: ReturnType<typeof useEdit>
}

function Done({ register, edited, field, edit }: DoneProps) {
  const words = useLookingWords()
  const [why, setWhy] = useState('')
  const isUndone = edited.rows.some(({ outcome }) => outcome === 'undone')
  return (
    <Alert
      color="water"
      variant="outline"
      role="status"
      title={isUndone ? words.undone : words.done}
    >
      {!isUndone && (
        <p>
          <Glossed text={words.doneText} />
        </p>
      )}
      <Came register={register} rows={edited.rows} field={field} />
      {!isUndone && edited.counts.changed > 0 && (
        <div className="row">
          <TextInput
            size="xs"
            label={words.undoReason}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button
            size="xs"
            variant="default"
            disabled={why.trim().length < 3}
            loading={edit.isPending}
            onClick={() => edit.mutate({ undo: edited.id, reason: why.trim() })}
          >
            {words.undo}
          </Button>
        </div>
      )}
    </Alert>
  )
}
