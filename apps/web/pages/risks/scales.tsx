// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { losses } from '@schouw/core/board'
import { scaleNames, usualScales } from '@schouw/report/risk'
import { Link } from 'react-router'
import { useRecord, useStep } from '../../data/records.ts'
import { useLanguage } from '../../words/language.tsx'
import { useRiskWords } from './words.ts'

const steps = [1, 2, 3, 4, 5] as const

/** What each step means here: in the organisation's words, or the usual ones until it has its own. */
export function Scales({ book }: { readonly book: losses.LossBook }) {
  const { matrix: words } = useRiskWords()
  const { language } = useLanguage()
  const usual = usualScales(language)
  const own = book.matrix?.scales ?? []
  const isOwn = own.length > 0
  const meaning = (scale: (typeof scaleNames)[number], step: (typeof steps)[number]) =>
    isOwn
      ? (own.find((one) => one.scale === scale && one.step === step)?.meaning ?? '–')
      : usual[scale][step - 1]
  return (
    <details>
      <summary>{isOwn ? words.ownSteps : words.usualSteps}</summary>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.scale}</th>
              {steps.map((step) => (
                <th key={step} scope="col">
                  {step}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scaleNames.map((scale) => (
              <tr key={scale}>
                <th scope="row">{words.scales[scale]}</th>
                {steps.map((step) => (
                  <td key={step}>{meaning(scale, step)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {book.matrix !== null &&
        (isOwn ? (
          <p>
            <Link to={`/registers/organisations/${book.matrix.id}`}>{words.changeSteps}</Link>
          </p>
        ) : (
          <TakeOver id={book.matrix.id} />
        ))}
    </details>
  )
}

/** The usual steps as a start of one's own; the board agrees with them as with its limit. */
function TakeOver({ id }: { readonly id: string }) {
  const { matrix: words } = useRiskWords()
  const { language } = useLanguage()
  const record = useRecord('organisation', id)
  const step = useStep('organisation')
  const usual = usualScales(language)
  const rows = scaleNames.flatMap((scale) =>
    usual[scale].map((meaning, at) => ({ scale, step: at + 1, meaning })),
  )
  const version = record.data?.version
  return (
    <p>
      <Button
        size="xs"
        variant="default"
        loading={step.isPending}
        disabled={version === undefined || step.isSuccess}
        onClick={() => {
          if (version === undefined) return
          const on = { kind: 'organisation', id, version } as const
          step.mutate({ do: 'change', on, values: { risk_scales: rows } })
        }}
      >
        {words.takeOver}
      </Button>{' '}
      {step.isSuccess && <span className="quiet">{words.takenOver}</span>}
      {step.isError && <span className="broken">{words.notTaken}</span>}
    </p>
  )
}
