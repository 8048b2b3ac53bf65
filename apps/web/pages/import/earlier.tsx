// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { kindOfImport, useImports } from '../../data/imports.ts'
import { useSources } from '../../data/sources.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { Way } from './what.ts'

/** What was brought in before, each with where it stands. */
export function Earlier({ open }: { readonly open: readonly Way[] }) {
  const words = useImportWords()
  return (
    <>
      {open.includes('table') && (
        <section aria-labelledby="tables">
          <h2 id="tables">{`${words.earlier}: ${words.earlierTables.toLowerCase()}`}</h2>
          <EarlierTables />
        </section>
      )}
      {open.includes('source') && (
        <section aria-labelledby="sources">
          <h2 id="sources">{`${words.earlier}: ${words.earlierSources.toLowerCase()}`}</h2>
          <EarlierSources />
        </section>
      )}
    </>
  )
}

function EarlierTables() {
  const words = useImportWords()
  const { words: all, language } = useLanguage()
  const imports = useImports(true)
  const tongue = registerTongue(language)
  return (
    <Ready of={imports}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <p className="quiet">{words.earlierNone}</p>
        return (
          <>
            <div className="scroll">
              <table className="table">
                <Heads names={[words.file, words.registerName, words.stateName]} />
                <tbody>
                  {items.map(({ id, file, register, state, made }) => (
                    <tr key={id}>
                      <td>
                        <Link to={`/import/tables/${id}`}>{file.name}</Link>
                      </td>
                      <td>{upper(tongue.kind(kindOfImport({ register }))[1])}</td>
                      <td>{words.states[state]}</td>
                      <td>{dayAndTime(made.at, language)}</td>
                      <td>
                        <RecordLink id={made.by} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {imports.hasNextPage && (
              <Button variant="default" mt="sm" onClick={() => void imports.fetchNextPage()}>
                {all.more}
              </Button>
            )}
          </>
        )
      }}
    </Ready>
  )
}

function EarlierSources() {
  const words = useImportWords()
  const { language } = useLanguage()
  return (
    <Ready of={useSources(true)}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{words.earlierNone}</p>
        ) : (
          <div className="scroll">
            <table className="table">
              <Heads names={[words.file, words.source.proposals]} />
              <tbody>
                {items.map(({ id, file_name, format, sightings, at, by }) => (
                  <tr key={id}>
                    <td>
                      <Link to={`/import/sources/${id}`}>{file_name}</Link>{' '}
                      <span className="quiet">{format}</span>
                    </td>
                    <td>{words.source.sightings(sightings)}</td>
                    <td>{dayAndTime(at, language)}</td>
                    <td>
                      <RecordLink id={by} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Ready>
  )
}

function Heads({ names }: { readonly names: readonly string[] }) {
  const words = useImportWords()
  return (
    <thead>
      <tr>
        {[...names, words.when, words.by].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
