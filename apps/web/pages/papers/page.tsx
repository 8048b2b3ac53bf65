// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useAsOf } from '../../data/as-of.ts'
import { type Paper, usePaper } from '../../data/papers.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { usePapersWords } from './words.ts'

const names = [
  'pack',
  'five_questions',
  'checklist',
  'management_review',
  'audit_report',
  'own_file',
  'insurer',
] as const
const forms = ['pdf', 'xlsx', 'pptx'] as const

/** The papers of the board, and what each is for. */
export function Papers() {
  const words = usePapersWords()
  return (
    <>
      <Title name={words.title} />
      <p className="prose">{words.intro}</p>
      <ul className="plain">
        {names.map((name) => (
          <li key={name}>
            <Link to={`/papers/${name}`}>{words.names[name]}</Link>{' '}
            <span className="quiet">{words.what[name]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** One paper on the screen, of today or of a day, and as a file. */
export function OnePaper() {
  const { paper = '' } = useParams()
  const { language } = useLanguage()
  const words = usePapersWords()
  const [asOf, setAsOf] = useAsOf()
  const found = usePaper(paper, language, asOf)
  const query = new URLSearchParams({ language, ...(asOf === '' ? {} : { as_of: asOf }) })
  return (
    <>
      <p className="quiet no-print">
        <Link to="/papers">{words.all}</Link>
      </p>
      <Title name={names.find((one) => one === paper) ? (words.names[paper] ?? '') : words.title} />
      <Group align="end" className="no-print">
        <DateField label={words.asOf} value={asOf} onChange={setAsOf} />
        {forms.map((form) => (
          <Button
            key={form}
            component="a"
            variant="default"
            href={`/api/v1/papers/${paper}/file?${query}&form=${form}`}
            download
          >
            {words.forms[form]}
          </Button>
        ))}
      </Group>
      <Ready of={found}>{(made) => <Pages paper={made} />}</Ready>
    </>
  )
}

type Block = Paper['blocks'][number]

function Pages({ paper }: { readonly paper: Paper }) {
  return (
    <article className="paper">
      <p className="quiet">
        {paper.organisation} · {paper.asOf}
      </p>
      {paper.blocks.map((block, at) => (
        <Piece key={at} block={block} />
      ))}
    </article>
  )
}

const classes: Readonly<Record<string, string>> = {
  quiet: 'quiet',
  ask: 'ask',
  broken: 'broken',
  good: 'good',
}

function Toned({ text, tone }: { readonly text: string; readonly tone?: string | undefined }) {
  if (tone === undefined || tone === 'plain') return text
  if (tone === 'strong') return <strong>{text}</strong>
  return <span className={classes[tone]}>{text}</span>
}

function Piece({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'page':
      return <hr />
    case 'heading':
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'text':
      return (
        <p>
          <Toned {...block} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'picture':
      return (
        <img
          alt={block.alt}
          style={{ maxWidth: '100%' }}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(block.svg)}`}
        />
      )
    case 'table':
      return <Rows block={block} />
  }
}

interface Shown {
  readonly cells: Extract<Block, { kind: 'table' }>['rows'][number]
  readonly at: number
}

function Rows({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  const rows = block.rows.map((cells, at): Shown => ({ cells, at }))
  return (
    <Table
      label={block.caption}
      rows={rows}
      keyOf={({ at }) => String(at)}
      minWidth="40rem"
      columns={block.heads.map((title, column) => ({
        title,
        ...(column === 0
          ? { is: 'head' as const }
          : block.aligns[column] === 'right'
            ? { is: 'number' as const }
            : {}),
        cell: ({ cells }: Shown) => {
          const cell = cells[column]
          return cell === undefined ? null : <Toned {...cell} />
        },
      }))}
    />
  )
}
