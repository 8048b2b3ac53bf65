// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import { boardTongue } from '@schouw/report/board'
import { curveShown } from '@schouw/report/risk'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useName } from '../../data/names.ts'
import { useRecord } from '../../data/records.ts'
import { type RiskCurve, useRiskCurve, useRiskTrail } from '../../data/risk.ts'
import { Comments } from '../../parts/comments.tsx'
import { Picture } from '../../parts/drawing.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { addressOf, framesIn } from '../frames/named.ts'
import { Accept } from './accept.tsx'
import './risks.css'
import { Acceptance } from './top.tsx'
import { useAmount, useRiskWords } from './words.ts'

const before = ['findings', 'incidents', 'assets', 'zones', 'processes', 'crown_jewels'] as const
const beyond = ['treatments', 'measures', 'actions', 'acceptances', 'decisions'] as const
const shown = 3

/** One risk from what was seen on the floor to what was decided, each step a link. */
export function RiskTrail() {
  const { id = '' } = useParams()
  const words = useRiskWords()
  const query = useRiskTrail(id)
  const name = useName(id).data?.title
  const { steps } = words.trail
  return (
    <>
      <Title name={words.trail.title} />
      <p className="answer">{name}</p>
      <p className="quiet">
        <Link to="/risks">{words.trail.back}</Link>
      </p>
      <Ready of={query}>
        {({ trail }) => (
          <ol className="trail">
            <Step name={steps.frames} isThere={trail.findings.length > 0}>
              <Frames finding={trail.findings[0]?.id ?? null} />
            </Step>
            {before.map((step) => (
              <Step key={step} name={steps[step]} isThere={trail[step].length > 0}>
                <Links ids={trail[step].map((one) => one.id)} />
              </Step>
            ))}
            <Step name={steps.path} isThere={trail.path.length > 0}>
              <Path ids={trail.path.map((one) => one.id)} />
            </Step>
            <Step name={steps.risk} isThere>
              <RecordLink id={id} />
            </Step>
            <Step name={steps.euros} isThere>
              <Euros id={id} />
            </Step>
            {beyond.map((step) => (
              <Step key={step} name={steps[step]} isThere={trail[step].length > 0}>
                <Links ids={trail[step].map((one) => one.id)} />
                {step === 'acceptances' && <Accepted id={id} />}
                {step === 'acceptances' && <Accept risk={id} />}
              </Step>
            ))}
          </ol>
        )}
      </Ready>
      <Comments id={id} />
    </>
  )
}

/** Whether what was accepted still is the risk as it stands. */
function Accepted({ id }: { readonly id: string }) {
  const { data } = useRiskCurve({ treatments: 'off' })
  const risk = data?.book.risks.find((one) => one.id === id)
  return risk === undefined ? null : (
    <p>
      <Acceptance of={risk} />
    </p>
  )
}

/** The packets that the first finding rests on, as they stand in what was recorded. */
function Frames({ finding }: { readonly finding: string | null }) {
  const words = useRiskWords()
  const query = useRecord('finding', finding ?? '', undefined, finding !== null)
  if (finding === null) return <span className="quiet">{words.trail.none}</span>
  return (
    <Ready of={query}>
      {({ values }) => {
        const frames = framesIn('description' in values ? values.description : undefined)
        if (frames.length === 0) return <span className="quiet">{words.trail.noFrames}</span>
        return (
          <ul className="plain">
            {frames.slice(0, shown).map((frame) => (
              <li key={`${frame.capture} ${frame.frame}`}>
                <Link to={addressOf(finding, frame)}>
                  <code>{`${frame.capture} #${frame.frame}`}</code>
                </Link>
              </li>
            ))}
          </ul>
        )
      }}
    </Ready>
  )
}

function Path({ ids }: { readonly ids: readonly string[] }) {
  const words = useRiskWords()
  if (ids.length === 0) return <span className="quiet">{words.trail.noPath}</span>
  return (
    <ol className="hops">
      {ids.map((id, at) => (
        <li key={`${at} ${id}`}>
          <RecordLink id={id} />
        </li>
      ))}
    </ol>
  )
}

function Step({
  name,
  isThere = false,
  children,
}: {
  readonly name: string
  /** Something of it is on record. */
  readonly isThere?: boolean
  readonly children: ReactNode
}) {
  return (
    <li data-there={isThere}>
      <h2>{name}</h2>
      <div>{children}</div>
    </li>
  )
}

