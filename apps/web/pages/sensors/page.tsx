// SPDX-License-Identifier: EUPL-1.2

import { type Sensor, useSensors } from '../../data/sensors.ts'
import type { Session } from '../../data/session.ts'
import { NetworkPages } from '../../parts/network-pages.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { Admit } from './admit.tsx'
import { OneSensor } from './sensor.tsx'
import { useSensorsWords } from './words.ts'

/** How the sensors are, site by site, and for whoever may: letting one in. */
export function Sensors({ session }: { readonly session: Session }) {
  const words = useSensorsWords()
  const roles = session.organisation?.roles ?? []
  const isKeeping = roles.includes('ciso') || roles.includes('ot_engineer')
  return (
    <>
      <NetworkPages />
      <Title name={words.title} />
      <p className="prose">{words.intro}</p>
      <Ready of={useSensors()}>
        {({ items, codes }) => {
          const standing = items.filter(({ revoked }) => revoked === null)
          const well = standing.filter(({ health }) => health === 'well').length
          return (
            <>
              {items.length === 0 && <p className="prose">{words.none}</p>}
              {standing.length > 0 && (
                <p>
                  <strong>{words.summary(well, standing.length)}</strong>
                </p>
              )}
              {sitesOf(items).map(([site, name, own]) => (
                <section key={site} aria-labelledby={`site-${site}`}>
                  <h2 id={`site-${site}`}>{name ?? words.noSite}</h2>
                  {own.map((one) => (
                    <OneSensor key={one.id} sensor={one} isKeeping={isKeeping} />
                  ))}
                </section>
              ))}
              {isKeeping && <Admit codes={codes} />}
            </>
          )
        }}
      </Ready>
    </>
  )
}

type Site = readonly [id: string, name: string | null, sensors: readonly Sensor[]]

/** What asks for attention stands first, what was revoked last. */
const order = ['silent', 'attention', 'never_heard', 'well', 'revoked']

function sitesOf(items: readonly Sensor[]): readonly Site[] {
  const sites = new Map<string, Sensor[]>()
  const urgency = ({ health }: Sensor) => order.indexOf(health)
  for (const one of items.toSorted((a, b) => urgency(a) - urgency(b))) {
    sites.set(one.site.id, [...(sites.get(one.site.id) ?? []), one])
  }
  return [...sites].map(([id, own]) => [id, own[0]?.site.name ?? null, own])
}
