// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { type RemoteAnswer, useChainAct, useRemoteAccess } from '../../data/chain.ts'
import { useMay } from '../../data/may.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day, dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Tabs } from './tabs.tsx'
import { useChainWords } from './words.ts'

/** What may come in from outside, beside what recordings showed. */
export function RemoteAccessPage() {
  const { language } = useLanguage()
  const words = useChainWords()
  const { remote } = words
  const allowed = useMay()
  return (
    <>
      <Title name={remote.title} />
      <Tabs />
      <p>
        <Glossed text={remote.intro} />
      </p>
      <Ready of={useRemoteAccess()}>
        {({ check, names }) => {
          const running = check.grants.filter(({ state }) => state === 'allowed')
          const counts = {
            none: check.sessions.filter(({ standing }) => standing !== 'granted').length,
            unused: running.filter(({ last_seen_at }) => last_seen_at === null).length,
            tools: check.unregistered.length,
            seen: check.seen.count,
          }
          const { from, until } = check.seen
          return (
            <>
              <p className="answer">{remote.answer(counts)}</p>
              {from !== null && until !== null && (
                <p className="quiet">{remote.span(day(from, language), day(until, language))}</p>
              )}
              {allowed('change', 'remote-access') && <Bring />}
              <Sessions check={check} names={names} />
              <Grants check={check} names={names} />
            </>
          )
        }}
      </Ready>
    </>
  )
}

function Bring() {
  const { remote } = useChainWords()
  const brought = useChainAct((file: File) =>
    api.call('POST /api/v1/chain/remote-access/sessions', { body: file as never }),
  )
  return (
    <div className="no-print">
      <ChooseFile
        label={remote.bring}
        description={remote.bringHelp}
        accept="application/json,.json"
        onChange={(file) => file !== null && brought.mutate(file)}
        maw="28rem"
      />
      <Refusal error={brought.error} />
      {brought.data !== undefined && (
        <output>{remote.brought(brought.data.made, brought.data.again)}</output>
      )}
    </div>
  )
}

interface Part {
  readonly check: RemoteAnswer['check']
  readonly names: Readonly<Record<string, string>>
}

function Sessions({ check, names }: Part) {
  const { language } = useLanguage()
  const { remote } = useChainWords()
  const { sessionColumns: columns } = remote
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{remote.sessions}</h2>
      {check.sessions.length === 0 ? (
        <p>{remote.noSessions}</p>
      ) : (
        <Table
          label={remote.sessions}
          rows={check.sessions.slice(0, 200)}
          keyOf={(one) => JSON.stringify([one.tool, one.source, one.target, one.first_at])}
          columns={[
            { title: columns.tool, is: 'head', cell: ({ tool }) => tool },
            {
              title: columns.standing,
              tone: ({ standing }) => (standing === 'granted' ? 'done' : 'broken'),
              cell: ({ standing }) => remote.standing[standing],
            },
            {
              title: columns.where,
              cell: ({ source, target, assets }) => (
                <>
                  {assets.map((id) => (
                    <div key={id}>
                      <Link to={`/registers/assets/${id}`}>{names[id] ?? id}</Link>
                    </div>
                  ))}
                  <span className="mono quiet">
                    {[source[0], target[0]].filter((one) => one !== undefined).join(' → ')}
                  </span>
                </>
              ),
            },
            {
              title: columns.when,
              cell: ({ last_at }) => (last_at === null ? '' : dayAndTime(last_at, language)),
            },
            {
              title: columns.proof,
              cell: ({ capture, frame }) =>
                capture === null || frame === null ? '' : remote.frame(capture, frame),
            },
          ]}
        />
      )}
    </section>
  )
}

type Verdict = 'keep' | 'suspend' | 'end'

