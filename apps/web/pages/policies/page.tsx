// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useReadingCounts } from '../../data/reading.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { type Line, type Lines, usePolicies } from './lines.ts'
import { Starting } from './starting.tsx'
import { usePoliciesWords } from './words.ts'

/** Every policy: which text holds, whether it is time to review it, and who has read it. */
export function Policies() {
  const words = usePoliciesWords()
  const policies = usePolicies()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <Ready of={policies as never}>
        {(lines: Lines) => (
          <>
            {lines.length > 0 && <Table lines={lines} />}
            <Starting lines={lines} />
          </>
        )}
      </Ready>
    </>
  )
}

function Table({ lines }: { readonly lines: Lines }) {
  const words = usePoliciesWords()
  const { columns } = words
  const held = lines.filter(({ standing }) => standing === 'in_force').length
  const lapsed = lines.filter(({ standing }) => standing === 'newer_waits').length
  const late = lines.filter((line) => line.is_review_late).length
  return (
    <>
      <p className="answer">
        {words.summary({ all: lines.length, held })} {lapsed > 0 && words.lapsed(lapsed)}{' '}
        {late > 0 && words.late(late)}
      </p>
      <div className="scroll">
        <table className="table" style={{ minWidth: '56rem' }}>
          <thead>
            <tr>
              {(['name', 'standing', 'version', 'owner', 'review', 'read'] as const).map((name) => (
                <th key={name} scope="col">
                  {columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ line }: { readonly line: Line }) {
  const { language } = useLanguage()
  const words = usePoliciesWords()
  const { standing, review_on: reviewOn } = line
  const isOff = standing === 'newer_waits' || standing === 'not_approved'
  const tone = standing === 'expired' ? 'broken' : isOff ? 'ask' : undefined
  return (
    <tr>
      <th scope="row" className="plain-head">
        <Link to={`/policies/${line.id}`}>{line.name}</Link>
      </th>
      <td className={tone}>
        <span aria-hidden="true">{words.marks[standing]} </span>
        {words.standing[standing]}
      </td>
      <td>{line.in_force?.version ?? <span className="quiet">{words.none}</span>}</td>
      <td>
        {line.owner === null ? (
          <span className="quiet">{words.nobody}</span>
        ) : (
          <PersonName id={line.owner} />
        )}
      </td>
      <td className={line.is_review_late ? 'broken nowrap' : 'nowrap'}>
        {reviewOn === null ? (
          <span className="quiet">{words.noReview}</span>
        ) : line.is_review_late ? (
          words.lateOn(day(reviewOn, language))
        ) : (
          day(reviewOn, language)
        )}
      </td>
      <td className="nowrap">
        <ReadCount version={line.in_force?.id} />
      </td>
    </tr>
  )
}

function ReadCount({ version }: { readonly version: string | undefined }) {
  const { language } = useLanguage()
  const words = usePoliciesWords()
  const { data } = useReadingCounts()
  const found = data?.items.find((one) => one.version === version)
  if (data === undefined || found === undefined || found.asked === 0) {
    return <span className="quiet">{words.notAsked}</span>
  }
  return (
    <>
      {words.read(found.read, found.asked, day(data.today, language))}
      {found.overdue > 0 && <span className="broken"> {words.overdue(found.overdue)}</span>}
    </>
  )
}
