// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePublisherKeys } from '../../data/providers.ts'
import { type Advisory, useAdvisory, useAssess, useMarkRead } from '../../data/vulnerabilities.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day, dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Gone, TakeAway } from './away.tsx'
import { Known } from './line.tsx'
import { Lines } from './page.tsx'
import { useVulnerabilityWords } from './words.ts'
import './vulnerabilities.css'

/** One advisory: whom it touches, what changed in it, what is in it. All its text is inert. */
export function AdvisoryPage() {
  const { document = '' } = useParams()
  const words = useVulnerabilityWords()
  const found = useAdvisory(document)
  const [said, setSaid] = useState('')
  return (
    <>
      <p className="quiet">
        <Link to="/vulnerabilities/advisories">{words.back}</Link>
      </p>
      {said !== '' && <Gone name={found.data?.name ?? ''} said={said} />}
      {said === '' && (
        <Ready of={found}>{(advisory) => <One advisory={advisory} onGone={setSaid} />}</Ready>
      )}
    </>
  )
}

function One({
  advisory,
  onGone,
}: {
  readonly advisory: Advisory
  readonly onGone: (said: string) => void
}) {
  const isKeeper = useMay()('change', 'organisation')
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const { matches, statistics, released_at, revision, publisher, score } = advisory
  const open = matches.filter(({ verdict }) => verdict !== 'not_affected')
  const isDay = /^\d{4}-\d{2}-\d{2}/.test(released_at)
  return (
    <>
      <Title name={advisory.name} />
      <p className="answer stranger">{advisory.title}</p>
      <p className="quiet">
        {publisher} · {words.revision} {revision} ·{' '}
        {isDay ? day(released_at, language) : released_at}
        {score !== null && ` · ${words.score} ${number(score, language, 1)}`}
      </p>
      <section>
        <h2>{words.matches}</h2>
        <p>
          {words.named(statistics.matching)}
          {statistics.matching > 0 &&
            ` ${words.ofThose(
              (['not_remediated', 'in_progress', 'done'] as const)
                .flatMap((mark) =>
                  statistics[mark] === 0 ? [] : [`${statistics[mark]} ${words.marks[mark]}`],
                )
                .join(', '),
            )}`}
        </p>
        {open.length === 0 ? <p>{words.none}.</p> : <Lines items={open} />}
      </section>
      <Reading advisory={advisory} />
      <Assessment advisory={advisory} />
      <Revisions advisory={advisory} />
      <Details advisory={advisory} />
      <Provenance advisory={advisory} />
      {isKeeper && <TakeAway advisory={advisory} onGone={onGone} />}
    </>
  )
}

/** Of whoever looks: said by a press, for a page that was opened is not yet read. */
function Reading({ advisory: { document, is_read } }: { readonly advisory: Advisory }) {
  const { reading: words } = useVulnerabilityWords()
  const mark = useMarkRead(document)
  return (
    <p className="no-print">
      <Button
        size="compact-sm"
        variant="default"
        loading={mark.isPending}
        onClick={() => mark.mutate(!is_read)}
      >
        {is_read ? words.forget : words.mark}
      </Button>{' '}
      <span className="quiet">{is_read ? words.isRead : words.ownAlone}</span>
      <Refusal error={mark.error} />
    </p>
  )
}

function Assessment({ advisory }: { readonly advisory: Advisory }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const mayDo = useMay()
  const assess = useAssess(advisory.document)
  const [text, setText, forget] = useKept(`draft/advisory/${advisory.document}`, '')
  const [relevance, setRelevance] = useState<'relevant' | 'not_relevant' | 'unclear'>('relevant')
  const known = ['relevant', 'not_relevant', 'unclear'] as const
  return (
    <section>
      <h2>{words.assessment}</h2>
      {advisory.assessments.length === 0 && <p>{words.noAssessment}</p>}
      {advisory.assessments.map((one) => (
        <p key={one.id}>
          <strong>{words.relevance[one.relevance]}</strong>{' '}
          <span className="stranger">{one.text}</span>
          <br />
          <span className="quiet">
            <PersonName id={one.by} />, {dayAndTime(one.at, language)}
          </span>
        </p>
      ))}
      {mayDo('create', 'software-component') && (
        <div className="no-print">
          <p className="prose quiet">
            <Glossed text={words.assessmentText} />
          </p>
          <NativeSelect
            size="xs"
            maw="16rem"
            label={words.assessment}
            value={relevance}
            onChange={(event) =>
              setRelevance(known.find((one) => one === event.currentTarget.value) ?? 'unclear')
            }
            data={known.map((value) => ({ value, label: words.relevance[value] ?? value }))}
          />
          <Textarea
            my="xs"
            maw="40rem"
            autosize
            minRows={2}
            label={words.yourWords}
            value={text}
            maxLength={4_000}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Refusal error={assess.error} />
          <Button
            size="xs"
            disabled={text.trim() === ''}
            loading={assess.isPending}
            onClick={() => assess.mutate({ relevance, text: text.trim() }, { onSuccess: forget })}
          >
            {words.assess}
          </Button>
        </div>
      )}
    </section>
  )
}

