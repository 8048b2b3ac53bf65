// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, NativeSelect, TextInput } from '@mantine/core'
import type { RecordOf } from '@schouw/contract/client'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { type ReviewTable, useReviewTable, useSignReview } from '../../data/access.ts'
import { forgetDraft, keepDraft, restored } from '../../data/kept-draft.ts'
import { useRecord, useStep } from '../../data/records.ts'
import { useSession } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useAccessWords } from './words.ts'

type Review = RecordOf<'access-review'>
type Said = Readonly<Record<string, { readonly verdict: string; readonly reason: string }>>

/** One review: every account with a verdict, and then a signature. */
export function AccessReview() {
  const { id = '' } = useParams()
  const words = useAccessWords()
  const record = useRecord('access-review', id)
  return (
    <>
      <p className="quiet">
        <Link to="/access">{words.back}</Link>
      </p>
      <Ready of={record}>
        {(found) => <Deciding key={`${found.id}`} review={found as Review} />}
      </Ready>
    </>
  )
}

function saidIn({ values }: Review): Said {
  return Object.fromEntries(
    (values.verdicts ?? []).map(({ account, verdict, reason }) => [
      account,
      { verdict, reason: reason ?? '' },
    ]),
  )
}

/** As a kept draft holds it: one text an account. */
function draftOf(said: Said): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(said).map(([id, one]) => [id, JSON.stringify(one)]))
}

function saidOf(draft: Readonly<Record<string, unknown>>): Said {
  return Object.fromEntries(
    Object.entries(draft).map(([id, one]) => [id, JSON.parse(String(one)) as Said[string]]),
  )
}

const blank = JSON.stringify({ verdict: '', reason: '' })

function useSaid(review: Review) {
  const key = `draft/access-review/${review.id}`
  const asked = review.values.accounts ?? []
  const [base] = useState(() => ({
    ...Object.fromEntries(asked.map((id) => [id, blank])),
    ...draftOf(saidIn(review)),
  }))
  const [draft, setDraft] = useState(() => restored(key, base).draft)
  useEffect(() => keepDraft(key, { base, draft }), [key, base, draft])
  const said = saidOf(draft)
  const say = (id: string, one: Partial<Said[string]>) =>
    setDraft((now) => {
      const before = saidOf(now)[id] ?? { verdict: '', reason: '' }
      return { ...now, [id]: JSON.stringify({ ...before, ...one }) }
    })
  return { said, say, forget: () => forgetDraft(key) }
}

