// SPDX-License-Identifier: EUPL-1.2

import { Button, Textarea } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { usePending, type useRecord, useStep } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useTimes } from '../../parts/times.ts'
import { useLanguage } from '../../words/language.tsx'
import { useIncidentWords } from './words.ts'

interface SignificanceProps {
  readonly record: NonNullable<ReturnType<typeof useRecord>['data']>
  readonly person: string
  /** The server's clock. */
  readonly now: string
}

/** A reasoned decision of a named person; saying no needs a second one. */
export function Significance({ record, person, now }: SignificanceProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const times = useTimes()
  const tongue = registerTongue(language)
  const allowed = useMay()
  const step = useStep('incident')
  const waiting = usePending('incident', record.id).data?.items ?? []
  const [reason, setReason, forget] = useKept(`draft/significance/${record.id}`, '')
  const values = record.values as Readonly<Record<string, unknown>>
  const decided = values['significance']
  const at = values['significance_decided_at']
  const decide = (significance: string) =>
    step.mutate(
      {
        do: 'change',
        on: { kind: 'incident', id: record.id, version: record.version },
        values: {
          ...{ significance, significance_reason: reason.trim() },
          ...{ significance_decided_by: person, significance_decided_at: now },
        },
      },
      { onSuccess: forget },
    )
  return (
    <section aria-labelledby="significance" className="block">
      <h2 id="significance">{words.significance}</h2>
      {typeof decided === 'string' && (
        <p>
          {words.decidedSignificant(
            tongue.code('incident', decided, 'significance'),
            typeof at === 'string' ? times.at(at) : '?',
          )}
          {typeof values['significance_reason'] === 'string' &&
            `. ${values['significance_reason']}`}
        </p>
      )}
      {waiting.some(({ fields }) => fields.includes('significance')) && (
        <p className="ask">{words.waitsForSecond}</p>
      )}
      {decided === undefined && (
        <>
          <p className="quiet small">
            <Glossed text={words.significanceHelp} />
          </p>
          {allowed('change', 'incident') && (
            <>
              <Textarea
                label={words.significanceReason}
                autosize
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Refusal error={step.error} />
              <div className="row">
                <Button
                  size="xs"
                  disabled={reason.trim() === ''}
                  loading={step.isPending}
                  onClick={() => decide('significant')}
                >
                  {words.significant}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  disabled={reason.trim() === ''}
                  onClick={() => decide('not_significant')}
                >
                  {words.notSignificant}
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </section>
  )
}
