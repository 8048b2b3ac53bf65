// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Sensor, useRevokeSensor } from '../../data/sensors.ts'
import { PersonName } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime, number, percent } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Settings } from './settings.tsx'
import { useSensorsWords } from './words.ts'
import './sensors.css'

const signs = { well: '●', attention: '▲', silent: '■', never_heard: '○', revoked: '✕' } as const

interface OneProps {
  readonly sensor: Sensor
  readonly isKeeping: boolean
}

/** What it is called and how it is; behind it everything that it said of itself. */
export function OneSensor({ sensor, isKeeping }: OneProps) {
  const { language } = useLanguage()
  const words = useSensorsWords()
  const { id, name, health, troubles, revoked, beat } = sensor
  return (
    <article className="part sensor" aria-labelledby={`sensor-${id}`}>
      <h3 id={`sensor-${id}`}>
        <span className="stranger">{name}</span>{' '}
        <span className={`health ${health}`}>
          <span aria-hidden="true">{signs[health]}</span> {words.health[health]}
        </span>
      </h3>
      {revoked !== null && (
        <p className="quiet">{words.revokedAt(dayAndTime(revoked.at, language), revoked.reason)}</p>
      )}
      {troubles.length > 0 && (
        <ul className="troubles">
          {troubles.map((one) => (
            <li key={one}>
              {words.troubles[one]}
              {one === 'settings_refused' && ` (${beat?.settings.refused})`}
            </li>
          ))}
        </ul>
      )}
      <Facts sensor={sensor} />
      {revoked === null && sensor.source !== null && (
        <p>
          <Link to={`/import/sources/${sensor.source}`}>{words.seen}</Link>
          {' · '}
          <Link to="/map">{words.map}</Link>
        </p>
      )}
      {isKeeping && revoked === null && (
        <div className="no-print">
          <Settings key={sensor.settings.version} sensor={sensor} />
          <Revoking id={id} />
        </div>
      )}
    </article>
  )
}

/** What was never said is unknown, and stands there as such. */
function Facts({ sensor }: { readonly sensor: Sensor }) {
  const { language } = useLanguage()
  const words = useSensorsWords()
  const { beat, beat_at, batch_at, missing, settings, left_out } = sensor
  const at = (instant: string | null | undefined) =>
    instant == null ? words.unknown : dayAndTime(instant, language)
  const count = (value: number | undefined) =>
    value === undefined ? words.unknown : number(value, language)
  const isApplied = beat !== null && beat.settings.version === settings.version
  const rows: readonly (readonly [string, ReactNode])[] = [
    [words.facts.lastSign, at(beat_at)],
    [words.facts.lastBatch, at(batch_at)],
    [words.facts.clock, <Clock key="clock" beat={beat} />],
    [
      words.facts.waiting,
      beat === null
        ? words.unknown
        : words.waits(
            number(beat.spool.waiting, language),
            percent(beat.spool.bytes / Math.max(1, beat.spool.most_bytes), language),
          ),
    ],
    [words.facts.lost, count(beat?.spool.lost)],
    [
      words.facts.missing,
      <>
        {batch_at === null ? words.unknown : number(missing, language)}
        {left_out > 0 && ` · ${words.leftOut(number(left_out, language))}`}
      </>,
    ],
    [
      words.facts.captured,
      beat === null ? words.unknown : words.packets(number(beat.captured.packets, language)),
    ],
    [words.facts.filtered, count(beat?.captured.filtered)],
    [words.facts.lastPacket, at(beat?.captured.last_packet_at)],
    [words.facts.version, beat?.version ?? words.unknown],
    [
      words.facts.memory,
      beat === null ? words.unknown : words.megabytes(number(beat.memory_bytes / 1e6, language)),
    ],
    [
      words.facts.settings,
      settings.version === 0
        ? words.usual
        : isApplied
          ? words.applied(settings.version)
          : words.notApplied(settings.version, beat?.settings.version ?? 0),
    ],
    [
      words.facts.since,
      <>
        {words.by(at(sensor.enrolled_at))} <PersonName id={sensor.enrolled_by} />
      </>,
    ],
    [
      words.facts.fingerprint,
      <span key="print" className="mono">
        {sensor.fingerprint}
      </span>,
    ],
  ]
  return (
    <dl className="sensor-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Clock({ beat }: { readonly beat: Sensor['beat'] }) {
  const { language } = useLanguage()
  const words = useSensorsWords()
  if (beat === null || beat.clock === null) return words.unknown
  const { ahead_ms, within_ms } = beat.clock
  const seconds = number(Math.abs(ahead_ms) / 1000, language, 1)
  const within = number(within_ms / 1000, language, 2)
  return ahead_ms < 0 ? words.behind(seconds, within) : words.ahead(seconds, within)
}

function Revoking({ id }: { readonly id: string }) {
  const words = useSensorsWords()
  const revoking = useRevokeSensor(id)
  return (
    <details>
      <summary>{words.revoke}</summary>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          revoking.mutate(String(new FormData(event.currentTarget).get('reason')))
        }}
      >
        <TextInput
          name="reason"
          label={words.revokeWhy}
          description={words.revokeHelp}
          required
          maxLength={500}
          flex={1}
        />
        <Button type="submit" variant="default" loading={revoking.isPending}>
          {words.revoke}
        </Button>
      </form>
      <Refusal error={revoking.error} />
    </details>
  )
}
