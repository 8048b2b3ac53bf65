// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useNetwork } from '../../data/network.ts'
import { NetworkPages } from '../../parts/network-pages.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { OneProposal } from './proposal.tsx'
import { type Network, proposalsOf } from './propose.ts'
import { useZonesWords } from './words.ts'

/** Zones as the traffic suggests them, for a person to correct and keep. */
export function ZonesPage() {
  const words = useZonesWords()
  const network = useNetwork()
  return (
    <>
      <NetworkPages />
      <Title name={words.title} />
      <p className="prose">{words.intro}</p>
      <Ready of={network}>
        {(found) =>
          found.conversations.length === 0 ? (
            <p>
              {words.empty} <Link to="/captures">{words.toCapture}</Link>
            </p>
          ) : (
            <Proposed network={found} />
          )
        }
      </Ready>
    </>
  )
}

function Proposed({ network }: { readonly network: Network }) {
  const words = useZonesWords()
  const { language } = useLanguage()
  const [kept, setKept] = useState('')
  const { open, agreed, nodes, compared, agreement } = useMemo(
    () => proposalsOf(network),
    [network],
  )
  const oddsOf = (members: (typeof open)[number]['members']) => {
    const odd = members.filter(({ isOdd }) => isOdd).map(({ id }) => nodes.get(id)?.name ?? id)
    return odd.length === 0 ? '' : words.odds(odd.join(', '))
  }
  const all = [...open, ...agreed]
  const isShared = (range: string) => all.filter(({ ranges }) => ranges.includes(range)).length > 1
  return (
    <>
      <p>
        {agreement === null
          ? words.noAgreement
          : words.agreement(compared, number(agreement, language, 2))}
      </p>
      <output>{kept !== '' && <p className="answer">{kept}</p>}</output>
      <h2>{words.open(open.length)}</h2>
      {open.length === 0 && <p>{words.noOpen}</p>}
      {open.map((proposal, at) => (
        <OneProposal
          key={proposal.members.map(({ id }) => id).join()}
          title={words.proposal(at + 1, proposal.members.length)}
          {...{ proposal, nodes }}
          zones={network.zones}
          isFlat={proposal.ranges.some(isShared)}
          onKept={setKept}
        />
      ))}
      {agreed.length > 0 && (
        <>
          <h2>{words.agreed(agreed.length)}</h2>
          <ul className="plain">
            {agreed.map(({ existing, members }) => (
              <li key={members[0]?.id}>
                {words.same(existing?.name ?? '', members.length)}{' '}
                <span className="broken">{oddsOf(members)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
