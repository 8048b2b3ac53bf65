// SPDX-License-Identifier: EUPL-1.2

import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { useKept, useKeptForm } from '../../data/kept.ts'
import type { Session } from '../../data/session.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useOwnWords } from '../../words/own.ts'

interface Told {
  readonly what: string
  readonly where: string
  readonly contact: string
  readonly photos: readonly File[]
}

/** An employee gives only what the role may; others also say what kind of report it is. */
async function report({ what, where, contact, photos }: Told, session: Session) {
  const stored = await Promise.all(
    photos.map((body) =>
      api.call('POST /api/v1/files', { query: { name: body.name.slice(-200) }, body }),
    ),
  )
  const code = `M-${crypto.randomUUID().slice(0, 8)}`
  const isEmployee = session.organisation?.roles.every((role) => role === 'employee') ?? true
  const values = {
    code,
    name: what.split('\n')[0]?.slice(0, 190) ?? what.slice(0, 190),
    description: what,
    noticed_at: new Date().toISOString(),
    ...(where === '' ? {} : { noticed_where: where }),
    ...(contact === '' ? {} : { reporter_contact: contact }),
    ...(stored.length === 0 ? {} : { photos: stored.map(({ sha256 }) => sha256) }),
    ...(isEmployee ? {} : { type: 'odd_observation', reporter: session.organisation?.person }),
  }
  await api.create('incident', values)
  return code
}

/** One question, thirty seconds. What was typed survives a session that ended. */
export function ReportOdd({ session }: { readonly session: Session }) {
  const { report: own } = useOwnWords()
  const [what, setWhat, forgetWhat] = useKept('draft/odd', '')
  const { kept, forget } = useKeptForm('draft/odd-beside')
  const [photos, setPhotos] = useState<File[]>([])
  const [isEmpty, setIsEmpty] = useState(false)
  const write = (text: string) => {
    setWhat(text)
    setIsEmpty(false)
  }
  const sent = useMutation({
    mutationFn: (told: Told) => report(told, session),
    onSuccess: () => {
      forgetWhat()
      forget()
      setPhotos([])
    },
  })
  const send = (form: FormData) => {
    const told = { what: what.trim(), photos, where: textIn(form, 'where') }
    if (told.what === '') return setIsEmpty(true)
    sent.mutate({ ...told, contact: textIn(form, 'contact') })
  }
  return (
    <div className="prose">
      <Title name={own.title} />
      {sent.isSuccess ? (
        <output>
          <p className="answer">{own.thanks}</p>
          <p>{own.number(sent.data)}</p>
          <p>{own.next}</p>
          <Button variant="default" onClick={() => sent.reset()}>
            {own.another}
          </Button>
        </output>
      ) : (
        <>
          <p>{own.intro}</p>
          <form {...kept} action={send}>
            <Stack maw="32rem">
              <Textarea
                label={own.what}
                description={own.whatHelp}
                value={what}
                error={isEmpty ? own.empty : undefined}
                onChange={(event) => write(event.currentTarget.value)}
                minRows={3}
                autosize
                size="md"
                maxLength={4000}
              />
              <TextInput
                name="where"
                label={own.where}
                description={own.whereHelp}
                maxLength={200}
              />
              <ChooseFile
                label={own.photo}
                value={photos}
                onChange={setPhotos}
                accept="image/*"
                multiple
              />
              <TextInput
                name="contact"
                label={own.contact}
                description={own.contactHelp}
                maxLength={254}
              />
              <Refusal error={sent.error} />
              <Button type="submit" size="md" loading={sent.isPending}>
                {own.send}
              </Button>
            </Stack>
          </form>
        </>
      )}
    </div>
  )
}

function textIn(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}
