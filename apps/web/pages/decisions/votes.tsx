// SPDX-License-Identifier: EUPL-1.2

import { Button, Checkbox, Group, Radio, Stack, Textarea } from '@mantine/core'
import { votesOn } from '@schouw/core/board'
import { registerTongue } from '@schouw/report/registers'
import { api } from '../../data/api.ts'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useList, useStep } from '../../data/records.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { Decision } from './decision.ts'
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
          <Said key={one.id} vote={one} />
        ))}
      </ul>
      {decision.state === 'tabled' && (
        <Casting key={own?.id ?? 'first'} decision={decision} person={person} own={own} />
      )}
    </section>
  )
}

function Said({ vote }: { readonly vote: Vote }) {
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
    </li>
  )
}

const unsaid = { choice: '', reason: '', hasConflict: false }

function Casting({ decision, person, own }: VotesProps & { readonly own: Vote | undefined }) {
  const { words, language } = useLanguage()
  const say = useDecideWords()
  const allowed = useMay()
  const tongue = registerTongue(language)
  const step = useStep('vote')
  const [said, setSaid, forget] = useKept(`draft/vote/${decision.id}`, unsaid)
  const { choice, reason, hasConflict } = said
  const open = choices.filter((one) =>
    allowed('create', 'vote', { id: '', state: '', values: { person, choice: one } }),
  )
  if (open.length === 0) return null
  const cast = async () => {
    const values = {
      ...(await tableOf(decision)),
      decision: decision.id,
      person,
      choice,
      cast_at: new Date().toISOString(),
      has_conflict: hasConflict,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(own === undefined ? {} : { replaces: own.id }),
    }
    step.mutate({ do: 'create', values }, { onSuccess: forget })
  }
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void cast()
      }}
    >
      <Stack maw="42rem" gap="xs" mt="md">
        <Refusal error={step.error} />
        <Radio.Group
          label={own === undefined ? say.yourVote : say.changeVote}
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
          <Button type="submit" variant="default" disabled={choice === ''} loading={step.isPending}>
            {say.cast}
          </Button>
          {step.isSuccess && <output>{say.voted}</output>}
          <span className="spoken">{words.registers.seal}</span>
        </Group>
      </Stack>
    </form>
  )
}

/**
 * What the vote is cast over: the first document on the table, else the proposal itself as it
 * stands, by the digest of its version; and the size of the log by which it stood so.
 */
async function tableOf({ id, version, values }: Decision) {
  const { as_of } = await api.list('decision', { limit: 1, fields: 'code' })
  const [first] = values.documents ?? []
  return { document: first ?? (await digestOf(JSON.stringify({ id, version }))), log_size: as_of }
}

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
