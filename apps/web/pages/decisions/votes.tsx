// SPDX-License-Identifier: EUPL-1.2

import { Button, Checkbox, Group, Radio, Stack, Textarea } from '@mantine/core'
import { votesOn } from '@schouw/core/registers/bodies'
import { registerTongue } from '@schouw/report/registers'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useList, useStep } from '../../data/records.ts'
import { type Stands, useSign, useTable } from '../../data/signing.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { Decision } from './decision.ts'
import { Fingerprint, FirstKey, Standing, useSignWords } from './signing.tsx'
import { useDecideWords } from './words.ts'

type Vote = ReturnType<typeof votesOn>['votes'][number]

const choices = ['approve', 'reject', 'abstain', 'took_note'] as const

interface VotesProps {
  readonly decision: Decision
  readonly person: string
}

/** What each member said, those against first of all, and one's own vote. */
export function Votes({ decision, person }: VotesProps) {
  const words = useDecideWords()
  const filter = [`decision:eq:${decision.id}`]
  const list = useList('vote', { limit: 200, filter })
  const table = useTable(decision.id).data
  if (list.data === undefined) return null
  const records = list.data.pages.flatMap(({ items }) => items)
  const { votes, tally } = votesOn(decision.id, records)
  const against = votes.filter(({ choice }) => choice === 'reject')
  const { dissent } = decision.values
  const own = votes.find((one) => one.person === person)
  return (
    <section className="block" aria-labelledby="votes">
      <h2 id="votes">{words.votes}</h2>
      <p>{votes.length === 0 ? words.noVotes : words.tally(tally)}</p>
      {(votes.length > 0 || typeof dissent === 'string') && (
        <>
          <h3>{words.dissent}</h3>
          {against.length === 0 && typeof dissent !== 'string' && <p>{words.noDissent}</p>}
          {typeof dissent === 'string' && <p style={{ whiteSpace: 'pre-line' }}>{dissent}</p>}
        </>
      )}
      <ul className="plain">
        {[...against, ...votes.filter((one) => !against.includes(one))].map((one) => (
          <Said key={one.id} vote={one} stands={table?.said.find(({ vote }) => vote === one.id)} />
        ))}
      </ul>
      {decision.state === 'tabled' && (
        <Casting key={own?.id ?? 'first'} decision={decision} person={person} own={own} />
      )}
    </section>
  )
}

interface SaidProps {
  readonly vote: Vote
  readonly stands: Stands | undefined
}

function Said({ vote, stands }: SaidProps) {
  const { language } = useLanguage()
  const words = useDecideWords()
  const tongue = registerTongue(language)
  return (
    <li>
      <RecordLink id={vote.person} />:{' '}
      <strong className={vote.choice === 'reject' ? 'ask' : undefined}>
        {tongue.code('vote', vote.choice, 'choice')}
      </strong>
      {vote.reason !== null && `, ${vote.reason}`}{' '}
      <span className="quiet">
        {dayAndTime(vote.cast_at, language)}
        {vote.has_conflict && ` · ${words.conflict}`}
      </span>
      {stands !== undefined && (
        <div>
          <Standing of={stands} />
        </div>
      )}
    </li>
  )
}

const unsaid = { choice: '', reason: '', hasConflict: false }

function Casting({
  decision,
  person,
  own: former,
}: VotesProps & { readonly own: Vote | undefined }) {
  const { words, language } = useLanguage()
  const say = useDecideWords()
  const allowed = useMay()
  const tongue = registerTongue(language)
  const step = useStep('vote')
  const sign = useSign(decision.id)
  const own = useSignWords()
  const table = useTable(decision.id).data
  const hasKey = table !== undefined && table.keys.length > 0
  const [said, setSaid, forget] = useKept(`draft/vote/${decision.id}`, unsaid)
  const { choice, reason, hasConflict } = said
  const open = choices.filter((one) =>
    allowed('create', 'vote', { id: '', state: '', values: { person, choice: one } }),
  )
  if (open.length === 0) return null
  const cast = () => {
    if (table === undefined) return
    const values = {
      document: table.document.sha256,
      log_size: table.head.size,
      decision: decision.id,
      person,
      choice,
      cast_at: new Date().toISOString(),
      has_conflict: hasConflict,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(former === undefined ? {} : { replaces: former.id }),
    }
    step.mutate({ do: 'create', values }, { onSuccess: forget })
  }
  const signIt = () => {
    const asked = open.find((one) => one === choice)
    if (asked === undefined || table === undefined) return
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    const { sha256: document } = table.document
    sign.mutate(
      { choice: asked, document, has_conflict: hasConflict, ...why },
      { onSuccess: forget },
    )
  }
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        cast()
      }}
    >
      <Stack maw="42rem" gap="xs" mt="md">
        <Refusal error={sign.error ?? step.error} />
        <Radio.Group
          label={former === undefined ? say.yourVote : say.changeVote}
          value={choice}
          onChange={(next) => setSaid({ ...said, choice: next })}
        >
          <Group mt={4}>
            {open.map((one) => (
              <Radio key={one} value={one} label={upper(tongue.code('vote', one, 'choice'))} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={say.reason}
          description={say.reasonHelp}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
        />
        <Checkbox
          label={say.conflict}
          checked={hasConflict}
          onChange={(event) => setSaid({ ...said, hasConflict: event.currentTarget.checked })}
        />
        <Group>
          {hasKey && (
            <Button disabled={choice === ''} loading={sign.isPending} onClick={signIt}>
              {own.sign}
            </Button>
          )}
          <Button type="submit" variant="default" disabled={choice === ''} loading={step.isPending}>
            {hasKey ? own.without : say.cast}
          </Button>
          {sign.isSuccess && <output>{own.signed}</output>}
          {step.isSuccess && <output>{say.voted}</output>}
          <span className="spoken">{words.registers.seal}</span>
        </Group>
        {table !== undefined && <Fingerprint table={table} />}
        {table !== undefined && !hasKey && <FirstKey />}
      </Stack>
    </form>
  )
}
