// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect } from '@mantine/core'
import type { AnswerOf } from '@schouw/contract/client'
import { boardTongue } from '@schouw/report/board'
import { Link, useSearchParams } from 'react-router'
import { useApplicability, useFrameworks } from '../../data/frameworks.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { useLanguage } from '../../words/language.tsx'
import { Frameworks } from './frameworks.tsx'
import { useNarrowing } from './narrowing.tsx'
import { packed } from './requirement.tsx'
import { TakeAlong } from './take-along.tsx'
import { FrameworkTree } from './tree.tsx'
import { standards, useApplicabilityWords } from './words.ts'

type Row = AnswerOf<'GET /api/v1/applicability'>['items'][number]

/** What applies and what does not, of ours, of a standard by number, or of a framework of one's own. */
export function Applicability() {
  const { language } = useLanguage()
  const words = useApplicabilityWords()
  const [search, setSearch] = useSearchParams()
  const framework = search.get('framework') ?? ''
  const isTree = search.get('view') === 'tree'
  const frameworks = useFrameworks()
  const own = frameworks.data?.items ?? []
  return (
    <>
      <p className="quiet">
        <Link to="/measures">{words.all}</Link>
      </p>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <NativeSelect
        label={words.framework}
        maw="28rem"
        my="sm"
        className="no-print"
        value={framework}
        onChange={(event) => {
          const { value } = event.currentTarget
          setSearch({ ...(value === '' ? {} : { framework: value }), ...(isTree ? tree : {}) })
        }}
        data={[
          { value: '', label: words.ours },
          ...Object.entries(standards).map(([value, label]) => ({ value, label })),
          ...own.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Ready of={useApplicability(framework, language)}>
        {(stated) => (
          <>
            <Summary items={stated.items} />
            <Button.Group className="no-print">
              {[false, true].map((one) => (
                <Button
                  key={String(one)}
                  size="xs"
                  variant={isTree === one ? 'filled' : 'default'}
                  aria-pressed={isTree === one}
                  onClick={() =>
                    setSearch({ ...(framework === '' ? {} : { framework }), ...(one ? tree : {}) })
                  }
                >
                  {one ? words.asTree : words.asTable}
                </Button>
              ))}
            </Button.Group>
            {isTree ? (
              <FrameworkTree
                stated={stated}
                framework={framework}
                isOwn={own.some(({ id }) => id === framework)}
              />
            ) : (
              <Statement items={stated.items} framework={framework} />
            )}
          </>
        )}
      </Ready>
      <TakeAlong framework={framework} />
      <Ready of={frameworks}>{({ items }) => <Frameworks items={items} />}</Ready>
    </>
  )
}

const tree = { view: 'tree' } as const

function Summary({ items }: { readonly items: readonly Row[] }) {
  const words = useApplicabilityWords()
  const count = (...applies: readonly Row['applies'][]) =>
    items.filter((row) => applies.includes(row.applies)).length
  const counts = {
    yes: count('yes', 'partly'),
    no: count('no'),
    open: count('unanswered', 'unmapped'),
  }
  return <p className="answer">{words.summary(counts)}</p>
}

interface StatementProps {
  readonly items: readonly Row[]
  readonly framework: string
}

function Statement({ items, framework }: StatementProps) {
  const { language } = useLanguage()
  const words = useApplicabilityWords()
  const say = boardTongue(language)
  const titleOf = (row: Row) =>
    row.title ?? row.requirements.map((id) => say.requirement.title(id)).join('; ')
  const { isWanted, fields } = useNarrowing<Row>((row) => [
    row.ref,
    titleOf(row),
    ...numbersOf(row),
  ])
  const found = items.filter(isWanted)
  const columns = useColumns({ isOurs: framework === '', titleOf })
  return (
    <>
      {fields()}
      <output className="quiet">{words.shown(found.length, items.length)}</output>
      {found.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          label={words.title}
          columns={columns}
          rows={found}
          keyOf={({ ref, title }) => `${ref} ${title ?? ''}`}
          minWidth="60rem"
        />
      )}
    </>
  )
}

/** Of ours, and those in other standards: what people search by. */
function numbersOf({ requirements }: Row): readonly string[] {
  return requirements.flatMap((id) => [id, ...Object.values(packed(id)?.refs ?? {}).flat()])
}

interface Around {
  readonly isOurs: boolean
  readonly titleOf: (row: Row) => string
}

function useColumns({ isOurs, titleOf }: Around): readonly Column<Row>[] {
  const words = useApplicabilityWords()
  const { columns } = words
  const leadsTo = (id: string) => `/measures/${id.slice(0, 1).toLowerCase()}#${id}`
  return [
    {
      title: columns.ref,
      is: 'head',
      cell: (row) => (isOurs ? <Link to={leadsTo(row.ref)}>{row.ref}</Link> : row.ref),
    },
    {
      title: columns.requirement,
      cell: (row) => (
        <>
          {titleOf(row)}
          {!isOurs && row.requirements.length > 0 && (
            <span className="quiet">
              {' '}
              (
              {row.requirements.map((id, at) => (
                <span key={id}>
                  {at > 0 && ', '}
                  <Link to={leadsTo(id)}>{id}</Link>
                </span>
              ))}
              )
            </span>
          )}
        </>
      ),
    },
    {
      title: columns.applies,
      cell: ({ applies, reasons }) => (
        <>
          <span className={applies === 'unanswered' ? 'ask' : undefined}>
            {words.applies[applies]}
          </span>
          {reasons.length > 0 && <span className="quiet">: {reasons.join('; ')}</span>}
        </>
      ),
    },
    { title: columns.level, is: 'number', cell: ({ level }) => level },
    {
      title: columns.rests,
      cell: ({ evidence_level, contradictions }) => (
        <>
          {evidence_level !== null && words.rests[evidence_level]}
          {contradictions.length > 0 && (
            <details>
              <summary className="broken">✕ {words.contradicted(contradictions.length)}</summary>
              <ul className="plain">
                {contradictions.map((id) => (
                  <li key={id}>
                    <RecordLink id={id} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      ),
    },
    { title: columns.proof, cell: ({ proofs }) => <Proofs proofs={proofs} /> },
    {
      title: columns.owner,
      cell: ({ owners, applies }) =>
        owners.length === 0
          ? (applies === 'yes' || applies === 'partly') && (
              <span className="quiet">{words.nobody}</span>
            )
          : owners.map((id, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <RecordLink id={id} />
              </span>
            )),
    },
    ...(isOurs ? [{ title: columns.numbers, cell: (row: Row) => <Numbers id={row.ref} /> }] : []),
  ]
}

function Proofs({ proofs: { fresh, ending, off } }: Pick<Row, 'proofs'>) {
  const words = useApplicabilityWords()
  if (fresh + ending + off === 0) return <span className="quiet">{words.noProof}</span>
  return (
    <>
      {fresh > 0 && words.fresh(fresh)}
      {ending > 0 && <span className="ask"> {words.ending(ending)}</span>}
      {off > 0 && <span className="broken"> {words.off(off)}</span>}
    </>
  )
}

function Numbers({ id }: { readonly id: string }) {
  const refs = Object.entries(packed(id)?.refs ?? {}).filter(([, list]) => list.length > 0)
  return (
    <span className="quiet">
      {refs.map(([standard, list], at) => (
        <span key={standard}>
          {at > 0 && <br />}
          {standards[standard] ?? standard}: {list.join(', ')}
        </span>
      ))}
    </span>
  )
}
