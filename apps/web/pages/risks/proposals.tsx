// SPDX-License-Identifier: EUPL-1.2

import { Button, TextInput } from '@mantine/core'
import type { losses } from '@schouw/core/board'
import { hazardWords } from '@schouw/report/hazards'
import { useState } from 'react'
import { useKept } from '../../data/kept.ts'
import { useAnswerProposal, useRiskProposals } from '../../data/risk.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useRiskWords } from './words.ts'

const shown = 6

/** Drafts of risks with what they rest on, for somebody to accept or to reject with a reason. */
export function Proposals() {
  const words = useRiskWords()
  const query = useRiskProposals()
  return (
    <section className="block" aria-labelledby="proposals">
      <h2 id="proposals">{words.proposals.title}</h2>
      <p className="quiet">
        <Glossed text={words.proposals.help} />
      </p>
      <Ready of={query}>
        {({ proposals }) =>
          proposals.length === 0 ? (
            <p>{words.proposals.none}</p>
          ) : (
            (['vulnerability', 'finding', 'restore_test', 'hazard'] as const).map((from) => (
              <Group key={from} from={from} of={proposals.filter((one) => one.from === from)} />
            ))
          )
        }
      </Ready>
    </section>
  )
}

function Group({
  from,
  of,
}: {
  readonly from: losses.Proposal['from']
  readonly of: readonly losses.Proposal[]
}) {
  const { proposals: say } = useRiskWords()
  const [count, setCount] = useState(shown)
  if (of.length === 0) return null
  return (
    <details open={from !== 'hazard'}>
      <summary>
        {say.from[from]} ({of.length})
      </summary>
      <ul className="plain proposals">
        {of.slice(0, count).map((one) => (
          <Draft key={one.key} of={one} />
        ))}
      </ul>
      {of.length > count && (
        <Button size="xs" variant="default" onClick={() => setCount(of.length)}>
          {say.showAll(of.length)}
        </Button>
      )}
    </details>
  )
}

/** What the risk would be called, in the words of whoever reads. */
function useName(of: losses.Proposal): string {
  const { proposals: say } = useRiskWords()
  const { language } = useLanguage()
  const where = of.site?.name ?? of.process?.name ?? ''
  const [ground] = of.grounds
  if (of.hazard !== null) return hazardWords(language)[of.hazard].draft(where)
  if (of.from === 'vulnerability') return say.vulnerability(ground?.name ?? '')
  return of.from === 'restore_test' ? say.restoreTest(ground?.name ?? '') : (ground?.name ?? '')
}

function Draft({ of }: { readonly of: losses.Proposal }) {
  const { proposals: say } = useRiskWords()
  const name = useName(of)
  const answer = useAnswerProposal()
  const [isRejecting, setRejecting] = useState(false)
  const [reason, setReason] = useKept(`draft/proposal/${of.grounds[0]?.id ?? of.from}`, '')
  return (
    <li>
      <div>
        <strong>{name}</strong>
        {of.severity !== null && <span className="quiet"> · {say.severity[of.severity]}</span>}
        <ul className="plain quiet">
          {of.grounds.map((ground) => (
            <li key={ground.id}>
              {say.grounds} <RecordLink id={ground.id} />
            </li>
          ))}
        </ul>
      </div>
      {isRejecting ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            answer.mutate({ proposal: of, name, reason })
          }}
        >
          <TextInput
            size="xs"
            label={say.reason}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="xs"
            type="submit"
            loading={answer.isPending}
            disabled={reason.trim() === ''}
          >
            {say.reject}
          </Button>
          <Button size="xs" variant="default" onClick={() => setRejecting(false)}>
            {say.back}
          </Button>
        </form>
      ) : (
        <div className="row">
          <Button
            size="xs"
            variant="default"
            loading={answer.isPending}
            onClick={() => answer.mutate({ proposal: of, name })}
          >
            {say.accept}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setRejecting(true)}>
            {say.reject}…
          </Button>
        </div>
      )}
      {answer.isError && <p className="broken">{say.failed}</p>}
    </li>
  )
}