function Grants({ check, names }: Part) {
  const { language } = useLanguage()
  const { remote } = useChainWords()
  const allowed = useMay()
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, Verdict>>>({})
  const mayReview = allowed('change', 'remote-access')
  const { grantColumns: columns } = remote
  return (
    <section aria-labelledby="grants">
      <h2 id="grants">{remote.grants}</h2>
      <Reviewed check={check} />
      {check.grants.length === 0 ? (
        <p>{remote.noGrants}</p>
      ) : (
        <Table
          label={remote.grants}
          rows={check.grants}
          keyOf={({ id }) => id}
          minWidth="58rem"
          columns={[
            {
              title: columns.name,
              is: 'head',
              cell: ({ id, name, supplier }) => (
                <>
                  <Link to={`/registers/remote-accesses/${id}`}>{name}</Link>
                  {supplier !== null && (
                    <div>
                      <Link to={`/suppliers/${supplier}`}>{names[supplier] ?? ''}</Link>
                    </div>
                  )}
                </>
              ),
            },
            {
              title: columns.what,
              cell: ({ tool, assets, zones }) => (
                <>
                  {tool}
                  <div className="quiet">
                    {[...assets, ...zones].map((id) => names[id] ?? id).join(', ')}
                  </div>
                </>
              ),
            },
            {
              title: columns.until,
              is: 'nowrap',
              cell: ({ valid_until: until }) => (until === null ? '' : day(until, language)),
            },
            {
              title: columns.seen,
              tone: ({ last_seen_at, state }) =>
                last_seen_at === null && state === 'allowed' ? 'ask' : undefined,
              cell: ({ last_seen_at: at }) =>
                at === null ? remote.neverSeen : dayAndTime(at, language),
            },
            {
              title: columns.lacks,
              cell: ({ lacks }) => lacks.map((one) => remote.lacks[one] ?? one).join(', '),
            },
            ...(mayReview
              ? [
                  {
                    title: columns.verdict,
                    cell: ({ id, name, state }: (typeof check.grants)[number]) =>
                      state === 'allowed' ? (
                        <NativeSelect
                          aria-label={`${columns.verdict}: ${name}`}
                          value={verdicts[id] ?? 'keep'}
                          onChange={(event) =>
                            setVerdicts({ ...verdicts, [id]: event.currentTarget.value as Verdict })
                          }
                          data={(['keep', 'suspend', 'end'] as const).map((value) => ({
                            value,
                            label: remote[value],
                          }))}
                        />
                      ) : (
                        ''
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayReview && check.grants.some(({ state }) => state === 'allowed') && (
        <Signing check={check} verdicts={verdicts} />
      )}
    </section>
  )
}

/** Who signed last, and what became of what they looked at. */
function Reviewed({ check: { reviewed, grants } }: { readonly check: Part['check'] }) {
  const { language } = useLanguage()
  const { remote } = useChainWords()
  if (grants.length === 0) return null
  if (reviewed === null) return <p className="ask">{remote.neverSigned}</p>
  const { on, reviewers, kept, withdrawn, left } = reviewed
  const nameOf = (id: string) => grants.find((one) => one.id === id)?.name ?? ''
  return (
    <p>
      {remote.lastSigned(day(on, language))}{' '}
      {reviewers.length === 0
        ? remote.noReviewer
        : reviewers.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <RecordLink id={id} />
            </span>
          ))}
      : {remote.keptCount(kept)}
      {withdrawn.length > 0 && `, ${remote.withdrawn} ${withdrawn.map(nameOf).join(', ')}`}.
      {left > 0 && <span className="ask"> {remote.leftOver(left)}</span>}
    </p>
  )
}

interface SigningProps {
  readonly check: Part['check']
  readonly verdicts: Readonly<Record<string, Verdict>>
}

/** One name and one day under all of them. */
function Signing({ check, verdicts }: SigningProps) {
  const { remote } = useChainWords()
  const [reason, setReason] = useState('')
  const isReasonOwed =
    reason.trim() === '' && Object.values(verdicts).some((verdict) => verdict !== 'keep')
  const running = check.grants.filter(({ state }) => state === 'allowed')
  const signed = useChainAct(() =>
    api.call('POST /api/v1/chain/remote-access/review', {
      body: {
        verdicts: running.map(({ id }) => ({
          grant: id,
          verdict: verdicts[id] ?? 'keep',
          reason: (verdicts[id] ?? 'keep') === 'keep' ? '' : reason,
        })),
      },
    }),
  )
  return (
    <div className="no-print">
      <h3>{remote.review}</h3>
      <p className="prose quiet">
        <Glossed text={remote.reviewHelp} />
      </p>
      <TextInput
        label={remote.reason}
        description={isReasonOwed ? remote.reasonNeeded : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        maw="28rem"
        mb="sm"
      />
      <Button
        onClick={() => signed.mutate(undefined)}
        loading={signed.isPending}
        disabled={isReasonOwed}
      >
        {remote.sign}
      </Button>
      <Refusal error={signed.error} />
      {signed.data !== undefined && (
        <output>
          <p>{remote.signed(signed.data.done)}</p>
          {signed.data.refused.length > 0 && (
            <p className="broken">{remote.refused(signed.data.refused.length)}</p>
          )}
        </output>
      )}
    </div>
  )
}
