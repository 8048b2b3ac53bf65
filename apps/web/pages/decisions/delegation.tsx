// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { RecordLink } from '../../parts/record-link.tsx'
import { day, euro } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Decision } from './decision.ts'
import { useDecideWords } from './words.ts'

/** Who may act on it, up to what amount and until when; a day that has passed says so. */
export function Delegation({ decision: { values } }: { readonly decision: Decision }) {
  const { language } = useLanguage()
  const words = useDecideWords()
  const { delegated_to: to, delegation_limit_eur: limit, delegated_until: until } = values
  const kinds = values.delegated_kinds ?? []
  const tongue = registerTongue(language)
  if (to === undefined) return null
  const isOver = until !== undefined && until < new Date().toISOString().slice(0, 10)
  return (
    <section className="block">
      <h2>{words.delegation}</h2>
      <p>
        <RecordLink id={to} />,{' '}
        {limit === undefined ? (
          <span className="ask">{words.noLimit}</span>
        ) : (
          words.upTo(euro(limit, language))
        )}
        ,{' '}
        {until === undefined ? (
          <span className="ask">{words.noEnd}</span>
        ) : (
          <span className={isOver ? 'broken' : undefined}>
            {isOver ? words.over(day(until, language)) : words.untilDay(day(until, language))}
          </span>
        )}
      </p>
      {kinds.length === 0 ? (
        <p className="ask">{words.mayNothing}</p>
      ) : (
        <p>
          {words.mayDecide(
            kinds.map((one) => tongue.code('decision', one, 'delegated_kinds')).join(', '),
          )}
        </p>
      )}
    </section>
  )
}
