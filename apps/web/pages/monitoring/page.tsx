// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { type Alert, useAlertQueue, useReadAlerts } from '../../data/monitoring.ts'
import type { Session } from '../../data/session.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { CallList } from '../incidents/people.tsx'
import { OneAlert } from './alert.tsx'
import { Intakes } from './intakes.tsx'
import { useMonitoringWords } from './words.ts'

/** What waits to be looked at, how long that takes, and the sheet for whoever watches at night. */
export function Monitoring({ session }: { readonly session: Session }) {
  const words = useMonitoringWords()
  const allowed = useMay()
  const queue = useAlertQueue()
  return (
    <>
      <Title name={words.title} />
      <p className="prose">
        <Glossed text={words.intro} /> <Link to="/sensors">{words.toSensors}</Link>
      </p>
      <Ready of={queue}>
        {({ queue: { waiting, silent, done, figures } }) => (
          <>
            <p>
              <strong>{words.figures(figures.open, figures.silent)}</strong>
            </p>
            <p className="quiet">
              {figures.detect_hours === null && figures.contain_hours === null && words.unmeasured}
              {figures.detect_hours !== null &&
                words.detect(figures.detect_hours, figures.detect_of)}
              {figures.contain_hours !== null &&
                ` · ${words.contain(figures.contain_hours, figures.contain_of)}`}
            </p>
            <section aria-labelledby="waiting">
              <h2 id="waiting">{words.waiting}</h2>
              {waiting.length === 0 && <p className="quiet">{words.none}</p>}
              {waiting.map((one) => (
                <OneAlert
                  key={`${one.id} ${one.version}`}
                  alert={one}
                  person={session.organisation?.person ?? ''}
                />
              ))}
            </section>
            <Over title={words.silent} id="silent" alerts={silent} />
            <Over title={words.done} id="done" alerts={done} />
          </>
        )}
      </Ready>
      {allowed('create', 'alert') && <Reading />}
      <Sheet />
      {session.organisation?.roles.includes('ciso') === true && <Intakes />}
    </>
  )
}

interface OverProps {
  readonly title: string
  readonly id: string
  readonly alerts: readonly Alert[]
}

function Over({ title, id, alerts }: OverProps) {
  const { language } = useLanguage()
  const words = useMonitoringWords()
  if (alerts.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="plain">
        {alerts.map((one) => (
          <li key={one.id}>
            <Link to={`/registers/alerts/${one.id}`}>{one.name}</Link>
            {one.state === 'suppressed' && one.suppressed_until !== null && (
              <span className="quiet">
                {' '}
                · {words.until(day(one.suppressed_until, language))}: {one.suppression_reason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reading() {
  const words = useMonitoringWords()
  const read = useReadAlerts()
  return (
    <section className="no-print" aria-labelledby="reading">
      <h2 id="reading">{words.files}</h2>
      <ChooseFile
        label={words.files}
        description={words.filesHelp}
        maw="30rem"
        value={null}
        disabled={read.isPending}
        onChange={(file) => {
          if (file !== null) read.mutate(file)
        }}
      />
      <Refusal error={read.error} />
      {read.data !== undefined && (
        <p role="status">{words.read(read.data.made, read.data.again, read.data.left_out)}</p>
      )}
    </section>
  )
}

/** For somebody outside who watches at night: what never, what first, whom to call. */
function Sheet() {
  const words = useMonitoringWords()
  return (
    <section aria-labelledby="sheet" className="prose">
      <h2 id="sheet">{words.sheet}</h2>
      <p>
        <Glossed text={words.sheetIntro} />
      </p>
      <h3>{words.never.title}</h3>
      <ul>
        {words.never.items.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h3>{words.first.title}</h3>
      <ol>
        {words.first.items.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
      <h3>{words.call.title}</h3>
      <p>
        {words.call.text} <Link to="/registers/crisis-contacts">{words.call.link}</Link>
      </p>
      <CallList />
      <p className="no-print">
        <Button variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      </p>
    </section>
  )
}
