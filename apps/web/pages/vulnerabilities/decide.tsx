// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, Textarea } from '@mantine/core'
import { Link } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { useSession } from '../../data/session.ts'
import { type Line, useDecide } from '../../data/vulnerabilities.ts'
import { PersonName, RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useVulnerabilityWords } from './words.ts'

const deciders: readonly string[] = ['ciso', 'it_manager', 'ot_engineer']

/** What people decided on one vulnerability, and the means to decide otherwise. */
export function Decide({ line }: { readonly line: Line }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const roles = useSession().data?.organisation?.roles ?? []
  const decide = useDecide()
  const draft = `draft/vulnerability/${line.subject}/${line.weakness}`
  const [reason, setReason, forget] = useKept(draft, '')
  const on = [{ subject: line.subject, weakness: line.weakness }]
  const choose = (decision: 'now' | 'next_window' | 'never') =>
    decide.mutate({ on, decision, reason: reason.trim() }, { onSuccess: forget })
  return (
    <>
      {line.decided_at !== null && (
        <p>
          {line.decision !== null && words.decided(words.when[line.decision] ?? '')}
          {line.decision !== null && ', '}
          {words.marks[line.mark]}
          {line.reason !== '' && <span className="stranger">: {line.reason}</span>}{' '}
          <span className="quiet">
            {line.decided_by !== null && <PersonName id={line.decided_by} />},{' '}
            {dayAndTime(line.decided_at, language)}
          </span>
          {line.finding !== null && (
            <>
              {' '}
              {words.finding} <RecordLink id={line.finding} />
            </>
          )}
        </p>
      )}
      {roles.some((role) => deciders.includes(role)) && line.verdict !== 'not_affected' && (
        <details className="no-print">
          <summary>{words.decideTitle}</summary>
          <Textarea
            my="xs"
            maw="40rem"
            autosize
            label={words.reason}
            description={words.reasonNeeded}
            value={reason}
            maxLength={2_000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Refusal error={decide.error} />
          <Group gap="xs">
            <Button size="xs" loading={decide.isPending} onClick={() => choose('now')}>
              {words.decideNow}
            </Button>
            <Button size="xs" loading={decide.isPending} onClick={() => choose('next_window')}>
              {words.decideWindow}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={reason.trim() === ''}
              loading={decide.isPending}
              onClick={() => choose('never')}
            >
              {words.decideNever}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={decide.isPending}
              onClick={() =>
                decide.mutate({ on, mark: 'done', reason: reason.trim() }, { onSuccess: forget })
              }
            >
              {words.markDone}
            </Button>
          </Group>
          <p className="quiet prose">
            {words.exceptionText} <Link to="/registers/exceptions/new">{words.askException}</Link>
          </p>
        </details>
      )}
    </>
  )
}
