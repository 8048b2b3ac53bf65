// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Crisis } from '../../data/crisis.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { useCrisisWords } from './words.ts'

type Isolation = Crisis['isolation']
type Zone = Isolation['zones'][number]
type Conduit = Zone['conduits'][number]

/** How each zone is cut off, and the fewest conduits that keep an outsider from what matters. */
export function IsolationByZone({ isolation }: { readonly isolation: Isolation }) {
  const words = useCrisisWords()
  const { zones, outside_cut: cut, exposed } = isolation
  return (
    <section aria-labelledby="isolation">
      <h2 id="isolation">{words.isolation}</h2>
      {zones.length === 0 ? (
        <p className="prose">{words.noZones}</p>
      ) : (
        <>
          <p className="prose quiet">
            <Glossed text={words.isolationHelp} />
          </p>
          <h3>{words.outsideCut}</h3>
          {cut.length === 0 ? <p>{words.noCut}</p> : <Conduits of={cut} />}
          {exposed.length > 0 && (
            <p className="ask">
              {words.exposed} <Records ids={exposed} />
            </p>
          )}
          {zones.map((zone) => (
            <details key={zone.zone} className="statement">
              <summary>{words.zoneHead(zone.name, zone.conduits.length)}</summary>
              <ZoneCut zone={zone} />
            </details>
          ))}
        </>
      )}
    </section>
  )
}

/** What closing off one zone takes; the room shows it for the zones that are hit. */
export function ZoneCut({ zone }: { readonly zone: Zone }) {
  const words = useCrisisWords()
  const { conduits, cut, reaches, remote_access: remote, processes } = zone
  return (
    <>
      {processes.length > 0 && (
        <Line title={words.hits}>
          <Records ids={processes} />
        </Line>
      )}
      {conduits.length === 0 ? (
        <p className="quiet">{words.noConduits}</p>
      ) : (
        <>
          <p>
            <strong>{words.closes}:</strong>
          </p>
          <Conduits of={conduits} />
        </>
      )}
      {remote.length > 0 && (
        <Line title={words.remote}>
          {remote.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <Link to={`/registers/remote-accesses/${id}`}>{name}</Link>
            </span>
          ))}
        </Line>
      )}
      {reaches.length === 0 ? (
        <p className="quiet">{words.alone}</p>
      ) : (
        <Line title={words.smallest}>{cut.map(({ name }) => name).join(', ')}</Line>
      )}
    </>
  )
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <p>
      <strong>{title}:</strong> {children}
    </p>
  )
}

function Conduits({ of }: { readonly of: readonly Conduit[] }) {
  return (
    <ul>
      {of.map(({ id, name, from, to, services }) => (
        <li key={id}>
          <Link to={`/registers/conduits/${id}`}>{name}</Link>{' '}
          <span className="quiet">
            <RecordLink id={from} /> → <RecordLink id={to} /> ·{' '}
            <span className="mono">{services.join(', ')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Records({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <RecordLink id={id} />
    </span>
  ))
}
