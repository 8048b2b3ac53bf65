// SPDX-License-Identifier: EUPL-1.2

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { Glossed } from '../../parts/glossed.tsx'
import { Title } from '../../parts/title.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { calibrationEn } from '../../words/pages/calibration-en.ts'
import { calibrationNl } from '../../words/pages/calibration-nl.ts'
import { answers, isHit } from './hits.ts'
import './risks.css'

type Range = readonly [low: string, high: string]

const blank: readonly Range[] = answers.map(() => ['', ''])

/** Ten questions with known answers: how good is whoever gives ranges at giving them? */
export function Calibration() {
  const { language } = useLanguage()
  const words = { nl: calibrationNl, en: calibrationEn }[language]
  const [ranges, setRanges] = useState<readonly Range[]>(blank)
  const [isChecked, setChecked] = useState(false)
  const results = ranges.map(([low, high], at) => isHit(low, high, answers[at] ?? 0))
  const hits = results.filter((one) => one === true).length
  const isWhole = results.every((one) => one !== null)
  const set = (at: number, range: Range) =>
    setRanges(ranges.map((one, place) => (place === at ? range : one)))
  const advice = hits <= 7 ? 'narrow' : hits === 10 ? 'wide' : 'good'
  return (
    <>
      <Title name={words.title} />
      <p className="quiet">
        <Link to="/risks">{words.back}</Link>
      </p>
      <p>
        <Glossed text={words.intro} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
        }}
      >
        <ol className="practice">
          {words.questions.map(([question, unit], at) => {
            const [low, high] = ranges[at] ?? ['', '']
            const result = results[at]
            const isWrong = isChecked && result === null
            return (
              <li key={question}>
                <p>{question}</p>
                <div className="row">
                  <TextInput
                    size="xs"
                    inputMode="decimal"
                    label={`${words.low}${unit === '' ? '' : `, ${unit}`}`}
                    value={low}
                    error={isWrong ? words.wrong : null}
                    onChange={(event) => set(at, [event.currentTarget.value, high])}
                  />
                  <TextInput
                    size="xs"
                    inputMode="decimal"
                    label={`${words.high}${unit === '' ? '' : `, ${unit}`}`}
                    value={high}
                    error={isWrong}
                    onChange={(event) => set(at, [low, event.currentTarget.value])}
                  />
                  {isChecked && isWhole && (
                    <span className={result === true ? undefined : 'ask'}>
                      {result === true ? words.hit : words.missed}.{' '}
                      {words.was(
                        `${unit === '' ? (answers[at] ?? '') : number(answers[at] ?? 0, language, 1)} ${unit}`.trim(),
                      )}
                    </span>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
        {isChecked && isWhole ? (
          <div aria-live="polite">
            <p>
              <strong>{words.result(hits)}</strong> {words.advice[advice]}
            </p>
            <Button
              variant="default"
              onClick={() => {
                setChecked(false)
                setRanges(answers.map(() => ['', '']))
              }}
            >
              {words.again}
            </Button>
          </div>
        ) : (
          <Button type="submit">{words.check}</Button>
        )}
      </form>
      <p className="quiet">{words.kept}</p>
    </>
  )
}
