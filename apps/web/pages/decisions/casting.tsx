// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Textarea } from '@mantine/core'
import type { votesOn } from '@schouw/core/registers/bodies'
import { registerTongue } from '@schouw/report/registers'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useList, useStep } from '../../data/records.ts'
import { useSign, useTable } from '../../data/signing.ts'
import { BodyRefusal } from '../../parts/body-refusal.tsx'
import { NamedOption } from '../../parts/record-link.tsx'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { Decision } from './decision.ts'
import { Fingerprint, FirstKey, useSignWords } from './signing.tsx'
import { useDecideWords } from './words.ts'

export type Vote = ReturnType<typeof votesOn>['votes'][number]

const choices = ['approve', 'reject', 'abstain', 'took_note'] as const

const unsaid = { choice: '', reason: '', hasConflict: false, giver: '' }

interface CastingProps {
  readonly decision: Decision
  readonly person: string
  readonly votes: readonly Vote[]
}

/** One’s own vote, or that of a member whose proxy one holds in a meeting with this question. */
export function Casting({ decision, person, votes }: CastingProps) {
  const { language } = useLanguage()
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
  const givers = useGivers(decision.id, person)
  const giver = givers.includes(said.giver) ? said.giver : ''
  const former = votes.find((one) => one.speaks_for === (giver === '' ? person : giver))
  const why = reason.trim() === '' ? {} : { reason: reason.trim() }
  const behalf = giver === '' ? {} : { on_behalf_of: giver }
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
      ...why,
      ...behalf,
      ...(former === undefined ? {} : { replaces: former.id }),
    }
    step.mutate({ do: 'create', values }, { onSuccess: forget })
  }
  const signIt = () => {
    const asked = open.find((one) => one === choice)
    if (asked === undefined || table === undefined) return
    const { sha256: document } = table.document
    sign.mutate(
      { choice: asked, document, has_conflict: hasConflict, ...behalf, ...why },
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
        <BodyRefusal error={sign.error ?? step.error} />
        <Behalf
          givers={givers}
          giver={giver}
          choose={(next) => setSaid({ ...said, giver: next })}
        />
        <Radio.Group
          label={
            giver !== '' ? own.theirVote : former === undefined ? say.yourVote : say.changeVote
          }
          value={choice}
          onChange={(next) => setSaid({ ...said, choice: next })}
        >
          <Group mt={4}>
            {open.map((one) => (
              <Radio key={one} value={one} label={upper(tongue.code('vote', one, 'choice'))} />
            ))}
          </Group>
        </Radio.Group>
        <Why said={said} tell={(told) => setSaid({ ...said, ...told })} />
        <Group>
          {hasKey && (
            <Button disabled={choice === ''} loading={sign.isPending} onClick={signIt}>
              {own.sign}
            </Button>
          )}
          <Button type="submit" variant="default" disabled={choice === ''} loading={step.isPending}>
            {hasKey ? own.without : say.cast}
          </Button>
          {(sign.isSuccess || step.isSuccess) && (
            <output>{sign.isSuccess ? own.signed : say.voted}</output>
          )}
        </Group>
        {table !== undefined && <Fingerprint table={table} decision={decision.id} />}
        {table !== undefined && !hasKey && <FirstKey />}
      </Stack>
    </form>
  )
}

interface WhyProps {
  readonly said: { readonly reason: string; readonly hasConflict: boolean }
  readonly tell: (told: Partial<WhyProps['said']>) => void
}

function Why({ said: { reason, hasConflict }, tell }: WhyProps) {
  const say = useDecideWords()
  return (
    <>
      <Textarea
        label={say.reason}
        description={say.reasonHelp}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => tell({ reason: event.currentTarget.value })}
      />
      <Checkbox
        label={say.conflict}
        checked={hasConflict}
        onChange={(event) => tell({ hasConflict: event.currentTarget.checked })}
      />
    </>
  )
}

interface BehalfProps {
  readonly givers: readonly string[]
  readonly giver: string
  readonly choose: (giver: string) => void
}

function Behalf({ givers, giver, choose }: BehalfProps) {
  const own = useSignWords()
  return givers.length === 0 ? null : (
    <NativeSelect
      label={own.behalf}
      maw="20rem"
      value={giver}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{own.own}</option>
      {givers.map((one) => (
        <NamedOption key={one} id={one} />
      ))}
    </NativeSelect>
  )
}

/** Whose proxy somebody holds in a meeting that has the question on its agenda. */
function useGivers(decision: string, person: string): readonly string[] {
  const meetings =
    useList('meeting', { limit: 200 }).data?.pages.flatMap(({ items }) => items) ?? []
  const found = meetings
    .filter(({ state }) => state === 'planned' || state === 'held')
    .filter(({ values }) => (values.agenda ?? []).some((row) => row.decision === decision))
    .flatMap(({ values }) => values.proxies ?? [])
    .filter(({ holder }) => holder === person)
  return [...new Set(found.map(({ absent_member: giver }) => giver))]
}
