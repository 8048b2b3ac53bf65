// SPDX-License-Identifier: EUPL-1.2

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useUploadFile } from '../../data/files.ts'
import { isKept, useKept, useKeptForm } from '../../data/kept.ts'
import { useStep } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import type { Line } from './lines.ts'
import { usePoliciesWords } from './words.ts'

/** A text that was typed is a file, too: what is approved are its bytes. */
export function AddText({ line, session }: { readonly line: Line; readonly session: Session }) {
  const { language } = useLanguage()
  const { add: words } = usePoliciesWords()
  const upload = useUploadFile()
  const step = useStep('policy-version')
  const [file, setFile] = useState<File | null>(null)
  const draftKey = `draft/policy-text/${line.id}`
  const [typed, setTyped, forgetTyped] = useKept(draftKey, '')
  const { kept, forget } = useKeptForm(`${draftKey}/beside`)
  const [isOpen, setIsOpen] = useState(line.texts.length === 0 || isKept(draftKey))
  const author = session.organisation?.person
  const save = async (form: FormData) => {
    const version = said(form, 'version') ?? ''
    const text = typed.trim()
    const written = new File([`${text}\n`], `${line.name} ${version}.txt`, { type: 'text/plain' })
    try {
      const stored = await upload.mutateAsync(file ?? written)
      const values = {
        policy: line.id,
        version,
        document: stored.sha256,
        summary: said(form, 'summary'),
        changes: said(form, 'changes'),
        valid_from: said(form, 'valid_from'),
        language: said(form, 'language'),
        author,
      }
      const known = Object.entries(values).filter(([, value]) => value !== undefined)
      await step.mutateAsync({ do: 'create', values: Object.fromEntries(known) })
      forgetTyped()
      forget()
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {words.title}
      </Button>
    )
  }
  const isReady = file !== null || typed.trim() !== ''
  return (
    <form {...kept} action={(form) => save(form)} aria-label={words.title} className="block">
      <h3>{words.title}</h3>
      <Refusal error={upload.error ?? step.error} />
      <Stack gap="sm">
        <Group grow align="start">
          <TextInput
            name="version"
            label={words.version}
            description={words.versionHelp}
            maxLength={20}
            required
          />
          <DateField name="valid_from" label={words.from} description=" " />
        </Group>
        <Textarea
          name="summary"
          label={words.summary}
          description={words.summaryHelp}
          autosize
          minRows={2}
        />
        <Textarea
          label={words.text}
          description={words.textHelp}
          autosize
          minRows={6}
          maxRows={24}
          value={typed}
          disabled={file !== null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group grow align="start">
          <ChooseFile label={words.file} value={file} onChange={setFile} />
          <NativeSelect
            name="language"
            label={words.language}
            defaultValue={language}
            data={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
          />
        </Group>
        {line.texts.length > 0 && (
          <Textarea name="changes" label={words.changes} autosize minRows={2} />
        )}
        {!isReady && <p className="quiet">{words.needs}</p>}
        <Group>
          <Button type="submit" disabled={!isReady} loading={upload.isPending || step.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function said(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
