// SPDX-License-Identifier: EUPL-1.2
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { Fragment } from 'react'
import type { WaitingAct } from '../../data/waiting.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useDecideWords } from '../decisions/words.ts'
import { upper } from '../registers/page.tsx'
import { Value } from '../registers/value.tsx'

/** One waiting act in a line: what, of which record, by whom and since when. */
export function WaitingLine({ act }: { readonly act: WaitingAct }) {
  const { language } = useLanguage()
  const words = useDecideWords()
  const tongue = registerTongue(language)
  const { kind: name, id, action, to, asked, named_by, version } = act
  const fields: Readonly<Record<string, (typeof kinds.decision.fields)['name']>> = kinds[name]
    .fields as never
  return (
    <>
      {upper(tongue.kind(name)[0])}{' '}
      {version > 0 ? (
        <RecordLink id={id} />
      ) : (
        Object.entries(named_by).map(([path, value], at) => {
          const field = fields[path]
          return field === undefined ? null : (
            <Fragment key={path}>
              {at > 0 && ', '}
              <Value kind={name} path={path} field={field} value={value} tongue={tongue} />
            </Fragment>
          )
        })
      )}
      : <strong>{words.actions[action] ?? action}</strong>
      {to !== null && ` ${words.to(tongue.code(name, to))}`}{' '}
      <span className="quiet">
        {words.askedBy} <RecordLink id={asked.by} />, {day(asked.at, language)}
      </span>
    </>
  )
}
