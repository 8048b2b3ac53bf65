// SPDX-License-Identifier: EUPL-1.2
import { Button, Tabs } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { type Source, useSightings, useSource } from '../../data/sources.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { nameOfKey } from './key-name.ts'
import { Proposals } from './proposals.tsx'

/** A file of another tool: what it says, and what of that goes into the register. */
export function SourcePage() {
  const { id = '' } = useParams()
  return <Ready of={useSource(id)}>{(source) => <At source={source} />}</Ready>
}

function At({ source }: { readonly source: Source }) {
  const { title, source: words } = useImportWords()
  const { language } = useLanguage()
  const { file_name, format, read, sightings, problems, at, by } = source
  return (
    <>
      <p className="quiet">
        <Link to="/import">{title}</Link>
      </p>
      <Title name={file_name} />
      <p>
        {format} · {words.read(read)} · {words.sightings(sightings)}
        {problems.length > 0 && ` · ${words.problems(problems.length)}`}{' '}
        <span className="quiet">
          {dayAndTime(at, language)}, <RecordLink id={by} />
        </span>
      </p>
      <Tabs defaultValue="proposals" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="proposals">{words.proposals}</Tabs.Tab>
          <Tabs.Tab value="sightings">{words.sightingsTab}</Tabs.Tab>
          {problems.length > 0 && <Tabs.Tab value="problems">{words.problemsTab}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="proposals" pt="md">
          <Proposals id={source.id} />
        </Tabs.Panel>
        <Tabs.Panel value="sightings" pt="md">
          <Sightings id={source.id} />
        </Tabs.Panel>
        <Tabs.Panel value="problems" pt="md">
          <NotRead problems={problems} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function Sightings({ id }: { readonly id: string }) {
  const { source: words } = useImportWords()
  const { words: all } = useLanguage()
  const sightings = useSightings(id)
  return (
    <Ready of={sightings}>
      {({ pages }) => (
        <>
          {pages
            .flatMap(({ items }) => items)
            .map(({ number, key, facts }) => (
              <details key={number}>
                <summary>
                  {nameOfKey(key, words.unnamed)} <span className="quiet">({facts.length})</span>
                </summary>
                <div className="scroll">
                  <table className="table">
                    <thead>
                      <tr>
                        <th scope="col">{words.fact}</th>
                        <th scope="col">{words.value}</th>
                        <th scope="col">{words.protocol}</th>
                        <th scope="col" className="number">
                          {words.times}
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {facts.map(({ name, value, protocol, times }) => (
                        <tr key={`${name} ${value} ${protocol}`}>
                          <td>{name}</td>
                          <td className="mono">{value}</td>
                          <td>{protocol}</td>
                          <td className="number">{times}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              </details>
            ))}
          {sightings.hasNextPage && (
            <Button variant="default" mt="md" onClick={() => void sightings.fetchNextPage()}>
              {all.more}
            </Button>
          )}
        </>
      )}
    </Ready>
  )
}

function NotRead({ problems }: Pick<Source, 'problems'>) {
  const { first } = useImportWords()
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{first.place}</th>
            <th scope="col">{first.expected}</th>
            <th scope="col">{first.found}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ where, expected, found }, at) => (
            <tr key={at}>
              <td className="mono">{Object.values(where).join(' ')}</td>
              <td>{expected}</td>
              <td>{found}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
