// SPDX-License-Identifier: EUPL-1.2

import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { useKept, useKeptForm } from '../../data/kept.ts'
import { BehindLink, linkToken, preferredOr, useSpokenOnce } from '../../parts/behind-link.tsx'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { OtherLanguages } from '../../parts/other-languages.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useOwnWords } from '../../words/own.ts'
import { attachmentOf } from './attachment.ts'
import { useReportPointWords } from './words.ts'

/** For anybody with the link: what did you see? No account, no name unless one gives it. */
export function ReportPoint() {
  const words = useReportPointWords()
  const token = linkToken()
  const point = useQuery({
    queryKey: ['report-point', token],
    queryFn: () => api.call('POST /api/v1/report-point', { body: { token } }),
    refetchOnWindowFocus: false,
    retry: false,
  })
  return (
    <BehindLink token={token} of={point} gone={words.gone}>
      {(found) => <Opened token={token} {...found} />}
    </BehindLink>
  )
}

interface OpenedProps {
  readonly token: string
  readonly organisation: string
  readonly name: string
  readonly language: 'nl' | 'en' | null
}

function Opened({ token, organisation, name, language: theirs }: OpenedProps) {
  const words = useReportPointWords()
  const { report: own } = useOwnWords()
  const [code, setCode] = useState<string | null>(null)
  useSpokenOnce(preferredOr(theirs))
  return (
    <>
      <p className="quiet">
        {words.at(organisation, name)} <OtherLanguages />
      </p>
      <Title name={own.title} />
      {code === null ? (
        <Form token={token} onTold={setCode} />
      ) : (
        <output>
          <p className="answer">{own.thanks}</p>
          <p>
            {words.code}: <strong className="mono">{code}</strong>
          </p>
          <p className="quiet">{words.codeHelp}</p>
          <p>{own.next}</p>
          <Button variant="default" onClick={() => setCode(null)}>
            {own.another}
          </Button>
        </output>
      )}
      <Follow token={token} />
    </>
  )
}

interface FormProps {
  readonly token: string
  readonly onTold: (code: string) => void
}

function Form({ token, onTold }: FormProps) {
  const words = useReportPointWords()
  const { report: own } = useOwnWords()
  const [what, setWhat, forgetWhat] = useKept('draft/point', '', sessionStorage)
  const { kept, forget } = useKeptForm('draft/point-beside', sessionStorage)
  const [files, setFiles] = useState<File[]>([])
  const [isEmpty, setIsEmpty] = useState(false)
  const write = (text: string) => {
    setWhat(text)
    setIsEmpty(false)
  }
  const told = useMutation({
    mutationFn: async (form: FormData) => {
      const text = (name: string) => String(form.get(name) ?? '').trim()
      return api.call('POST /api/v1/report-point/reports', {
        body: {
          ...{ token, what: what.trim(), where: text('where'), contact: text('contact') },
          files: await Promise.all(files.map(attachmentOf)),
        },
      })
    },
    onSuccess: ({ code }) => {
      forgetWhat()
      forget()
      onTold(code)
    },
  })
  return (
    <>
      <p>{own.intro}</p>
      <form
        {...kept}
        onSubmit={(event) => {
          event.preventDefault()
          if (what.trim() === '') setIsEmpty(true)
          else told.mutate(new FormData(event.currentTarget))
        }}
      >
        <Stack>
          <Textarea
            label={own.what}
            description={own.whatHelp}
            value={what}
            error={isEmpty ? own.empty : undefined}
            onChange={(event) => write(event.currentTarget.value)}
            minRows={3}
            autosize
            size="md"
            maxLength={8000}
          />
          <TextInput name="where" label={own.where} description={own.whereHelp} maxLength={200} />
          <ChooseFile
            label={words.files}
            value={files}
            onChange={(chosen) => setFiles(chosen.slice(0, 3))}
            accept="image/*,.eml,message/rfc822"
            multiple
          />
          <TextInput
            name="contact"
            label={own.contact}
            description={own.contactHelp}
            maxLength={254}
          />
          <p className="quiet">{words.anonymous}</p>
          <Refusal error={told.error} />
          <Button type="submit" size="md" loading={told.isPending}>
            {own.send}
          </Button>
        </Stack>
      </form>
    </>
  )
}

function Follow({ token }: { readonly token: string }) {
  const words = useReportPointWords()
  const followed = useMutation({
    mutationFn: (code: string) =>
      api.call('POST /api/v1/report-point/follow', { body: { token, code } }),
  })
  return (
    <details>
      <summary>{words.follow}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          followed.mutate(String(new FormData(event.currentTarget).get('code')))
        }}
      >
        <div className="row">
          <TextInput name="code" label={words.code} autoComplete="off" required maxLength={40} />
          <Button type="submit" variant="default" loading={followed.isPending}>
            {words.look}
          </Button>
        </div>
      </form>
      <Refusal error={followed.error} />
      {followed.data !== undefined && (
        <output>
          <p>{words.states[followed.data.state]}</p>
          <p>
            {followed.data.feedback === null
              ? words.noFeedback
              : `${words.feedback}: ${followed.data.feedback}`}
          </p>
        </output>
      )}
    </details>
  )
}
