// SPDX-License-Identifier: EUPL-1.2
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Ready } from '../../parts/state.tsx'
import { useGlossary } from '../../parts/term.tsx'
import { Title } from '../../parts/title.tsx'
import { glossaryEn } from '../../words/glossary-en.ts'
import { glossaryNl } from '../../words/glossary-nl.ts'
import { languageBeside } from '../../words/index.ts'
import { useLanguage } from '../../words/language.tsx'
import '../../parts/table.css'
import './glossary.css'

/** Every word, and what sets the factory apart from the office. */
export function Glossary() {
  const { language } = useLanguage()
  const own = { nl: glossaryNl, en: glossaryEn }[language]
  return (
    <>
      <Title name={own.title} />
      <p>{own.intro}</p>
      <section aria-labelledby="difference">
        <h2 id="difference">{own.difference}</h2>
        <p className="prose">{own.differenceIntro}</p>
        <table className="table stacked">
          <thead>
            <tr>
              {own.differenceColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {own.differences.map(([about = '', ...cells]) => (
              <tr key={about}>
                <th scope="row">{about}</th>
                {cells.map((cell, at) => (
                  <td key={cell} data-column={own.differenceColumns[at + 1]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Words />
    </>
  )
}

function Words() {
  const { language } = useLanguage()
  const own = { nl: glossaryNl, en: glossaryEn }[language]
  const other = languageBeside[language]
  const [asked, setAsked] = useState('')
  const query = useGlossary(true)
  const wanted = asked.trim().toLowerCase()
  return (
    <section aria-labelledby="words">
      <h2 id="words">{own.title}</h2>
      <TextInput
        type="search"
        label={own.search}
        maw="20rem"
        mb="sm"
        className="no-print"
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      <Ready of={query}>
        {(all) => {
          const shown = all
            .filter(({ nl, en }) => `${nl} ${en}`.toLowerCase().includes(wanted))
            .toSorted((a, b) => a[language].localeCompare(b[language], language))
          return (
            <>
              <p className="quiet" aria-live="polite">
                {own.count(shown.length, all.length)}
              </p>
              {shown.length === 0 ? (
                <p>{own.none}</p>
              ) : (
                <table className="table stacked">
                  <thead>
                    <tr>
                      {own.columns.map((column) => (
                        <th key={column} scope="col">
                          {column}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((one) => (
                      <tr key={one.id} id={`word-${one.id}`}>
                        <th scope="row">{one[language]}</th>
                        <td>{one.meaning[language]}</td>
                        <td lang={other} className="quiet">
                          {one[other]}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </>
          )
        }}
      </Ready>
    </section>
  )
}
