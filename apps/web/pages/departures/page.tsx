// SPDX-License-Identifier: EUPL-1.2
import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useDepartureAlerts } from '../../data/departures.ts'
import { useNetwork } from '../../data/network.ts'
import { NetworkPages } from '../../parts/network-pages.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { departuresIn, type Network, sourcesIn } from './departures.ts'
import { DepartureList } from './list.tsx'
import { useDeparturesWords } from './words.ts'

/** What later captures show that is not as it was, each with what a person can do about it. */
export function DeparturesPage() {
  const words = useDeparturesWords()
  const network = useNetwork()
  return (
    <>
      <NetworkPages />
      <Title name={words.title} />
      <p className="prose">{words.intro}</p>
      <Ready of={network}>
        {(found) =>
          found.sources.length < 2 ? (
            <p>
              {words.few} <Link to="/captures">{words.toCapture}</Link>
            </p>
          ) : (
            <Since network={found} />
          )
        }
      </Ready>
    </>
  )
}

function Since({ network }: { readonly network: Network }) {
  const words = useDeparturesWords()
  const { language } = useLanguage()
  const sources = useMemo(() => sourcesIn(network), [network])
  const [until, setUntil] = useState(sources.at(-2)?.id ?? '')
  const [asOf] = useState(() => new Date().toISOString())
  const found = useMemo(() => departuresIn(network, until, asOf), [network, until, asOf])
  const alerts = useDepartureAlerts()
  return (
    <>
      <NativeSelect
        maw="34rem"
        label={words.learnt}
        description={words.learntHelp}
        value={until}
        data={sources.slice(0, -1).map(({ id, name, last }) => ({
          value: id,
          label: words.source(name, dayAndTime(last, language)),
        }))}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Ready of={alerts}>{(known) => <DepartureList {...{ network, found, known }} />}</Ready>
      <p className="quiet prose">
        {words.devices} <Link to="/inventory">{words.toInventory}</Link>
      </p>
    </>
  )
}