type Difference = Advisory['revisions'][number]['differences'][number]

function Revisions({ advisory }: { readonly advisory: Advisory }) {
  const words = useVulnerabilityWords()
  const [current] = advisory.revisions.filter(({ is_current }) => is_current)
  const isFirst = advisory.revisions.length < 2
  const differences = current?.differences ?? []
  return (
    <section>
      <h2>{words.changedBy}</h2>
      {isFirst ? (
        <p className="quiet">{words.firstVersion}</p>
      ) : differences.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <Table<Difference>
          label={words.changedBy}
          rows={differences}
          keyOf={(one) => JSON.stringify(one)}
          columns={[
            {
              title: words.changedBy,
              is: 'head',
              cell: ({ what, about, subject }) => (
                <>
                  {words.what[what] ?? what} <span className="stranger">{subject}</span>{' '}
                  <span className="quiet">{about}</span>
                </>
              ),
            },
            { title: words.was, cell: ({ before }) => <Value text={before} /> },
            { title: words.is, cell: ({ after }) => <Value text={after} /> },
          ]}
        />
      )}
    </section>
  )
}

function Value({ text }: { readonly text: string | null }) {
  const words = useVulnerabilityWords()
  if (text === null) return <span className="quiet">{words.nothingThere}</span>
  return <span className="stranger">{text}</span>
}

function Details({ advisory }: { readonly advisory: Advisory }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  return (
    <section>
      <h2>{words.inside}</h2>
      {advisory.details.map((one) => (
        <div key={one.id}>
          <h3>
            {one.id}
            {one.score !== null && ` · ${number(one.score, language, 1)}`}
          </h3>
          <p>
            <span className="stranger">{one.title}</span> <Known line={one} />
          </p>
          {Object.entries(one.products).map(([status, products]) => (
            <p key={status}>
              <strong>{words.verdict[status] ?? status}</strong>{' '}
              <span className="stranger">{products.join('; ')}</span>
            </p>
          ))}
          <ul>
            {one.remediations.map(({ category, text, url }, at) => (
              <li key={at} className="stranger">
                {words.remedies[category] ?? category}: {text}{' '}
                {url !== null && <span className="mono">{url}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Whose key it was, as long as it is among the accepted ones. */
function Signer({ fingerprint }: { readonly fingerprint: string }) {
  const keys = usePublisherKeys().data?.items ?? []
  const owner = keys.find((one) => one.fingerprint === fingerprint)?.owner
  return (
    <span className={owner === undefined ? 'mono' : 'stranger'}> ({owner ?? fingerprint})</span>
  )
}

function Provenance({ advisory }: { readonly advisory: Advisory }) {
  const words = useVulnerabilityWords()
  const { verification, oddities, origin, licence, document, digest } = advisory
  return (
    <section>
      <h2>{words.source}</h2>
      <p>
        {origin !== '' && <span className="stranger">{origin} · </span>}
        {advisory.format.replace('csaf-', 'CSAF ')} · {words.hash[verification.hash]} ·{' '}
        {words.signature[verification.signature]}
        {verification.signed_by != null && <Signer fingerprint={verification.signed_by} />} ·{' '}
        <a href={`/api/v1/advisories/${document}/revisions/${digest}`}>{words.download}</a>
      </p>
      <p className="mono">{digest}</p>
      {licence !== '' && (
        <p className="stranger">
          {words.terms}: {licence}
        </p>
      )}
      {oddities.length > 0 && (
        <>
          <h3>{words.oddities}</h3>
          <ul>
            {oddities.map(({ code, place }) => (
              <li key={`${code} ${place}`} className="mono">
                {code} {place}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
