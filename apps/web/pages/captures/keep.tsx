// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import type { InspectionReport } from '@schouw/core/capture'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useReadAlerts } from '../../data/monitoring.ts'
import { useList } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { uploadFacts } from '../../data/sources.ts'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { waysOf } from '../import/roles.ts'
import { useMonitoringWords } from '../monitoring/words.ts'
import { useCapturesWords } from './words.ts'

interface KeepProps {
  readonly report: InspectionReport
  readonly session: Session
  readonly sent: () => void
}

/** The only place from which anything leaves the computer, and what leaves it can be read first. */
export function Keep({ report, session, sent }: KeepProps) {
  const words = useCapturesWords()
  const [site, setSite] = useState('')
  const isAllowed = waysOf(session).includes('source')
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => uploadFacts(fileOf(report), site),
    onSuccess: () => {
      sent()
      return queries.invalidateQueries({ queryKey: ['sources'] })
    },
  })
  const devices = report.assets.filter(({ parent }) => parent === null).length
  return (
    <section className="keep" aria-labelledby="keep">
      <h2 id="keep">{words.keep}</h2>
      {!isAllowed && <p>{words.keepWho}</p>}
      {isAllowed && <p className="prose">{words.keepText(devices, report.conversations.length)}</p>}
      <Stack maw="28rem" gap="sm">
        {isAllowed && send.data === undefined && <Site value={site} put={setSite} />}
        <Refusal error={send.error} />
        <Group>
          {send.data !== undefined ? (
            <>
              <Button component={Link} to={`/import/sources/${send.data.id}`}>
                {words.toProposals}
              </Button>
              <Link to="/map">{words.map}</Link>
            </>
          ) : (
            isAllowed && (
              <Button loading={send.isPending} onClick={() => send.mutate()}>
                {words.send}
              </Button>
            )
          )}
          <Button variant="default" onClick={() => download(fileOf(report))}>
            {words.asFile}
          </Button>
        </Group>
        {send.isPending && <output className="quiet">{words.sending}</output>}
        {send.data !== undefined && report.detections.length > 0 && <Signals report={report} />}
      </Stack>
    </section>
  )
}

/** What a person has to judge goes to where that is done. */
function Signals({ report }: Pick<KeepProps, 'report'>) {
  const words = useCapturesWords()
  const monitoring = useMonitoringWords()
  const allowed = useMay()
  const taken = useReadAlerts()
  if (taken.data !== undefined) {
    const { made, again, left_out } = taken.data
    return (
      <p role="status">
        {monitoring.read(made, again, left_out)} <Link to="/monitoring">{monitoring.title}</Link>
      </p>
    )
  }
  if (!allowed('create', 'alert')) return null
  // The talks are many, and are in the register already.
  const said = { ...report, assets: [], conversations: [] }
  return (
    <div>
      <Refusal error={taken.error} />
      <Button
        variant="default"
        loading={taken.isPending}
        onClick={() => taken.mutate(fileOf(said))}
      >
        {words.signalsTo}
      </Button>
    </div>
  )
}

interface SiteProps {
  readonly value: string
  readonly put: (site: string) => void
}

function Site({ value, put }: SiteProps) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  const sites = useList('site', { limit: 100, sort: 'title' })
  const items = sites.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <NativeSelect
      lang={language}
      label={words.site}
      value={value}
      data={[
        { value: '', label: words.anySite },
        ...items.map(({ id, values }) => ({ value: id, label: values.name ?? id })),
      ]}
      onChange={(event) => put(event.currentTarget.value)}
    />
  )
}

/** What is sent, byte for byte the same as what can be looked at. */
function fileOf(report: InspectionReport): File {
  const [first] = report.captures
  const name = (first?.file ?? 'capture').replace(/\.gz$/, '').replace(/\.\w+$/, '')
  return new File([JSON.stringify(report)], `${name}.inspect.json`, { type: 'application/json' })
}

function download(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  URL.revokeObjectURL(address)
}
