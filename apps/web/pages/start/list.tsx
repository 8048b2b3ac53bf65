// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Terms } from '../../parts/term.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import './start.css'
import { nextStep, type Path, placeOfStep, type Step, startWords } from './steps.ts'

const waves = ['days_30', 'days_60', 'days_90'] as const

/** The twelve steps, each with one button and what it lacks. */
export function PathList({ path }: { readonly path: Path }) {
  const { language } = useLanguage()
  const own = startWords(language)
  const next = nextStep(path)
  return (
    <>
      {path.is_indirect && (
        <p className="prose">
          {own.indirect} <Link to="/scope#customers">{own.whatTheyAsk}</Link>
        </p>
      )}
      <p className="answer">
        {own.count(path.done, path.steps.length)}{' '}
        {path.day !== null && <span className="quiet">{own.day(path.day)}</span>}
      </p>
      {path.done === path.steps.length && <p>{own.finished}</p>}
      {waves.map((wave) => (
        <section key={wave} aria-labelledby={wave}>
          <h2 id={wave}>{own.waves[wave]}</h2>
          <ol className="steps">
            {path.steps
              .filter((step) => step.wave === wave)
              .map((step) => (
                <OneStep key={step.id} step={step} isNext={step.id === next?.id} />
              ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function OneStep({ step, isNext }: { readonly step: Step; readonly isNext: boolean }) {
  const { language } = useLanguage()
  const own = startWords(language)
  const { name, why, button, gaps, done } = own.steps[step.id]
  const on = step.due_on === null ? null : day(step.due_on, language)
  const isDone = step.is_done === true
  const gap = step.gap === null ? undefined : gaps[step.gap]
  return (
    <li className="step" data-done={isDone} data-next={isNext}>
      <div>
        <h3>
          <span className="tick" aria-hidden>
            {isDone ? '✓' : ''}
          </span>
          {name} <span className="spoken">({isDone ? own.done : own.open})</span>
        </h3>
        <p className="quiet">
          <Terms text={isDone ? (done?.(step, on) ?? why) : why} />
        </p>
        {gap !== undefined && (
          <p>
            {gap} {on !== null && <span className="quiet">{on}</span>}
          </p>
        )}
        {step.is_done === null && <p className="quiet">{own.hidden}</p>}
      </div>
      <Button
        component={Link}
        to={placeOfStep(step)}
        size="xs"
        variant={isNext ? 'filled' : 'default'}
        aria-label={`${isDone ? own.see : button}: ${name}`}
        className="no-print"
      >
        {isDone ? own.see : button}
      </Button>
    </li>
  )
}
