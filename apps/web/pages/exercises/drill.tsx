// SPDX-License-Identifier: EUPL-1.2
import { Button, Textarea } from '@mantine/core'
import { Link } from 'react-router'
import { type Drill, useDrill } from '../../data/crisis.ts'
import type { LogLine } from '../../data/incidents.ts'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import '../crisis/crisis.css'
import { useExerciseWords } from './words.ts'

type Inject = Drill['injects'][number]
type Write = (line: LogLine) => void

/** In the room of an exercise: what came in, for the leader what will, and room for observers. */
export function DrillPart({
  incident,
  write,
}: {
  readonly incident: string
  readonly write: Write
}) {
  const drill = useDrill(incident).data?.drill
  return drill === undefined ? null : <Opened drill={drill} write={write} />
}

function Opened({ drill, write }: { readonly drill: Drill; readonly write: Write }) {
  const { drill: words } = useExerciseWords()
  const allowed = useMay()
  const came = drill.injects.filter(({ given }) => given !== null).toReversed()
  const coming = drill.injects.filter(({ given }) => given === null)
  return (
    <section aria-labelledby="drill" className="block">
      <h2 id="drill" className="drill">
        {words.title}: {words.minute(drill.minutes)}
      </h2>
      <p className="quiet small">
        {drill.first_decision_minutes === null
          ? words.noDecision
          : words.first(drill.first_decision_minutes)}{' '}
        · {words.notes(drill.notes)} ·{' '}
        <Link to={`/exercises/${drill.exercise}`}>{words.toExercise}</Link>
      </p>
      <h3>{words.came}</h3>
      {came.length === 0 && <p className="quiet">{words.none}</p>}
      {came.map((one) => (
        <One key={one.number} inject={one} />
      ))}
      {coming.length > 0 && (
        <>
          <h3>{words.toCome}</h3>
          {coming.map((one) => (
            <One key={one.number} inject={one} isComing write={write} />
          ))}
        </>
      )}
      {allowed('create', 'incident-log-entry') && <Note exercise={drill.exercise} write={write} />}
    </section>
  )
}

interface OneProps {
  readonly inject: Inject
  readonly isComing?: boolean
  readonly write?: Write
}

function One({ inject, isComing = false, write }: OneProps) {
  const { drill: words } = useExerciseWords()
  const { number, text, to, expected, after_minutes: after } = inject
  return (
    <div className={isComing ? 'inject coming' : 'inject'}>
      <p className="quiet small">
        {words.at(after)}
        {to !== null && ` · ${words.to(to)}`}
      </p>
      <p>{text}</p>
      {expected !== null && (
        <p className="quiet small">
          {words.hope}: {expected}
        </p>
      )}
      {write !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => write({ type: 'inject', inject: number, text: text ?? '' })}
        >
          {words.give}
        </Button>
      )}
    </div>
  )
}

function Note({ exercise, write }: { readonly exercise: string; readonly write: Write }) {
  const { drill: words } = useExerciseWords()
  const [text, setText, forget] = useKept(`draft/observed/${exercise}`, '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        write({ type: 'observer_note', text })
        forget()
      }}
    >
      <Textarea
        autosize
        label={words.note}
        description={words.noteHelp}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" mt="xs" variant="default" disabled={text.trim() === ''}>
        {words.keep}
      </Button>
    </form>
  )
}
