// SPDX-License-Identifier: EUPL-1.2

import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useKeptForm } from '../../data/kept.ts'
import {
  type Asking,
  type Reached,
  type Receipt,
  useReaders,
  useReadingStep,
  useRenewLink,
  useRevokeLink,
} from '../../data/reading.ts'
import { useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { day, dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { type PolicyText, today } from './lines.ts'
import { usePoliciesWords } from './words.ts'

interface ReadersProps {
  readonly text: PolicyText | null
  /** May ask, remind, and hand out links. */
  readonly isKeeper: boolean
}

/** Who was asked to read the text that holds, and who did. */
export function Readers({ text, isKeeper }: ReadersProps) {
  const { readers: words } = usePoliciesWords()
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">{words.title}</h2>
      {text === null ? <p>{words.only}</p> : <OfVersion version={text.id} isKeeper={isKeeper} />}
    </section>
  )
}

interface Told {
  readonly name: string
  readonly link: string
}

function OfVersion({
  version,
  isKeeper,
}: {
  readonly version: string
  readonly isKeeper: boolean
}) {
  const { language } = useLanguage()
  const { readers: words } = usePoliciesWords()
  const readers = useReaders(version)
  const step = useReadingStep()
  const [links, setLinks] = useState<readonly Told[]>([])
  const told = (reached: Reached) => setLinks(reached.links)
  return (
    <Ready of={readers}>
      {({ items }) => {
        const asked = items.filter(({ state }) => state !== 'withdrawn')
        const read = asked.filter(({ state }) => state === 'read').length
        return (
          <>
            <p className="answer">
              {asked.length === 0
                ? words.none
                : words.count(read, asked.length, day(today(), language))}
            </p>
            <Refusal error={step.error} />
            {step.data !== undefined && <output>{words.told(step.data)}</output>}
            {links.length > 0 && <Links links={links} />}
            {isKeeper && (
              <>
                <Ask
                  version={version}
                  isBusy={step.isPending}
                  ask={(body) => step.mutate({ do: 'ask', body }, { onSuccess: told })}
                />
                {read < asked.length && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={step.isPending}
                    onClick={() => step.mutate({ do: 'remind', version }, { onSuccess: told })}
                  >
                    {words.remind}
                  </Button>
                )}
              </>
            )}
            {items.length > 0 && (
              <List items={items} isKeeper={isKeeper} told={(one) => setLinks([one])} />
            )}
          </>
        )
      }}
    </Ready>
  )
}

interface AskProps {
  readonly version: string
  readonly isBusy: boolean
  readonly ask: (body: Asking) => void
}

function Ask({ version, isBusy, ask }: AskProps) {
  const { readers: words } = usePoliciesWords()
  const { kept, forget } = useKeptForm(`draft/ask-readers/${version}`)
  const submit = (form: FormData) => {
    const due = String(form.get('due') ?? '')
    ask({
      version,
      audience: String(form.get('audience')) as Asking['audience'],
      valid_days: Number(form.get('days')) || 30,
      ...(due === '' ? {} : { due_on: due }),
    })
    forget()
  }
  return (
    <form {...kept} action={submit} className="no-print">
      <p className="quiet">
        <Glossed text={words.help} />
      </p>
      <Group gap="xs" align="end" mb="sm">
        <NativeSelect
          name="audience"
          label={words.audience}
          data={Object.entries(words.audiences).map(([value, label]) => ({ value, label }))}
        />
        <DateField name="due" label={words.due} min={today()} />
        <TextInput
          name="days"
          type="number"
          label={words.days}
          defaultValue="30"
          min={1}
          max={180}
          w="11rem"
        />
        <Button type="submit" loading={isBusy}>
          {words.ask}
        </Button>
      </Group>
    </form>
  )
}

/** Shown once: the server keeps none of them. */
function Links({ links }: { readonly links: readonly Told[] }) {
  const { readers: words } = usePoliciesWords()
  const [copied, setCopied] = useState<string | null>(null)
  return (
    <div className="block" role="status">
      <p className="ask">{words.links}</p>
      <ul className="plain">
        {links.map(({ name, link }) => (
          <li key={link}>
            {name}{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                void navigator.clipboard?.writeText(link).then(() => setCopied(link))
              }}
            >
              {copied === link ? words.copied : words.copy}
              <span className="spoken"> {name}</span>
            </Button>
            <div className="mono" style={{ overflowWrap: 'anywhere' }} data-link>
              {link}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ListProps {
  readonly items: readonly Receipt[]
  readonly isKeeper: boolean
  readonly told: (one: Told) => void
}

function List({ items, isKeeper, told }: ListProps) {
  const { readers: words } = usePoliciesWords()
  const renew = useRenewLink()
  const revoke = useRevokeLink()
  const step = useStep('read-receipt')
  const letOff = ({ receipt: id, version }: Receipt) => {
    const reason = window.prompt(words.letOffWhy)
    if (reason === null || reason.trim() === '') return
    const on = { kind: 'read-receipt', id, version } as const
    step.mutate(
      { do: 'move', on, to: 'withdrawn', reason: reason.trim() },
      { onSuccess: () => revoke.mutate(id) },
    )
  }
  return (
    <>
      <Refusal error={renew.error ?? step.error} />
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.how}</th>
              {isKeeper && <th scope="col">{words.columns.act}</th>}
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <Row
                key={one.receipt}
                one={one}
                acts={
                  isKeeper
                    ? {
                        renew: () => renew.mutate(one.receipt, { onSuccess: told }),
                        revoke: () => revoke.mutate(one.receipt),
                        letOff: () => letOff(one),
                      }
                    : undefined
                }
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface RowActs {
  readonly renew: () => void
  readonly revoke: () => void
  readonly letOff: () => void
}

function Row({ one, acts }: { readonly one: Receipt; readonly acts: RowActs | undefined }) {
  const { language } = useLanguage()
  const { readers: words } = usePoliciesWords()
  const { state, link } = one
  const at = (instant: string | null) => (instant === null ? '' : day(instant, language))
  const isLate = state === 'asked' && one.due_on !== null && one.due_on < today()
  const said = words.state[state]
  return (
    <tr>
      <th scope="row" className="plain-head">
        <RecordLink id={one.person} />
      </th>
      <td>
        {typeof said === 'string' ? said : said(at(state === 'read' ? one.read_at : one.asked_at))}
        {isLate && <span className="broken"> {words.late}</span>}
      </td>
      <td>
        {one.has_account ? words.account : words.personal}
        {state === 'asked' && !one.has_account && link !== null && (
          <div className="quiet">
            {link.state === 'open'
              ? words.link.open(dayAndTime(link.expires_at, language))
              : words.link[link.state]}
            {link.opened_at !== null && `, ${words.opened}`}
          </div>
        )}
      </td>
      {acts !== undefined && (
        <td>
          {state === 'asked' && (
            <Group gap={4}>
              {!one.has_account && <Act label={words.renew} of={one.name} run={acts.renew} />}
              {!one.has_account && link?.state === 'open' && (
                <Act label={words.revoke} of={one.name} run={acts.revoke} />
              )}
              <Act label={words.letOff} of={one.name} run={acts.letOff} />
            </Group>
          )}
        </td>
      )}
    </tr>
  )
}

interface ActProps {
  readonly label: string
  readonly of: string
  readonly run: () => void
}

function Act({ label, of, run }: ActProps) {
  return (
    <Button size="compact-xs" variant="default" onClick={run}>
      {label}
      <span className="spoken"> {of}</span>
    </Button>
  )
}