function Links({ ids }: { readonly ids: readonly string[] }) {
  const words = useRiskWords()
  if (ids.length === 0) return <span className="quiet">{words.trail.none}</span>
  return (
    <ul className="plain">
      {ids.slice(0, shown).map((id) => (
        <li key={id}>
          <RecordLink id={id} />
        </li>
      ))}
      {ids.length > shown && (
        <li>
          <details>
            <summary>{words.trail.more(ids.length - shown)}</summary>
            <ul className="plain">
              {ids.slice(shown).map((id) => (
                <li key={id}>
                  <RecordLink id={id} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  )
}

function Euros({ id }: { readonly id: string }) {
  const words = useRiskWords()
  const amount = useAmount()
  const say = boardTongue(useLanguage().language)
  const range = ({ low, high }: losses.Interval) => say.euroRange({ low_eur: low, high_eur: high })
  const query = useRiskCurve({ treatments: 'off' })
  const chosen = useRiskCurve({ treatments: 'chosen' })
  return (
    <Ready of={query}>
      {({ book, result }) => {
        const risk = book.risks.find((one) => one.id === id)
        if (risk === undefined) return <span className="quiet">{words.unknown}</span>
        const { loss_eur: loss, loss_from, outage } = risk
        const yearly = result?.risks.find((one) => one.id === risk.key)?.expected_loss_eur ?? null
        return (
          <ul className="plain">
            <li>
              {words.columns.loss}:{' '}
              <strong>
                {loss === null
                  ? words.unknown
                  : say.euroRange({ low_eur: loss.low, high_eur: loss.high })}
              </strong>{' '}
              {loss_from !== null && <span className="quiet">{words.from[loss_from]}</span>}
            </li>
            <li>
              {words.columns.hours}:{' '}
              <strong>
                {outage.hours === null
                  ? words.unknown
                  : say.hours(outage.hours.low, outage.hours.high)}
              </strong>{' '}
              {outage.basis !== null && <span className="quiet">{words.basis[outage.basis]}</span>}{' '}
              {outage.eur_per_day !== null
                ? words.trail.perDay(range(outage.eur_per_day))
                : outage.eur_per_hour !== null && words.trail.perHour(range(outage.eur_per_hour))}
            </li>
            <li>
              <Link to="/risks">
                {words.columns.expected}:{' '}
                <strong>{yearly === null ? words.unknown : amount(yearly)}</strong>
              </Link>
            </li>
            <Later of={chosen.data} risk={risk} />
            <Stages of={risk} />
            <OwnCurve id={id} />
            {outage.tests.map((test) => (
              <li key={test}>
                {words.trail.test} <RecordLink id={test} />
              </li>
            ))}
          </ul>
        )
      }}
    </Ready>
  )
}

/** What is left of it with the treatments that are chosen; nothing while none is. */
function Later({
  of,
  risk,
}: {
  readonly of: RiskCurve | undefined
  readonly risk: losses.RiskEstimate
}) {
  const words = useRiskWords()
  const amount = useAmount()
  const own = of?.book.treatments.filter((one) => one.risk === risk.id) ?? []
  const left = of?.result?.risks.find(({ id }) => id === risk.key)?.expected_loss_eur ?? null
  if (left === null || !own.some(({ id }) => of?.treatments.includes(id))) return null
  return (
    <li>
      {words.trail.chosen}: <strong>{amount(left)}</strong>
    </li>
  )
}

/** Without measures, now, and where it is to end up, in steps of five. */
function Stages({ of: risk }: { readonly of: losses.RiskEstimate }) {
  const { trail: words } = useRiskWords()
  const { likelihood, impact } = risk
  const now = likelihood === null || impact === null ? null : { likelihood, impact }
  const stages = { before: risk.before, now, target: risk.target }
  return (['before', 'now', 'target'] as const).flatMap((stage) => {
    const steps = stages[stage]
    if (steps === null) return []
    return [
      <li key={stage}>
        {words.stages[stage]}: {words.weighs(steps.likelihood, steps.impact)}
      </li>,
    ]
  })
}

/** Drawn when somebody asks for it. */
function OwnCurve({ id }: { readonly id: string }) {
  const words = useRiskWords()
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const query = useRiskCurve({ treatments: 'off', of: id }, isOpen)
  const result = query.isPlaceholderData ? null : (query.data?.result ?? null)
  const drawn =
    result === null
      ? null
      : curveShown({ before: null, after: result, appetiteEur: null }, language)
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.trail.curve}</summary>
        {isOpen && drawn !== null && <Picture wide={drawn.wide} narrow={drawn.narrow} />}
        {isOpen && query.data?.state === 'nothing' && <p>{words.unknown}</p>}
      </details>
    </li>
  )
}
