// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { AnswerOf } from '@schouw/contract/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { nameOf } from '../../data/imports.ts'
import { useKept } from '../../data/kept.ts'
import { type EditAsked, useEdit } from '../../data/looking.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { scanEn } from '../../words/pages/scan-en.ts'
import { scanNl } from '../../words/pages/scan-nl.ts'
import { FileRefusal } from './file-refusal.tsx'

type Scan = AnswerOf<'POST /api/v1/scans'>
type Origin = 'scan' | 'penetration_test'

function useScanWords() {
  return { nl: scanNl, en: scanEn }[useLanguage().language]
}

/** Findings of a scanner or a tester: what is new, what is still there, what is gone. */
export function AsScan({ file }: { readonly file: File }) {
  const words = useScanWords()
  const { language } = useLanguage()
  const [origin, setOrigin] = useState<Origin>('scan')
  const [tool, setTool, forgetTool] = useKept('draft/scan/tool', '')
  const [foundOn, setFoundOn] = useState(() => new Date().toISOString().slice(0, 10))
  const upload = useMutation({
    mutationFn: () =>
      api.call('POST /api/v1/scans', {
        query: {
          name: nameOf(file),
          origin,
          found_on: foundOn,
          language,
          ...(tool.trim() === '' ? {} : { tool: tool.trim() }),
        },
        body: file as never,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    onSuccess: forgetTool,
  })
  if (upload.data !== undefined) return <Told scan={upload.data} day={foundOn} file={file.name} />
  return (
    <Stack maw="28rem" my="sm">
      <NativeSelect
        label={words.origin}
        value={origin}
        onChange={(event) => setOrigin(event.currentTarget.value as Origin)}
        data={Object.entries(words.origins).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        label={words.tool}
        description={words.toolHelp}
        value={tool}
        maxLength={120}
        onChange={(event) => setTool(event.currentTarget.value)}
      />
      <DateField label={words.foundOn} value={foundOn} onChange={setFoundOn} />
      <FileRefusal error={upload.error} />
      <Button
        w="fit-content"
        loading={upload.isPending}
        disabled={foundOn === ''}
        onClick={() => upload.mutate()}
      >
        {words.read}
      </Button>
    </Stack>
  )
}

function Told({
  scan,
  day,
  file,
}: {
  readonly scan: Scan
  readonly day: string
  readonly file: string
}) {
  const words = useScanWords()
  return (
    <div role="status">
      <p className="answer">{words.fresh(scan.fresh)}</p>
      {scan.known > 0 && <p>{words.known(scan.known)}</p>}
      {scan.skipped > 0 && <p className="quiet">{words.skipped(scan.skipped)}</p>}
      {scan.unknown_hosts.length > 0 && (
        <p>
          {words.hosts} <span className="mono">{scan.unknown_hosts.join(', ')}</span>
        </p>
      )}
      <p>
        <Link to={`/import/tables/${scan.import.id}`}>{words.toImport}</Link>
      </p>
      {scan.problems.length > 0 && (
        <details>
          <summary>{words.problems}</summary>
          <ul>
            {scan.problems.map(({ path, line, expected, found }, at) => (
              <li key={at}>
                <span className="mono">{line === null ? path : `${path}:${line}`}</span>: {expected}{' '}
                ({found})
              </li>
            ))}
          </ul>
        </details>
      )}
      <Turned
        title={words.fixed(scan.fixed.length)}
        text={words.fixedText}
        button={words.markSolved}
        those={scan.fixed}
        acts={[{ field: 'solved_on', value: day }, { to: 'solved' }]}
      />
      <Turned
        title={words.back(scan.back.length)}
        text={words.backText}
        button={words.openAgain}
        those={scan.back}
        acts={[{ to: 'open', reason: words.reason(file) }]}
      />
    </div>
  )
}

interface TurnedProps {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly those: Scan['fixed']
  /** One behind the other, each on the versions that the one before made. */
  readonly acts: readonly EditAsked['act'][]
}

function Turned({ title, text, button, those, acts }: TurnedProps) {
  const words = useScanWords()
  const edit = useEdit()
  const all = useMutation({
    mutationFn: async () => {
      let failed = 0
      let rows = those.map(({ id, version }) => ({ id, version }))
      for (const act of acts) {
        const make: EditAsked = { register: 'findings', rows, act }
        const { rows: came } = await edit.mutateAsync({ make })
        const isDone = new Map(came.map(({ id, outcome }) => [id, outcome]))
        failed += came.filter(({ outcome }) => outcome === 'refused').length
        rows = rows.flatMap(({ id, version }) => {
          const outcome = isDone.get(id)
          if (outcome === 'changed') return [{ id, version: version + 1 }]
          return outcome === 'same' ? [{ id, version }] : []
        })
        if (rows.length === 0) break
      }
      return failed
    },
  })
  if (those.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      <ul>
        {those.map(({ id, title: name }) => (
          <li key={id}>
            <Link to={`/registers/findings/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
      <Refusal error={all.error} />
      {all.data === undefined ? (
        <Button size="xs" variant="default" loading={all.isPending} onClick={() => all.mutate()}>
          {button}
        </Button>
      ) : (
        <Alert variant="outline" color="water">
          {all.data === 0 ? words.done : words.notAll(all.data)}
        </Alert>
      )}
    </section>
  )
}
