// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../data/api.ts'
import { useChainAct } from '../../data/chain.ts'
import type { Bringing } from '../../data/customers.ts'
import { useUploadFile } from '../../data/files.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { useCustomersWords } from './words.ts'

/** A customer's file goes in; where its questions cannot be found, a person says where they are. */
export function Bring() {
  const words = useCustomersWords()
  const go = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const upload = useUploadFile()
  const brought = useChainAct(async (body: Omit<Bringing, 'file' | 'file_name'>) => {
    if (file === null) return undefined
    const { sha256 } = await upload.mutateAsync(file)
    const given = { ...body, file: sha256, file_name: file.name.slice(0, 255) }
    const came = await api.call('POST /api/v1/chain/customers/questionnaires', { body: given })
    if (came.id !== null) void go(`/customers/questionnaires/${came.id}`)
    return came
  })
  const looked = brought.data?.id === null ? brought.data : undefined
  return (
    <section aria-labelledby="bring" className="no-print">
      <h2 id="bring">{words.bring}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const text = (name: string) => String(form.get(name) ?? '').trim()
          const due = text('due_on')
          const layout = looked === undefined ? {} : { layout: layoutIn(text) }
          brought.mutate({
            party_name: text('party_name'),
            ...(due === '' ? {} : { due_on: due }),
            ...layout,
          })
        }}
      >
        <Stack maw="28rem">
          <TextInput name="party_name" label={words.party} required maxLength={200} />
          <DateField name="due_on" label={words.due} />
          <ChooseFile
            label={words.file}
            description={words.fileHelp}
            value={file}
            onChange={(chosen) => {
              setFile(chosen)
              brought.reset()
            }}
            required
          />
          {looked !== undefined && <Where sheets={looked.sheets} />}
          <Refusal error={upload.error ?? brought.error} />
          <Button type="submit" loading={brought.isPending} disabled={file === null}>
            {words.find}
          </Button>
        </Stack>
      </form>
    </section>
  )
}

function layoutIn(text: (name: string) => string): NonNullable<Bringing['layout']> {
  const explanation = text('explanation')
  return {
    ...{ sheet: text('sheet'), question: Number(text('question')), answer: Number(text('answer')) },
    ...(explanation === '' ? {} : { explanation: Number(explanation) }),
  }
}

interface WhereProps {
  readonly sheets: readonly {
    readonly name: string
    readonly rows: readonly (readonly string[])[]
  }[]
}

function Where({ sheets }: WhereProps) {
  const words = useCustomersWords()
  const [name, setName] = useState(sheets[0]?.name ?? '')
  const rows = sheets.find((one) => one.name === name)?.rows ?? []
  const width = Math.max(0, ...rows.map((row) => row.length))
  return (
    <>
      <output>{words.nothingFound}</output>
      <NativeSelect
        name="sheet"
        label={words.sheet}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data={sheets.map((one) => one.name)}
      />
      <Table
        label={name}
        rows={rows.map((cells, at) => ({ cells, at }))}
        keyOf={({ at }) => String(at)}
        columns={Array.from({ length: width }, (_, column) => ({
          title: String(column + 1),
          cell: ({ cells }: { readonly cells: readonly string[] }) => cells[column] ?? '',
        }))}
      />
      <NumberInput name="question" label={words.question} min={1} max={1000} required />
      <NumberInput name="answer" label={words.answerColumn} min={1} max={1000} required />
      <NumberInput name="explanation" label={words.explanationColumn} min={1} max={1000} />
    </>
  )
}
