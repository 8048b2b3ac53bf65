// SPDX-License-Identifier: EUPL-1.2

import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { LogLine, Room } from '../../data/incidents.ts'
import { isKept, useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useTimes } from '../../parts/times.ts'
import { Whose } from './whose.tsx'
import { span, useIncidentWords } from './words.ts'

const hourMs = 3_600_000

type Task = Room['tasks'][number]

/** The steps of the playbook; doing one is a line in the log. */
export function Tasks({
  room,
  write,
}: {
  readonly room: Room
  readonly write: (line: LogLine) => void
}) {
  const words = useIncidentWords()
  return (
    <section aria-labelledby="tasks" className="block">
      <h2 id="tasks">{words.tasks}</h2>
      {room.tasks.length === 0 && <p className="quiet">{words.noTasks}</p>}
      <ol className="tasks">
        {room.tasks.map((task) => (
          <li key={task.number} value={task.number}>
            <One task={task} write={write} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function One({ task, write }: { readonly task: Task; readonly write: (line: LogLine) => void }) {
  const words = useIncidentWords()
  const times = useTimes()
  const allowed = useMay()
  const { id = '' } = useParams()
  const draftKey = `draft/step/${id}/${task.number}`
  const [isOpen, setIsOpen] = useState(() => isKept(draftKey))
  const [text, setText, forget] = useKept(draftKey, task.text)
  const { done, within_hours: within } = task
  const marks = [
    task.by,
    within === null ? null : words.within(span(within * hourMs, words)),
    task.can_stop_production ? words.stopsProduction : null,
  ].filter((one) => one !== null)
  const finish = () => {
    write({ type: task.asks_decision ? 'decision' : 'action', text, step: task.number })
    forget()
    setIsOpen(false)
  }
  return (
    <>
      <p className={done === null ? '' : 'quiet'}>
        {task.text}
        {task.is_late && <span className="broken"> · {words.lateTask}</span>}
      </p>
      {marks.length > 0 && <p className="quiet small">{marks.join(' · ')}</p>}
      {done !== null && (
        <p className="done">
          ✓ {words.doneAt(times.at(done.at))} · <Whose line={done} />
        </p>
      )}
      {done === null && !isOpen && allowed('create', 'incident-log-entry') && (
        <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
          {task.asks_decision ? words.decideStep : words.done}
        </Button>
      )}
      {isOpen && (
        <div>
          <Textarea
            autosize
            aria-label={words.write}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="row">
            <Button size="xs" disabled={text.trim() === ''} onClick={finish}>
              {words.send}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                forget()
                setIsOpen(false)
              }}
            >
              {words.cancel}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
