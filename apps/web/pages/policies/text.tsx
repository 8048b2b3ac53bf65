// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import type { RecordOf } from '@schouw/contract/client'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { usePending, useRecord, useStep } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { Line, PolicyText } from './lines.ts'
import './policies.css'
import { usePoliciesWords } from './words.ts'

interface TextProps {
  readonly text: PolicyText
  readonly line: Line
  readonly session: Session
}

/** One version, with what was decided about it and what can be done with it now. */
export function Text({ text, line, session }: TextProps) {
  const { language } = useLanguage()
  const { one: words } = usePoliciesWords()
  const tongue = registerTongue(language)
  const { state, document, decision } = text
  const isHeld = line.in_force?.id === text.id
  const isNewest = line.texts.find((each) => each.state !== 'withdrawn')?.id === text.id
  const isUncovered = isNewest && line.standing === 'newer_waits'
  return (
    <article className="policy-text" aria-label={words.version(text.version)}>
      <h3>
        <Link to={`/registers/policy-versions/${text.id}`}>{words.version(text.version)}</Link>{' '}
        <span className="quiet">
          {upper(tongue.code('policy-version', state))}
          {text.valid_from !== null && `, ${words.from(day(text.valid_from, language))}`}
        </span>
      </h3>
      {isHeld && <p>{words.held}</p>}
      {isUncovered && <p className="ask">{words.lapsed}</p>}
      {text.summary !== null && <p style={{ whiteSpace: 'pre-line' }}>{text.summary}</p>}
      {text.changes !== null && (
        <p>
          <span className="quiet">{words.changes}: </span>
          {text.changes}
        </p>
      )}
      {document !== null && <FileOf digest={document} />}
      {(state === 'proposed' || state === 'approved') && (
        <p className={decision === null ? 'quiet' : undefined}>
          {decision === null ? (
            words.noDecision
          ) : (
            <Link to={`/decisions/${decision}`}>{words.decision}</Link>
          )}
        </p>
      )}
      <Acts text={text} line={line} session={session} />
    </article>
  )
}

function Acts({ text, line, session }: TextProps) {
  const { one: words } = usePoliciesWords()
  const allowed = useMay()
  const step = useStep('policy-version')
  const waiting = usePending('policy-version', text.id).data?.items ?? []
  const on = { kind: 'policy-version', id: text.id, version: text.record_version } as const
  const judged = { id: text.id, state: text.state, values: {} }
  if (waiting.length > 0) {
    return (
      <p>
        <Link to={`/registers/policy-versions/${text.id}`}>{words.waits}</Link>
      </p>
    )
  }
  if (!allowed('move', 'policy-version', judged)) return null
  const isOld = line.texts.some((one) => one.id === text.id && one.state === 'superseded')
  return (
    <>
      <Refusal error={step.error} />
      {text.state === 'draft' && text.document !== null && (
        <PutBefore text={text} line={line} session={session} />
      )}
      {text.state === 'proposed' && <Adopt text={text} />}
      {isOld && (
        <Replaced text={text} run={() => step.mutate({ do: 'move', on, to: 'superseded' })} />
      )}
    </>
  )
}

/** Only of what the register still holds to be approved. */
function Replaced({ text, run }: { readonly text: PolicyText; readonly run: () => void }) {
  const { one: words } = usePoliciesWords()
  const found = useRecord('policy-version', text.id)
  if (found.data?.state !== 'approved') return null
  return (
    <Button size="compact-sm" variant="default" onClick={run}>
      {words.replace}
    </Button>
  )
}

/** Makes the question to the board, names it with the text, and proposes the text. */
function PutBefore({ text, line, session }: TextProps) {
  const { one: words } = usePoliciesWords()
  const decide = useStep('decision')
  const step = useStep('policy-version')
  const person = session.organisation?.person
  const put = async () => {
    try {
      const made = await decide.mutateAsync({
        do: 'create',
        values: {
          code: `B-${crypto.randomUUID().slice(0, 8)}`,
          name: words.decisionName(line.name, text.version).slice(0, 200),
          question: words.question(line.name, text.version),
          body: 'board',
          subject: 'approve_policy',
          about: [text.id],
          documents: text.document === null ? [] : [text.document],
          if_yes: words.ifYes,
          if_no: words.ifNo,
          ...(person === undefined ? {} : { proposed_by: person }),
        },
      })
      const on = { kind: 'policy-version', id: text.id } as const
      const named = await step.mutateAsync({
        do: 'change',
        on: { ...on, version: text.record_version },
        values: { decision: made.id },
      })
      await step.mutateAsync({ do: 'move', on: { ...on, version: named.version }, to: 'proposed' })
    } catch {
      // Shown below: both keep what was refused.
    }
  }
  return (
    <>
      <Refusal error={decide.error ?? step.error} />
      <Button
        size="compact-sm"
        loading={decide.isPending || step.isPending}
        onClick={() => void put()}
      >
        {words.ask}
      </Button>
    </>
  )
}

/** What the board agreed to is recorded as adopted, and a director confirms it. */
function Adopt({ text }: { readonly text: PolicyText }) {
  const { one: words } = usePoliciesWords()
  const step = useStep('policy-version')
  const on = { kind: 'policy-version', id: text.id, version: text.record_version } as const
  return (
    <>
      <Refusal error={step.error} />
      {text.decision !== null && <Agreed id={text.decision} />}
      <Group gap="xs">
        <Button
          size="compact-sm"
          title={words.adoptHelp}
          loading={step.isPending}
          onClick={() => step.mutate({ do: 'move', on, to: 'approved' })}
        >
          {words.adopt}
        </Button>
      </Group>
    </>
  )
}

function Agreed({ id }: { readonly id: string }) {
  const { one: words } = usePoliciesWords()
  const found = useRecord('decision', id).data as RecordOf<'decision'> | undefined
  const isAgreed = found?.state === 'decided' && found.values.outcome === 'approved'
  if (found === undefined || isAgreed) return null
  return (
    <p className="ask">
      {words.notDecided} <Link to={`/decisions/${id}`}>{words.toDecision}</Link>
    </p>
  )
}
