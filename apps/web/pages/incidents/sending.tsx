// SPDX-License-Identifier: EUPL-1.2

import { Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { storedFile } from '../../data/files.ts'
import { useKept, useKeptForm } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePending, useStep } from '../../data/records.ts'
import { useSession } from '../../data/session.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { InstantField } from '../../parts/instant-field.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useKeptMoment, useTimes } from '../../parts/times.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { ReportRecord } from './report-record.ts'
import { useIncidentWords } from './words.ts'

interface SendingProps {
  readonly record: ReportRecord
  /** What is shown is what is kept. */
  readonly isKept: boolean
  /** The text as it goes out. */
  readonly whole: string
  readonly name: string
  /** The same, field by field, for a portal that takes files. */
  readonly portal: object
}

/** Out of the house: the text to take along, a second reader, and what is kept of the sending. */
export function Sending({ record, isKept, whole, name, portal }: SendingProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const allowed = useMay()
  const { state, values } = record
  const sentAt = (values as { readonly sent_at?: string }).sent_at
  const sentBy = (values as { readonly sent_by?: string }).sent_by
  const hasReceipt = (values as { readonly receipt?: string }).receipt !== undefined
  const isOut = state === 'sent' || state === 'acknowledged'
  const mayMove = allowed('move', 'incident-report', record)
  return (
    <section className="block no-print" aria-labelledby="sending">
      <h2 id="sending">
        {isOut ? upper(registerTongue(language).code('incident-report', state)) : words.markSent}
      </h2>
      <Taking record={record} whole={whole} name={name} portal={portal} />
      {state === 'ready' && <p className="done">✓ {words.ready}</p>}
      {isOut && sentAt !== undefined && (
        <p>
          {words.sentAt} {times.at(sentAt)}
          {sentBy !== undefined && (
            <>
              {' · '}
              <PersonName id={sentBy} />
            </>
          )}
          {hasReceipt && ` · ${words.proofKept}`}
        </p>
      )}
      {state === 'draft' && mayMove && <Second record={record} isKept={isKept} />}
      {(state === 'draft' || state === 'ready') && mayMove && isKept && <Sent record={record} />}
    </section>
  )
}

function Taking({ record, whole, name, portal }: Omit<SendingProps, 'isKept'>) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const { id: report, values } = record
  const { incident = '' } = values as { readonly incident?: string }
  const [isCopied, setIsCopied] = useState(false)
  const save = (text: string, type: string, ending: string) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type }))
    link.download = `${name}.${ending}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  }
  return (
    <p className="row">
      <Button
        variant="default"
        onClick={() => void navigator.clipboard.writeText(whole).then(() => setIsCopied(true))}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
      <Button variant="default" onClick={() => save(`${name}\n\n${whole}\n`, 'text/plain', 'txt')}>
        {words.download}
      </Button>
      <Button
        variant="default"
        onClick={() => save(`${JSON.stringify(portal, null, 2)}\n`, 'application/json', 'json')}
      >
        {words.asJson}
      </Button>
      <Button
        component="a"
        variant="default"
        href={`/api/v1/incidents/${incident}/reports/${report}/paper?language=${language}`}
        download
      >
        {words.asPdf}
      </Button>
    </p>
  )
}

function Second({ record, isKept }: { readonly record: ReportRecord; readonly isKept: boolean }) {
  const words = useIncidentWords()
  const step = useStep('incident-report')
  const waiting = usePending('incident-report', record.id).data?.items ?? []
  if (waiting.length > 0) return <p className="ask">{words.secondAsked}</p>
  const on = { kind: 'incident-report', id: record.id, version: record.version } as const
  return (
    <>
      <Refusal error={step.error} />
      <p>
        <Button
          disabled={!isKept}
          loading={step.isPending}
          onClick={() => step.mutate({ do: 'move', on, to: 'ready' })}
        >
          {words.second}
        </Button>
      </p>
    </>
  )
}

const channels = kinds['incident-report'].fields.channel.options

/** First when and how, then that it is out; alone only with a reason. */
function Sent({ record }: { readonly record: ReportRecord }) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const tongue = registerTongue(language)
  const change = useStep('incident-report')
  const move = useStep('incident-report')
  const [reason, setReason, forgetReason] = useKept(`draft/sending/${record.id}/alone`, '')
  const { kept, forget } = useKeptForm(`draft/sending/${record.id}`)
  const [receipt, setReceipt] = useState<File | null>(null)
  const [sentAt, setSentAt, forgetSentAt] = useKeptMoment(`draft/sending/${record.id}/at`)
  const person = useSession().data?.organisation?.person
  const isAlone = record.state === 'draft'
  const send = async (form: FormData) => {
    const on = { kind: 'incident-report', id: record.id, version: record.version } as const
    const reference = String(form.get('reference') ?? '').trim()
    const values = {
      sent_at: sentAt,
      ...(person === undefined ? {} : { sent_by: person }),
      channel: String(form.get('channel')),
      ...(reference === '' ? {} : { reference }),
    }
    try {
      const digest = receipt === null ? null : await storedFile(receipt)
      const { version } = await change.mutateAsync({
        ...{ do: 'change', on },
        values: digest === null ? values : { ...values, receipt: digest },
      })
      const next = { ...on, version }
      await move.mutateAsync({
        ...{ do: 'move', on: next, to: 'sent' },
        ...(isAlone ? { reason: reason.trim() } : {}),
      })
      forget()
      forgetSentAt()
      forgetReason()
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  return (
    <form
      {...kept}
      onSubmit={(event) => {
        event.preventDefault()
        void send(new FormData(event.currentTarget))
      }}
    >
      {isAlone && <h3>{words.sendAlone}</h3>}
      {isAlone && (
        <p className="quiet">
          <Glossed text={words.sendAloneHelp} />
        </p>
      )}
      <div className="row">
        <InstantField label={words.sentAt} value={sentAt} onChange={setSentAt} required />
        <NativeSelect
          name="channel"
          label={words.channel}
          data={channels.map((value) => ({
            value,
            label: upper(tongue.code('incident-report', value, 'channel')),
          }))}
        />
        <TextInput name="reference" label={words.reference} />
      </div>
      <Stack gap="sm" maw="40rem">
        <ChooseFile
          name="receipt"
          label={words.proof}
          description={words.proofHelp}
          value={receipt}
          onChange={setReceipt}
        />
        {isAlone && (
          <TextInput
            label={words.alone}
            value={reason}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Stack>
      <Refusal error={change.error ?? move.error} />
      <p>
        <Button
          type="submit"
          variant={isAlone ? 'default' : 'filled'}
          disabled={isAlone && reason.trim() === ''}
          loading={change.isPending || move.isPending}
        >
          {words.markSent}
        </Button>
      </p>
    </form>
  )
}