function Deciding({ review }: { readonly review: Review }) {
  const words = useAccessWords()
  const { language } = useLanguage()
  const person = useSession().data?.organisation?.person
  const step = useStep('access-review')
  const sign = useSignReview()
  const table = useReviewTable(review.id)
  const { said, say, forget } = useSaid(review)
  const { values, state } = review
  const accounts = values.accounts ?? []
  const isOpen = state === 'open'
  const isMine = values.reviewer === person
  const isSaid = (id: string) => {
    const { verdict = '', reason = '' } = said[id] ?? {}
    return verdict === 'keep' || (verdict !== '' && reason.trim() !== '')
  }
  const left = accounts.filter((id) => !isSaid(id))
  const verdicts = accounts
    .filter((id) => (said[id]?.verdict ?? '') !== '')
    .map((account) => {
      const { verdict, reason } = said[account] ?? { verdict: 'keep', reason: '' }
      return { account, verdict, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
    })
  const on = (version: number) => ({ kind: 'access-review' as const, id: review.id, version })
  const save = async () => {
    await step.mutateAsync({ do: 'change', on: on(review.version), values: { verdicts } })
    forget()
  }
  const signNow = async () => {
    await sign.mutateAsync({ id: review.id, version: review.version, verdicts })
    forget()
  }
  return (
    <>
      <Title name={values.name ?? words.review} />
      <p className="quiet">
        {words.asOf(values.log_size ?? 0, day(values.listed_on ?? '', language))}
      </p>
      <p>
        {words.reviewer}: {values.reviewer !== undefined && <RecordLink id={values.reviewer} />} ·{' '}
        {values.signed_on === undefined
          ? (words.state[state] ?? state)
          : words.signedOn(day(values.signed_on, language))}
      </p>
      {table.data !== undefined && <Figures table={table.data} />}
      {state === 'signed' && <Frozen review={review} table={table.data} />}
      <Accounts
        ids={accounts}
        table={table.data}
        said={said}
        say={isOpen && isMine ? say : undefined}
      />
      <Since table={table.data} />
      <Refusal error={sign.error ?? step.error ?? table.error} />
      {isOpen && !isMine && <p className="quiet">{words.onlyReviewer}</p>}
      {isOpen && isMine && (
        <>
          <p aria-live="polite">{left.length === 0 ? '' : words.left(left.length)}</p>
          <p className="quiet">{words.reasonNeeded}</p>
          <p className="row">
            <Button
              variant="default"
              onClick={() => {
                for (const id of left) {
                  if ((said[id]?.verdict ?? '') === '') say(id, { verdict: 'keep' })
                }
              }}
            >
              {words.keepRest}
            </Button>
            <Button
              variant="default"
              loading={step.isPending}
              disabled={verdicts.length === 0}
              onClick={() => void save().catch(() => {})}
            >
              {words.save}
            </Button>
            <Button
              loading={sign.isPending}
              disabled={left.length > 0}
              onClick={() => void signNow().catch(() => {})}
            >
              {words.sign}
            </Button>
          </p>
        </>
      )}
      {state === 'signed' && <Follow review={review} />}
    </>
  )
}

/** Of the list as it stood; a count that may not be known is not there. */
function Figures({ table: { counts: of } }: { readonly table: ReviewTable }) {
  const words = useAccessWords()
  const { flags } = words
  const counts = [
    [flags.leaver, of.leaver_count],
    [flags.privileged_without_mfa, of.privileged_without_mfa_count],
    [flags.stale, of.stale_count],
    [flags.shared, of.shared_count],
  ] as const
  return (
    <>
      {of.active_count > 0 && (
        <p>{words.coverageText(of.mfa_count, of.active_count, of.mfa_unknown_count)}</p>
      )}
      <p className="quiet">
        {counts
          .filter(([, count]) => count !== null)
          .map(([name, count]) => `${name}: ${count}`)
          .join(' · ')}
      </p>
    </>
  )
}

interface FrozenProps {
  readonly review: Review
  readonly table: ReviewTable | undefined
}

/** Whether what was signed can still be made from the log as it was. */
function Frozen({ review: { values }, table }: FrozenProps) {
  const words = useAccessWords()
  if (values.list_digest === undefined) return <p className="quiet">{words.notFrozen}</p>
  return (
    <p className={table?.holds === false ? 'broken' : 'quiet'}>
      {table?.holds === false ? words.digestDiffers : words.digestHolds}{' '}
      <span className="mono">{values.list_digest.slice(0, 16)}…</span>
    </p>
  )
}

const mostSince = 50

/** What later lists made of it: beside what was on the table, never in it. */
function Since({ table }: { readonly table: ReviewTable | undefined }) {
  const words = useAccessWords()
  if (table === undefined || table.since.length === 0) return null
  return (
    <section aria-labelledby="since">
      <h2 id="since">{words.since}</h2>
      <p className="quiet">
        <Glossed text={words.sinceText} />
      </p>
      <ul>
        {table.since.slice(0, mostSince).map(({ id, what }) => (
          <li key={id}>
            <RecordLink id={id} /> <span className="quiet">{words.sinceWhat[what]}</span>
          </li>
        ))}
      </ul>
      {table.since.length > mostSince && <p>{words.sinceMore(table.since.length - mostSince)}</p>}
    </section>
  )
}

interface AccountsProps {
  readonly ids: readonly string[]
  readonly table: ReviewTable | undefined
  readonly said: Said
  readonly say: ((id: string, one: Partial<Said[string]>) => void) | undefined
}

function Accounts({ ids, table, said, say }: AccountsProps) {
  const words = useAccessWords()
  const known = new Map((table?.lines ?? []).map((line) => [line.id, line]))
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.account}</th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => {
            const { verdict = '', reason = '' } = said[id] ?? {}
            const line = known.get(id)
            const label = line?.account ?? id.slice(-6)
            return (
              <tr key={id}>
                <td>
                  <RecordLink id={id} />
                  {line !== undefined && <span className="quiet"> {line.system}</span>}
                </td>
                <td>{line?.flags.map((flag) => words.flags[flag]).join(', ')}</td>
                <td>
                  {say === undefined ? (
                    (words.verdicts[verdict as keyof typeof words.verdicts] ?? '')
                  ) : (
                    <NativeSelect
                      size="xs"
                      aria-label={`${words.verdict}: ${label}`}
                      value={verdict}
                      onChange={(event) => say(id, { verdict: event.currentTarget.value })}
                      data={[
                        { value: '', label: '' },
                        ...Object.entries(words.verdicts).map(([value, name]) => ({
                          value,
                          label: name,
                        })),
                      ]}
                    />
                  )}
                </td>
                <td>
                  {say === undefined ? (
                    reason
                  ) : (
                    <TextInput
                      size="xs"
                      aria-label={`${words.reason}: ${label}`}
                      value={reason}
                      maxLength={500}
                      onChange={(event) => say(id, { reason: event.currentTarget.value })}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What was decided is done by somebody: an action with the list in it. */
function Follow({ review }: { readonly review: Review }) {
  const words = useAccessWords()
  const step = useStep('action')
  const { values } = review
  const todo = (values.verdicts ?? []).filter(({ verdict }) => verdict !== 'keep')
  if (todo.length === 0) return null
  const name = words.actionName(todo.length, values.name ?? '')
  return step.isSuccess ? (
    <Alert variant="outline" color="water" role="status">
      {words.actionMade} {step.data.record !== null && <RecordLink id={step.data.id} />}
    </Alert>
  ) : (
    <>
      <Refusal error={step.error} />
      <Button
        variant="default"
        loading={step.isPending}
        onClick={() =>
          step.mutate({
            do: 'create',
            values: {
              origin: 'own_initiative',
              requirements: ['I6'],
              code: `TB-${review.id.slice(-8)}`,
              name: name.slice(0, 200),
              description: todo
                .map(({ verdict, reason = '' }) => `${words.verdicts[verdict]}: ${reason}`)
                .join('\n')
                .slice(0, 20_000),
            },
          })
        }
      >
        {words.makeAction}
      </Button>
    </>
  )
}
