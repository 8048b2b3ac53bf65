// SPDX-License-Identifier: EUPL-1.2
import { captureKit, type PackBlock } from '@schouw/report/capture-kit'
import { Link } from 'react-router'
import { NetworkPages } from '../../parts/network-pages.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import './capture-kit.css'
import { useKitWords } from './words.ts'

/** How to record a plant safely: the same on the page and on paper. */
export function CaptureKit() {
  const { language } = useLanguage()
  const words = useKitWords()
  const { title, intro, sections } = captureKit(language)
  return (
    <>
      <NetworkPages />
      <Title name={title} />
      <p className="prose">{intro}</p>
      <p className="no-print">
        <a href={`/api/v1/capture-kit?language=${language}`} download>
          {words.paper}
        </a>{' '}
        · <Link to="/captures">{words.look}</Link>
      </p>
      {sections.map(({ title: head, blocks }) => (
        <section key={head} className="kit">
          <h2>{head}</h2>
          {blocks.map((block, at) => (
            <Block key={at} block={block} label={head} />
          ))}
        </section>
      ))}
    </>
  )
}

function Block({ block, label }: { readonly block: PackBlock; readonly label: string }) {
  if (block.kind === 'steps') {
    return (
      <ol className="prose">
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    )
  }
  if (block.kind === 'message') {
    return (
      <>
        <h3>{block.title}</h3>
        <blockquote className="kit-lines">{block.lines.join('\n')}</blockquote>
      </>
    )
  }
  if (block.kind === 'table') return <Cells table={block.table} label={label} />
  if (block.kind === 'head') return <h3>{block.text}</h3>
  const tone = { text: 'prose', note: 'prose quiet', warning: 'prose broken' }[block.kind]
  return <p className={tone}>{block.text}</p>
}

type Cells = Extract<PackBlock, { kind: 'table' }>['table']

function Cells({
  table: { heads, rows },
  label,
}: {
  readonly table: Cells
  readonly label: string
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of rows is no group of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="table kit-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = '', ...cells]) => (
            <tr key={first}>
              <th scope="row" className="plain-head">
                {first}
              </th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
