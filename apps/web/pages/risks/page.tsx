// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { curveShown } from '@schouw/report/risk'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { type RiskCurve, useRiskCurve } from '../../data/risk.ts'
import { Picture } from '../../parts/drawing.tsx'
import { Later } from '../../parts/later.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Appetite } from './appetite.tsx'
import { Checks, Sensitivity, Shared } from './blocks.tsx'
import { Matrix } from './matrix.tsx'
import { Options } from './options.tsx'
import { Part } from './part.tsx'
import { Proposals } from './proposals.tsx'
import { quickYears, useQuick } from './quick.ts'
import './risks.css'
import { TakeAlong } from './take-along.tsx'
import { TopRisks } from './top.tsx'
import { type Money, WhatIf, yearsIn } from './what-if.tsx'
import { useAmount, useRiskWords } from './words.ts'

/** What risks cost a year, what the measures do about it, and what the figures rest on. */
export function Risks() {
  const words = useRiskWords()
  const [part, setPart] = useState('')
  const off = useRiskCurve({ treatments: 'off', ...ofPart(part) })
  return (
    <>
      <Title name={words.title} />
      <Part part={part} choose={setPart} />
      <Ready of={off}>
        {(before) =>
          before.state === 'nothing' ? (
            <Nothing of={before} />
          ) : (
            // What is on belongs to what is looked at.
            <Known key={`${part} ${off.isPlaceholderData}`} of={before} part={part} />
          )
        }
      </Ready>
    </>
  )
}

function ofPart(part: string): { readonly of?: string } {
  return part === '' ? {} : { of: part }
}

function Nothing({ of }: { readonly of: RiskCurve }) {
  const words = useRiskWords()
  const { risks } = of.book
  return (
    <>
      <h2>{words.nothing.title}</h2>
      <p>{risks.length === 0 ? words.nothing.none : words.nothing.text}</p>
      <p className="quiet">{words.nothing.how}</p>
      {risks.length === 0 ? (
        <p>
          <Link to="/registers/risks/new">{words.nothing.add}</Link>
        </p>
      ) : (
        <>
          <TopRisks book={of.book} before={null} after={null} />
          <Matrix book={of.book} />
        </>
      )}
      <Proposals />
      <Checks book={of.book} />
    </>
  )
}

function Known({ of: before, part }: { readonly of: RiskCurve; readonly part: string }) {
  const words = useRiskWords()
  const amount = useAmount()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const { book } = before
  // Where nothing is chosen yet, all that is proposed: what the roadmap would bring.
  const [on, setOn] = useState(() => {
    const chosen = losses.treatmentsOn(book, 'chosen')
    return chosen.length > 0 ? chosen : losses.treatmentsOn(book, 'all')
  })
  const [money, setMoney] = useState<Money>({ budget: '', years: '5' })
  const isOff = on.length === 0
  const asked = isOff ? 'off' : on.join(',')
  const server = useRiskCurve({ treatments: asked, ...ofPart(part) })
  // Also where nothing is on: the thread is then warm before the first toggle.
  const input = losses.inputOf(book, { on, years: quickYears, seed: 1 })
  const quick = useQuick(input)
  const isSettled = !server.isPlaceholderData && server.data?.state === 'done'
  const exact = isOff ? before.result : isSettled ? (server.data?.result ?? null) : null
  const after = useLast(exact ?? (isOff ? null : quick))
  if (before.state === 'stopped' || server.data?.state === 'stopped') {
    return (
      <>
        <p>{words.stopped}</p>
        <Button
          variant="default"
          onClick={() => void queries.invalidateQueries({ queryKey: ['list', 'risk-curve'] })}
        >
          {words.again}
        </Button>
      </>
    )
  }
  if (before.result === null || after === null) {
    const { done, of } = before.progress ?? server.data?.progress ?? { done: 0, of: 0 }
    return <output className="quiet">{words.running(done, of)}</output>
  }
  const against = (figures: LossResult) =>
    book.appetite === null ? null : losses.againstAppetite(figures, book.appetite)
  const now = against(before.result)
  const held = against(after)
  const shown = {
    before: isOff ? null : before.result,
    after,
    appetiteEur: book.appetite?.eur_per_year ?? null,
    limits: held?.points ?? [],
  }
  const { wide, narrow } = curveShown(shown, language)
  const { expected_loss_eur: mean, percentiles_eur } = before.result
  return (
    <>
      <p className="answer">
        {words.answer(amount(mean), amount(percentiles_eur.p90))}{' '}
        {!isOff &&
          words.answerLater(
            on.length,
            amount(after.expected_loss_eur),
            amount(after.percentiles_eur.p90),
          )}
      </p>
      {part === '' && <Appetite appetite={book.appetite} now={now} held={isOff ? null : held} />}
      <Missing of={before} />
      <div className="board">
        <div>
          <Picture wide={wide} narrow={narrow} />
          <p className="quiet" aria-live="polite">
            {exact === null ? words.quick : ' '}
          </p>
        </div>
        <WhatIf
          book={book}
          on={on}
          change={setOn}
          money={money}
          spend={setMoney}
          before={before.result}
          after={after}
        />
      </div>
      <Later>
        <Options book={book} years={yearsIn(money.years) ?? 5} on={on} change={setOn} />
        <TopRisks book={book} before={before.result} after={isOff ? null : after} />
        <div className="duo">
          <Sensitivity book={book} result={after} />
          <Checks book={book} />
        </div>
        <Shared book={book} />
        <Proposals />
        <Matrix book={book} />
        <TakeAlong book={book} before={before.result} curve={shown} />
        <Reproduce figures={after} treatments={asked} part={part} />
      </Later>
    </>
  )
}

/** Input, command and what they come to: nobody has to believe a figure. */
function Reproduce({
  figures: { years, seed, model, inputs_digest: digest },
  treatments,
  part,
}: {
  readonly figures: LossResult
  readonly treatments: string
  readonly part: string
}) {
  const words = useRiskWords()
  const { language } = useLanguage()
  const query = `treatments=${treatments}&years=${years}&seed=${seed}${part === '' ? '' : `&of=${part}`}`
  return (
    <section className="block" aria-labelledby="reproduce">
      <h2 id="reproduce">{words.reproduce.title}</h2>
      <p>
        {words.reproduce.text}{' '}
        <a href={`/api/v1/risk/input?${query}`} download="risks.json">
          {words.input}
        </a>
      </p>
      <pre className="digest">
        <code>node bin/schouw.mjs simulate risks.json --json</code>
      </pre>
      <p className="quiet">
        {words.proof(number(years, language), seed, model)} {words.digest}{' '}
        <code className="digest">{digest}</code>
      </p>
    </section>
  )
}

/** What was shown before, for as long as there is nothing newer. */
function useLast(figures: LossResult | null): LossResult | null {
  const [last, setLast] = useState(figures)
  if (figures !== null && figures !== last) setLast(figures)
  return figures ?? last
}

function Missing({ of }: { readonly of: RiskCurve }) {
  const words = useRiskWords()
  const { risks } = of.book
  const out = risks.filter((one) => one.times_per_year === null || one.loss_eur === null)
  const partly = risks.filter((one) => one.missing.length > 0 && !out.includes(one))
  return (
    <>
      {out.length > 0 && <p className="ask">{words.missing(out.length, risks.length)}</p>}
      {partly.length > 0 && <p className="ask">{words.partly(partly.length)}</p>}
      {of.hidden.length > 0 && <p className="quiet">{words.hidden}</p>}
    </>
  )
}
