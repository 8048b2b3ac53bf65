// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox } from '@mantine/core'
import { applicability } from '@schouw/core/board'
import { boardTongue } from '@schouw/report/board'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Applicability, useApplicability } from '../../data/frameworks.ts'
import { useLanguage } from '../../words/language.tsx'
import { useNarrowing } from './narrowing.tsx'
import { SetMapping } from './set-mapping.tsx'
import './tree.css'
import { useApplicabilityWords } from './words.ts'

type Row = applicability.ApplicabilityRow
type Branch = applicability.Branch
/** Ours by their ids. */
type Ours = ReadonlyMap<string, Row>

interface TreeProps {
  readonly stated: Applicability
  readonly framework: string
  /** Whether the links of its requirements to ours are the organisation's own. */
  readonly isOwn: boolean
}

/** A framework branch by branch, with what of ours answers each requirement. */
export function FrameworkTree({ stated, framework, isOwn }: TreeProps) {
  const { language } = useLanguage()
  const words = useApplicabilityWords()
  const say = boardTongue(language)
  const [isGapsFirst, setGapsFirst] = useState(true)
  const [isOpen, setOpen] = useState(false)
  const own = useApplicability('', language).data?.items ?? []
  const ours: Ours = new Map(own.map((row) => [row.ref, row]))
  const titleOf = (row: Row) =>
    row.title ?? row.requirements.map((id) => say.requirement.title(id)).join('; ')
  const { isWanted, isNarrow, fields } = useNarrowing<Row>((row) => [
    row.ref,
    titleOf(row),
    ...row.requirements,
  ])
  const whole = applicability.treeOf(stated.items, stated.groups)
  const tree = applicability.filtered(
    isGapsFirst ? applicability.gapsFirst(whole) : whole,
    isWanted,
  )
  return (
    <>
      {fields(
        <>
          <Checkbox
            label={words.gapsFirst}
            checked={isGapsFirst}
            onChange={(event) => setGapsFirst(event.currentTarget.checked)}
          />
          <Button size="xs" variant="default" onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.closeAll : words.openAll}
          </Button>
        </>,
      )}
      {tree.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="tree" key={`${isOpen} ${isNarrow}`}>
          {tree.map((branch) => (
            <BranchItem
              key={branch.node}
              branch={branch}
              isOpen={isOpen || isNarrow}
              around={{ ours, titleOf, framework, isOwn }}
            />
          ))}
        </ul>
      )}
    </>
  )
}

interface Around {
  readonly ours: Ours
  readonly titleOf: (row: Row) => string
  readonly framework: string
  readonly isOwn: boolean
}

interface BranchProps {
  readonly branch: Branch
  readonly isOpen: boolean
  readonly around: Around
}

/** What is folded is not drawn: a framework may have thousands. */
function BranchItem({ branch, isOpen, around }: BranchProps) {
  const [isUnfolded, setUnfolded] = useState(isOpen)
  const { row, children, ref, title, counts } = branch
  const { language } = useLanguage()
  const say = boardTongue(language)
  const isDuty = around.framework === '' && row === null
  const name = isDuty
    ? say.word(branch.node, 'measure')
    : row === null
      ? title
      : around.titleOf(row)
  return (
    <li>
      <details open={isOpen} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>
          <strong>{ref}</strong> {name !== ref && name} <Counts counts={counts} row={row} />
        </summary>
        {isUnfolded && (
          <>
            {row !== null && <Answered row={row} around={around} />}
            {children.length > 0 && (
              <ul className="tree">
                {children.map((child) => (
                  <BranchItem key={child.node} branch={child} isOpen={isOpen} around={around} />
                ))}
              </ul>
            )}
          </>
        )}
      </details>
    </li>
  )
}

/** Of one: where it stands. Of a group: how many of each gap, the worst first. */
function Counts({ counts, row }: Pick<Branch, 'counts' | 'row'>) {
  const words = useApplicabilityWords()
  const told = Object.entries(words.gaps).flatMap(([gap, say]) => {
    const count = counts[gap as keyof typeof counts]
    return count === 0 ? [] : [[gap, say(count)] as const]
  })
  if (row !== null && told.length < 2) return <Stand row={row} />
  return (
    <span className="quiet">
      {told.map(([gap, text], at) => (
        <span key={gap} className={gap === 'contradicted' ? 'broken' : undefined}>
          {at > 0 && ' · '}
          {text}
        </span>
      ))}
    </span>
  )
}

function Stand({ row }: { readonly row: Row }) {
  const words = useApplicabilityWords()
  const { applies, level, evidence_level, contradictions } = row
  if (contradictions.length > 0) {
    return <span className="broken">✕ {words.contradicted(contradictions.length)}</span>
  }
  if (applies === 'no') return <span className="quiet">{words.doesNotApply}</span>
  if (applies === 'unanswered' || applies === 'unmapped') {
    return <span className="ask">{words.applies[applies]}</span>
  }
  return (
    <span className="quiet">
      {level !== null && words.atLevel(level)}
      {evidence_level !== null && `, ${words.rests[evidence_level]}`}
    </span>
  )
}

/** Which of ours answer it, each with where it stands; what is wrong with them first. */
function Answered({ row, around }: { readonly row: Row; readonly around: Around }) {
  const { language } = useLanguage()
  const words = useApplicabilityWords()
  const say = boardTongue(language)
  const { ours, framework, isOwn } = around
  const { requirements, reasons } = row
  return (
    <div className="answers">
      {reasons.length > 0 && <p className="quiet">{reasons.join('; ')}</p>}
      {requirements.length === 0 ? (
        <p className="quiet">{words.noneOfOurs}</p>
      ) : (
        <ul className="plain">
          {requirements.map((id) => {
            const own = ours.get(id)
            return (
              <li key={id}>
                <Link to={`/measures/${id.slice(0, 1).toLowerCase()}#${id}`}>
                  {id} {say.requirement.title(id)}
                </Link>{' '}
                {own !== undefined && <Stand row={own} />}
              </li>
            )
          })}
        </ul>
      )}
      {isOwn && <SetMapping framework={framework} row={row} />}
    </div>
  )
}
