// SPDX-License-Identifier: EUPL-1.2
import {
  Checkbox,
  MultiSelect,
  NativeSelect,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { KindName, RecordKind } from '@schouw/core/registers'
import type { RegisterTongue } from '@schouw/report/registers'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import type { StoredFile } from '../../data/files.ts'
import { DateField } from '../../parts/date-field.tsx'
import { InstantField } from '../../parts/instant-field.tsx'
import { useWords } from '../../words/language.tsx'
import { FileInput } from './file-input.tsx'
import { upper } from './page.tsx'

type Field = RecordKind['fields'][string]

export interface FieldProps {
  readonly kind: KindName
  readonly path: string
  readonly field: Exclude<Field, { readonly type: 'rows' }>
  readonly tongue: RegisterTongue
  /** Text, or texts where the field holds several. */
  readonly value: string | readonly string[]
  readonly onChange: (value: string | readonly string[]) => void
  readonly error?: string
  readonly onStored?: (file: StoredFile) => void
}

interface BoxesProps {
  readonly shared: {
    readonly label: string
    readonly description: string
    readonly error?: string
    readonly withAsterisk?: boolean
  }
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly value: string[]
  readonly onChange: (value: string[]) => void
}

/** A few choices of which several can hold, all in sight. */
function Boxes({ shared, data, value, onChange }: BoxesProps) {
  return (
    <Checkbox.Group {...shared} value={value} onChange={onChange}>
      {data.map((one) => (
        <Checkbox key={one.value} mt={6} value={one.value} label={one.label} />
      ))}
    </Checkbox.Group>
  )
}

/** More are looked up in a list. */
const mostBoxes = 6

const many = (field: Field) => 'many' in field && field.many === true

/** The control for a field, by what it can hold. */
export function FieldInput(props: FieldProps) {
  const { kind, path, field, tongue, value, onChange, error } = props
  const words = useWords()
  const [label, help] = tongue.field(kind, path)
  const shared = {
    label: upper(label),
    description: help,
    ...(error === undefined ? {} : { error }),
    ...('required' in field && field.required === true ? { withAsterisk: true } : {}),
  }
  const text = typeof value === 'string' ? value : ''
  const texts = typeof value === 'string' ? [] : [...value]
  if (field.type === 'reference') return <ReferenceInput {...props} shared={shared} />
  if (field.type === 'digest') {
    const digests = text === '' ? texts : [text]
    return (
      <FileInput
        label={shared.label}
        description={help}
        {...(error === undefined ? {} : { error })}
        isRequired={field.required === true}
        isMany={many(field)}
        digests={digests}
        onStored={props.onStored}
        onChange={(next) => onChange(many(field) ? next : (next[0] ?? ''))}
      />
    )
  }
  if (field.type === 'choice') {
    const data = field.options.map((option) => ({
      value: option,
      label: upper(tongue.code(kind, option, path)),
    }))
    if (many(field) && data.length <= mostBoxes) {
      return <Boxes shared={shared} data={data} value={texts} onChange={onChange} />
    }
    return many(field) ? (
      <MultiSelect {...shared} data={data} value={texts} onChange={onChange} />
    ) : (
      <NativeSelect
        {...shared}
        data={[{ value: '', label: '' }, ...data]}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  if (field.type === 'yes_no') {
    const data = [
      { value: '', label: '' },
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
    const take = (next: string) => onChange(next)
    return (
      <NativeSelect
        {...shared}
        data={data}
        value={text}
        onChange={(event) => take(event.currentTarget.value)}
      />
    )
  }
  if (many(field)) return <TagsInput {...shared} value={texts} onChange={onChange} />
  return <Plain shared={shared} field={field} text={text} onChange={onChange} />
}

interface PlainProps {
  readonly shared: SharedProps
  readonly field: Field
  readonly text: string
  readonly onChange: (value: string) => void
}

/** What is typed: lines of text, a day or one line. */
function Plain({ shared, field, text, onChange }: PlainProps) {
  if (field.type === 'long_text') {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  if (field.type === 'date') {
    return <DateField {...shared} tellsAll value={text} onChange={onChange} />
  }
  if (field.type === 'instant') {
    return <InstantField {...shared} tellsAll value={text} onChange={onChange} />
  }
  const isNumber = ['whole', 'euro', 'decimal', 'percent', 'hours'].includes(field.type)
  return (
    <TextInput
      {...shared}
      {...(isNumber ? { inputMode: 'decimal' as const } : {})}
      {...('max' in field && field.type === 'text' ? { maxLength: field.max } : {})}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface SharedProps {
  readonly label: string
  readonly description: string
}

/** A record of another register, found by typing. */
function ReferenceInput({
  field,
  value,
  onChange,
  shared,
}: FieldProps & { readonly shared: SharedProps }) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const to = field.type === 'reference' ? field.to : []
  const lists = useQueries({
    queries: to.map((kind) => ({
      queryKey: ['search', kind, q],
      queryFn: async () => {
        if (q !== '') {
          const { items } = await api.call('GET /api/v1/search', { query: { q, kind } })
          return items.map(({ id, title }) => ({ id, title: title ?? id }))
        }
        const { items } = await api.list(kind, { limit: 30 })
        const { items: named } =
          items.length === 0
            ? { items: [] }
            : await api.call('POST /api/v1/names', { body: { ids: items.map(({ id }) => id) } })
        return named.map(({ id, title }) => ({ id, title: title ?? id }))
      },
      placeholderData: keepPreviousData,
    })),
  })
  const chosen = typeof value === 'string' ? (value === '' ? [] : [value]) : [...value]
  const names = useQuery({
    queryKey: ['names', 'chosen', ...chosen],
    enabled: chosen.length > 0,
    queryFn: () => api.call('POST /api/v1/names', { body: { ids: chosen } }),
    placeholderData: keepPreviousData,
  })
  const options = new Map<string, string>()
  for (const { id, title } of names.data?.items ?? []) options.set(id, title ?? id)
  for (const list of lists) for (const { id, title } of list.data ?? []) options.set(id, title)
  const data = [...options].map(([id, label]) => ({ value: id, label }))
  const search = { searchable: true, searchValue: typed, onSearchChange: setTyped } as const
  if (many(field)) {
    return (
      <MultiSelect
        {...shared}
        {...search}
        data={data}
        value={chosen}
        onChange={onChange}
        hidePickedOptions
      />
    )
  }
  return (
    <Select
      {...shared}
      {...search}
      clearable
      data={data}
      value={chosen[0] ?? null}
      onChange={(next) => onChange(next ?? '')}
    />
  )
}
