// SPDX-License-Identifier: EUPL-1.2

import { useCrisis } from '../../data/crisis.ts'
import { Glossed } from '../../parts/glossed.tsx'
import '../crisis/crisis.css'
import { ZoneCut } from '../crisis/isolation.tsx'
import { useCrisisWords } from '../crisis/words.ts'

/** Of the zones that are hit: what is closed, and the smallest cut where the zone itself cannot be. */
export function ClosingOff({ zones }: { readonly zones: readonly string[] }) {
  const words = useCrisisWords()
  const crisis = useCrisis().data?.crisis
  const hit = crisis?.isolation.zones.filter(({ zone }) => zones.includes(zone)) ?? []
  if (hit.length === 0) return null
  return (
    <section aria-labelledby="closing-off" className="block">
      <h2 id="closing-off">{words.isolation}</h2>
      <p className="quiet small">
        <Glossed text={words.isolationHelp} />
      </p>
      {hit.map((zone) => (
        <details key={zone.zone} className="statement">
          <summary>{words.zoneHead(zone.name, zone.conduits.length)}</summary>
          <ZoneCut zone={zone} />
        </details>
      ))}
    </section>
  )
}
