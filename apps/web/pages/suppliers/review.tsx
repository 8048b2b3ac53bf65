// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { answerWords, questionWords } from '@schouw/report/chain'
import { Link, useParams } from 'react-router'
import { api } from '../../data/api.ts'
import { type ReviewAnswer, useChainAct, useReview } from '../../data/chain.ts'
import { useMay } from '../../data/may.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Assess } from './assess.tsx'
import { Handed } from './handed.tsx'
import { Reuses } from './reuses.tsx'
import './suppliers.css'
import { useChainWords } from './words.ts'

/** The answers of a supplier: their worth with every point, what changed, and what follows. */
export function ReviewPage() {
  const { id = '' } = useParams()
  return <Ready of={useReview(id)}>{(found) => <Found review={found} />}</Ready>
}

interface Part {
  readonly review: ReviewAnswer
}

function Found({ review }: Part) {
  const words = useChainWords()
  const { language } = useLanguage()
  const allowed = useMay()
  const { review: own } = words
  const texts = questionWords(language).questions
  const { verdict, remarks } = review
  const said = own.verdicts[verdict as keyof typeof own.verdicts]
  return (
    <>
      <Title name={own.title(review.supplier_name)} />
      <p className="row">
        <Link to={`/suppliers/${review.supplier}`}>{review.supplier_name}</Link>
        <span>{words.states[review.state] ?? review.state}</span>
        <span className="quiet">
          {review.answered} / {review.asked}
          {review.answer_until !== null && ` · ${day(review.answer_until, language)}`}
        </span>
      </p>
      {verdict !== null && <p className="answer">{own.judged(said ?? verdict)}</p>}
      {review.conclusion !== null && <p className="prose">{review.conclusion}</p>}
      {review.actions.length > 0 && (
        <p>
          {own.actions}:{' '}
          {review.actions.map((action, at) => (
            <span key={action}>
              {at > 0 && ', '}
              <RecordLink id={action} />
            </span>
          ))}
        </p>
      )}
      <ScoreOf review={review} texts={texts} />
      {remarks !== null && (
        <p className="prose">
          {own.remarks}: {remarks}
        </p>
      )}
      <Reuses reuses={review.reuses} />
      <Answers review={review} texts={texts} />
      {review.state === 'answered' && allowed('change', 'supplier-review') && (
        <Assess review={review} texts={texts} />
      )}
      <Links review={review} />
    </>
  )
}

type Texts = ReturnType<typeof questionWords>['questions']

function ScoreOf({ review: { score }, texts }: Part & { readonly texts: Texts }) {
  const { language } = useLanguage()
  const { review: own } = useChainWords()
  if (score?.percent === null || score === null) return <p>{own.noScore}</p>
  return (
    <section>
      <p className="answer">{own.score(score.percent)}</p>
      {score.lost.length > 0 && (
        <details>
          <summary>{own.scoreHelp}</summary>
          <Table
            label={own.scoreHelp}
            rows={score.lost}
            keyOf={({ question }) => question}
            columns={[
              {
                title: own.columns.question,
                is: 'head',
                cell: ({ question }) => texts[question]?.[0] ?? question,
              },
              {
                title: own.columns.reason,
                tone: ({ is_key }) => (is_key ? 'broken' : undefined),
                cell: ({ reason }) => own.lost[reason],
              },
              {
                title: own.columns.points,
                is: 'number',
                cell: ({ points }) => own.points(number(points, language, 1)),
              },
            ]}
          />
        </details>
      )}
    </section>
  )
}

function Answers({ review: { answers }, texts }: Part & { readonly texts: Texts }) {
  const { language } = useLanguage()
  const { review: own } = useChainWords()
  const options: Readonly<Record<string, string>> = answerWords(language)
  return (
    <dl className="answers">
      {answers.map((one) => (
        <div key={one.question}>
          <dt>{texts[one.question]?.[0] ?? one.question}</dt>
          <dd>
            <strong className={one.answer === 'no' ? 'broken' : undefined}>
              {one.answer === null ? own.noAnswer : options[one.answer]}
            </strong>{' '}
            {one.has_changed && <span className="ask">{own.changed}</span>}
            {one.explanation !== null && <p className="said">{one.explanation}</p>}
            {one.before !== null && one.before.answer !== null && (
              <p className="quiet">
                {own.before(
                  `${options[one.before.answer] ?? one.before.answer}${
                    one.before.explanation === null ? '' : `: ${one.before.explanation}`
                  }`,
                )}
              </p>
            )}
            {one.overwritten.map(({ value, writer }) => (
              <p key={`${writer} ${value}`} className="quiet">
                {own.overwritten(writer)} {value}
              </p>
            ))}
            {one.files.map(({ digest, name }) => (
              <p key={digest}>
                <a href={`/api/v1/files/${digest}/content`} download>
                  {name ?? digest.slice(0, 12)}
                </a>
              </p>
            ))}
            {one.writer !== null && <p className="quiet">{own.by(one.writer)}</p>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Links({ review: { links, review, state, supplier_name: name } }: Part) {
  const { language } = useLanguage()
  const { review: own } = useChainWords()
  const allowed = useMay()
  const sections: Readonly<Record<string, string>> = questionWords(language).sections
  const renewed = useChainAct(() =>
    api.call('POST /api/v1/chain/reviews/{id}/link', {
      params: { id: review },
      body: { name: links[0]?.name ?? name, language, valid_days: 30 },
    }),
  )
  const revoked = useChainAct(() =>
    api.call('DELETE /api/v1/chain/reviews/{id}/link', { params: { id: review } }),
  )
  if (links.length === 0) return null
  return (
    <section aria-labelledby="links">
      <h2 id="links">{own.links}</h2>
      <Table
        label={own.links}
        rows={links}
        keyOf={({ id }) => id}
        columns={[
          { title: own.linkColumns.name, is: 'head', cell: (one) => one.name },
          {
            title: own.linkColumns.part,
            cell: (one) =>
              one.sections === null
                ? own.all
                : one.sections.map((section) => sections[section] ?? section).join(', '),
          },
          { title: own.linkColumns.state, cell: (one) => own.linkStates[one.state] },
          {
            title: own.linkColumns.opened,
            cell: (one) => (one.opened_at === null ? '' : day(one.opened_at, language)),
          },
        ]}
      />
      {state === 'sent' && allowed('change', 'supplier-review') && (
        <p className="row no-print">
          <Button variant="default" size="xs" onClick={() => renewed.mutate(undefined)}>
            {own.renew}
          </Button>
          <span className="quiet">{own.renewHelp}</span>
          <Button variant="default" size="xs" onClick={() => revoked.mutate(undefined)}>
            {own.revoke}
          </Button>
        </p>
      )}
      <Refusal error={renewed.error ?? revoked.error} />
      {renewed.data !== undefined && <Handed link={renewed.data.link} isMailed={false} />}
    </section>
  )
}
