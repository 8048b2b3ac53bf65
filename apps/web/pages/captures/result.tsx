// SPDX-License-Identifier: EUPL-1.2
import { Button, Tabs } from '@mantine/core'
import { captureAdvice, captureTroubles } from '@schouw/report/captures'
import { useState } from 'react'
import type { Session } from '../../data/session.ts'
import { Table } from '../../parts/table.tsx'
import { dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Keep } from './keep.tsx'
import { Devices, Signals, Talks } from './lists.tsx'
import type { Inspected, MirrorSign } from './messages.ts'
import { useCapturesWords } from './words.ts'

interface ResultProps {
  readonly inspected: Inspected
  readonly session: Session
  /** Absent where another file is chosen elsewhere. */
  readonly again: (() => void) | undefined
}

/** What the recordings show, before anything has left this computer. */
export function Result({ inspected, session, again }: ResultProps) {
  const words = useCapturesWords()
  const [isSent, setIsSent] = useState(false)
  const { report, signs, troubles, hasMakers } = inspected
  const { captures, assets, conversations, detections, coverage } = report
  const hasNothing = captures.every(({ packets }) => packets === 0)
  return (
    <>
      {!hasNothing && (
        <p className="stays" role="status">
          {isSent ? words.sent : words.local}
        </p>
      )}
      <Troubles troubles={troubles} />
      {!hasMakers && <p className="broken">{words.noMakers}</p>}
      {hasNothing ? (
        <p>{captures.length === 0 ? words.nothing : words.noPackets}</p>
      ) : (
        <>
          <Files captures={captures} />
          <Signs signs={signs} />
          <Tabs defaultValue="devices" keepMounted={false} mt="xl">
            <Tabs.List>
              <Tabs.Tab value="devices">
                {words.devices} ({assets.filter(({ parent }) => parent === null).length})
              </Tabs.Tab>
              <Tabs.Tab value="talks">
                {words.talks} ({conversations.length})
              </Tabs.Tab>
              <Tabs.Tab value="signals">
                {words.signals} ({detections.length})
              </Tabs.Tab>
              <Tabs.Tab value="unseen">{words.unseen}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="devices" pt="sm">
              <Devices report={report} />
            </Tabs.Panel>
            <Tabs.Panel value="talks" pt="sm">
              <Talks report={report} />
            </Tabs.Panel>
            <Tabs.Panel value="signals" pt="sm">
              <Signals report={report} />
            </Tabs.Panel>
            <Tabs.Panel value="unseen" pt="sm">
              <Unseen advice={coverage.advice} />
            </Tabs.Panel>
          </Tabs>
          <Keep report={report} session={session} sent={() => setIsSent(true)} />
        </>
      )}
      {again !== undefined && (
        <Button variant="subtle" size="compact-sm" mt="lg" onClick={again}>
          {words.again}
        </Button>
      )}
    </>
  )
}

function Troubles({ troubles }: Pick<Inspected, 'troubles'>) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  if (troubles.length === 0) return null
  return (
    <ul className="broken" role="alert">
      {troubles.map(({ file, code, offset, found = '' }) => (
        <li key={file}>
          <strong>{file}</strong> {captureTroubles[code]?.[language] ?? code}
          {offset !== undefined && found !== '' && words.place(offset, found.slice(0, 16))}
        </li>
      ))}
    </ul>
  )
}

function Files({ captures }: Pick<Inspected['report'], 'captures'>) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  const time = (text: string | null) => (text === null ? '' : dayAndTime(text, language))
  return (
    <Table
      label={words.files}
      rows={captures}
      keyOf={({ file }) => file}
      columns={[
        { title: words.file, is: 'head', cell: ({ file }) => file },
        { title: words.packets, is: 'number', cell: ({ packets }) => number(packets, language) },
        { title: words.from, cell: ({ first }) => time(first) },
        { title: words.until, cell: ({ last }) => time(last) },
        {
          title: words.digest,
          cell: ({ sha256 }) => (
            <span className="mono" title={sha256 ?? undefined}>
              {sha256?.slice(0, 16) ?? ''}
            </span>
          ),
        },
      ]}
    />
  )
}

const marks = { good: '✓', doubtful: '!', unknown: '?' } as const

function Signs({ signs }: { readonly signs: readonly MirrorSign[] }) {
  const words = useCapturesWords()
  return (
    <section aria-labelledby="signs">
      <h2 id="signs">{words.signs}</h2>
      <ul className="signs">
        {signs.map(({ code, verdict, facts }) => (
          <li key={code} data-verdict={verdict}>
            <span aria-hidden>{marks[verdict]}</span>
            <span>
              <span className="spoken">{words.verdicts[verdict]}: </span>
              {words.sign[code][verdict](facts)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Unseen({ advice }: Pick<Inspected['report']['coverage'], 'advice'>) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  if (advice.length === 0) return <p>{words.allSeen}</p>
  return (
    <ul className="prose">
      {advice.map(({ code, facts }) => (
        <li key={`${code} ${JSON.stringify(facts)}`}>
          {captureAdvice[language][code]?.(facts) ?? code}
        </li>
      ))}
    </ul>
  )
}
