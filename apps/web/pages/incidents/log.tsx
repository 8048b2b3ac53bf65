// SPDX-License-Identifier: EUPL-1.2

import { Button } from '@mantine/core'
import { Problem, type ProblemBody } from '@schouw/contract/client'
import { registerTongue } from '@schouw/report/registers'
import { useRef, useState } from 'react'
import type { Room } from '../../data/incidents.ts'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { useTimes } from '../../parts/times.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { useLogOutbox } from './log-outbox.ts'
import { Pen } from './pen.tsx'
import { Whose } from './whose.tsx'
import { useIncidentWords } from './words.ts'

type Outbox = ReturnType<typeof useLogOutbox>
type Line = Room['log'][number]
/** Written later than this after it happened, a line says when it was written. */
const laterMs = 5 * 60_000

/** What happened, the newest on top; under the pen nothing moves by itself. */
export function Log({ room, outbox }: { readonly room: Room; readonly outbox: Outbox }) {
  const words = useIncidentWords()
  const allowed = useMay()
  const [corrected, setCorrected] = useState<Line | null>(null)
  const [text, setText, forget] = useKept(`draft/log/${room.incident}`, '')
  const pen = useRef<HTMLTextAreaElement>(null)
  const lines = room.log.toReversed()
  const byId = new Map(room.log.map((line) => [line.id, line.number]))
  return (
    <section aria-labelledby="log" className="room-log">
      <h2 id="log">{words.log}</h2>
      {allowed('create', 'incident-log-entry') && (
        <Pen
          {...{ text, setText, forget, outbox, corrected, pen }}
          onWritten={() => setCorrected(null)}
        />
      )}
      {outbox.refused.map(({ line, body }) => (
        <RefusedLine
          key={line.id}
          text={line.text}
          body={body}
          onMend={() => {
            setText((before) => (before.trim() === '' ? line.text : `${before}\n${line.text}`))
            setCorrected(room.log.find(({ id }) => id === line.corrects) ?? null)
            outbox.drop(line)
            pen.current?.focus()
          }}
          onDrop={() => outbox.drop(line)}
        />
      ))}
      {outbox.waiting.length > 0 && (
        <div className="ask" role="status">
          <p>{words.kept}</p>
          <ul>
            {outbox.waiting.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {lines.length === 0 && <p className="quiet">{words.emptyLog}</p>}
      <ol className="log" reversed>
        {lines.map((line) => (
          <li key={line.id} value={line.number}>
            <Written
              line={line}
              numberOf={(id) => byId.get(id)}
              onCorrect={() => {
                setCorrected(line)
                pen.current?.focus()
              }}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface RefusedProps {
  readonly text: string
  readonly body: ProblemBody
  readonly onMend: () => void
  readonly onDrop: () => void
}

/** It is not in the log, and is not lost either. */
function RefusedLine({ text, body, onMend, onDrop }: RefusedProps) {
  const words = useIncidentWords()
  return (
    <div className="ask no-print">
      <p>{words.notTaken}</p>
      <p className="said">{text}</p>
      <Refusal error={new Problem(body)} />
      <div className="row">
        <Button size="compact-sm" variant="default" onClick={onMend}>
          {words.mend}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDrop}>
          {words.letGo}
        </Button>
      </div>
    </div>
  )
}

interface WrittenProps {
  readonly line: Line
  readonly numberOf: (id: string) => number | undefined
  readonly onCorrect: () => void
}

function Written({ line, numberOf, onCorrect }: WrittenProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const tongue = registerTongue(language)
  const isLater = Date.parse(line.recorded_at) - Date.parse(line.happened_at) > laterMs
  const isCorrected = line.corrected_by !== null
  return (
    <article className={isCorrected ? 'corrected' : ''}>
      <p className="quiet">
        <time dateTime={line.happened_at}>{times.at(line.happened_at)}</time> ·{' '}
        {upper(tongue.code('incident-log-entry', line.type, 'type'))} · <Whose line={line} />
        {line.assignee !== null && (
          <>
            {' → '}
            <RecordLink id={line.assignee} />
          </>
        )}
        {isLater && ` · ${words.writtenLater(times.at(line.recorded_at))}`}
        {line.corrects !== null && ` · ${words.corrects} ${numberOf(line.corrects) ?? '?'}`}
        {line.corrected_by !== null &&
          ` · ${words.corrected} ${numberOf(line.corrected_by) ?? '?'}`}
      </p>
      <p className="said">{line.text}</p>
      {line.files.map((digest) => (
        <FileOf key={digest} digest={digest} />
      ))}
      {!isCorrected && (
        <Button
          size="compact-xs"
          variant="subtle"
          className="no-print"
          aria-label={`${words.correct} ${line.number}`}
          onClick={onCorrect}
        >
          {words.correct}
        </Button>
      )}
    </article>
  )
}
