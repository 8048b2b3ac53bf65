// SPDX-License-Identifier: EUPL-1.2

import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { useKept } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import { steppedUp } from '../../data/step-up.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { type Draft, draftOf, valuesOf } from '../registers/draft.ts'
import { faultsOf } from '../registers/faults.ts'
import { FieldInput, type FieldProps } from '../registers/field-input.tsx'
import { useTrainingWords } from './words.ts'

interface AddProps {
  readonly person: string
  /** Of the person, where it is known: usually what the certificate says. */
  readonly name: string | null
  readonly done: (isDone: boolean) => void
}

const kind = kinds.certificate
const asked = [
  'title',
  'name_on_certificate',
  'started_on',
  'ended_on',
  'topics',
  'provider',
] as const

/** The file is brought in first; the record then names it by its digest. */
export function AddCertificate({ person, name, done }: AddProps) {
  const { words, language } = useLanguage()
  const own = useTrainingWords()
  const step = useStep('certificate')
  const [draft, setDraft, forget] = useKept<Draft>(
    `draft/certificate/${person}`,
    draftOf(kind, { person, name_on_certificate: name ?? undefined }),
  )
  const [file, setFile] = useState<File | null>(null)
  const [error, setError] = useState<unknown>(null)
  const faults = faultsOf(step.error, { kind: kind.name, language })
  const save = async () => {
    setError(null)
    try {
      const stored =
        file === null
          ? null
          : await steppedUp(() =>
              api.call('POST /api/v1/files', { query: { name: file.name }, body: file }),
            )
      const brought =
        stored === null ? {} : { file: stored.sha256, received_at: new Date().toISOString() }
      await step.mutateAsync({ do: 'create', values: { ...valuesOf(kind, draft), ...brought } })
      forget()
      done(true)
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack maw="42rem" mt="sm">
        {faults.count === 0 && <Refusal error={error} />}
        <ChooseFile
          label={own.file}
          description={own.fileHelp}
          accept="application/pdf,image/*"
          value={file}
          onChange={setFile}
        />
        {asked.map((name) => {
          const fault = faults.at(`/${name}`)
          return (
            <FieldInput
              key={name}
              kind={kind.name}
              path={name}
              field={kind.fields[name] as FieldProps['field']}
              tongue={registerTongue(language)}
              value={(draft[name] ?? '') as string | readonly string[]}
              onChange={(value) => setDraft({ ...draft, [name]: value })}
              {...(fault === undefined ? {} : { error: fault })}
            />
          )
        })}
        <NativeSelect
          label={own.language}
          description={own.languageHelp}
          data={[
            { value: '', label: '' },
            ...own.languages.map(([value, label]) => ({ value, label })),
          ]}
          value={String(draft['language'] ?? '')}
          onChange={(event) => setDraft({ ...draft, language: event.currentTarget.value })}
        />
        <Group>
          <Button type="submit" loading={step.isPending}>
            {words.save}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forget()
              done(false)
            }}
          >
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
