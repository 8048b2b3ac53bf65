// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useHistory } from '../../data/records.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { CompareVersions } from './compare-versions.tsx'
import type { Register } from './kind-of-page.ts'
import { upper } from './page.tsx'
import { Value } from './value.tsx'

/** Everything that happened to a record, newest first, each with its place in the log. */
export function History({ id, ...register }: Register & { readonly id: string }) {
  const { kind, tongue } = register
  const { words, language } = useLanguage()
  const history = useHistory(kind.name, id)
  return (
    <Ready of={history}>
      {({ pages }) => (
        <>
          <CompareVersions
            register={register}
            id={id}
            entries={pages.flatMap(({ items }) => items)}
          />
          <ol className="history" reversed>
            {pages
              .flatMap(({ items }) => items)
              .map(({ index, action, at, by, state, set, cleared, reason, second }) => (
                <li key={index}>
                  <p>
                    <time dateTime={at}>{dayAndTime(at, language)}</time> <RecordLink id={by} />{' '}
                    {words.registers.actions[action] ?? action}
                    {state !== undefined && `: ${tongue.code(kind.name, state)}`}{' '}
                    <span className="quiet">({words.registers.entry(index)})</span>
                  </p>
                  {second !== undefined && (
                    <p className="quiet">
                      {words.registers.actions['approve']} <RecordLink id={second.by} />
                    </p>
                  )}
                  {reason !== undefined && (
                    <p>
                      {words.registers.reason}: {reason}
                    </p>
                  )}
                  <dl className="facts">
                    {Object.entries(set ?? {}).map(([name, value]) => {
                      const field = kind.fields[name]
                      if (field === undefined) return null
                      return (
                        <div key={name} style={{ display: 'contents' }}>
                          <dt>{upper(tongue.field(kind.name, name)[0])}</dt>
                          <dd>
                            <Value
                              kind={kind.name}
                              path={name}
                              field={field}
                              value={value}
                              tongue={tongue}
                            />
                          </dd>
                        </div>
                      )
                    })}
                    {(cleared ?? []).map((name) => (
                      <div key={name} style={{ display: 'contents' }}>
                        <dt>{upper(tongue.field(kind.name, name)[0])}</dt>
                        <dd className="quiet">{words.registers.notFilled}</dd>
                      </div>
                    ))}
                  </dl>
                </li>
              ))}
          </ol>
          {history.hasNextPage && (
            <Button variant="default" onClick={() => void history.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Ready>
  )
}
