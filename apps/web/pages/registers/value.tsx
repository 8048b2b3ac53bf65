// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordKind } from '@schouw/core/registers'
import type { RegisterTongue } from '@schouw/report/registers'
import { Fragment, type ReactNode } from 'react'
import { RecordLink } from '../../parts/record-link.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { useTimes } from '../../parts/times.ts'
import { day, euro, number, percent } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { told } from './told.ts'

type Field = RecordKind['fields'][string]

export interface Shown {
  readonly kind: KindName
  /** `field`, or `rows.cell`. */
  readonly path: string
  readonly field: Field
  readonly value: unknown
  readonly tongue: RegisterTongue
}

/** A value as people read it. */
export function Value(shown: Shown): ReactNode {
  const { words } = useLanguage()
  const { field, value, kind, path, tongue } = shown
  if (value === undefined || value === null) {
    return <span className="quiet">{words.registers.notFilled}</span>
  }
  if (field.type === 'rows') return <Rows {...shown} />
  if (Array.isArray(value)) {
    return value.map((one, at) => (
      <Fragment key={String(one)}>
        {at > 0 && ', '}
        <Single kind={kind} path={path} field={field} value={one} tongue={tongue} />
      </Fragment>
    ))
  }
  return <Single {...shown} />
}

function Single({ kind, path, field, value, tongue }: Shown): ReactNode {
  const { words, language } = useLanguage()
  const text = String(value)
  switch (field.type) {
    case 'reference':
      return <RecordLink id={text} />
    case 'choice':
      return tongue.code(kind, text, path)
    case 'yes_no':
      return value === true ? words.yes : words.no
    case 'euro':
      return euro(Number(value), language)
    case 'percent':
      return percent(Number(value), language, 2)
    case 'hours':
    case 'decimal':
      return number(Number(value), language, 2)
    case 'date':
      return <time dateTime={text}>{day(text, language)}</time>
    case 'instant':
      return <Moment at={text} />
    case 'whole':
      return number(Number(value), language)
    case 'digest':
      return <FileOf digest={text} />
    case 'long_text':
      return <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
    case 'ip':
    case 'mac':
    case 'cidr':
      return <span className="mono">{text}</span>
    default:
      return told(`${kind}.${path}`, text, { tongue, language })
  }
}

/** On the clock of the organisation, wherever whoever looks is. */
function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{useTimes().at(at)}</time>
}

function Rows({ kind, path, field, value, tongue }: Shown) {
  if (field.type !== 'rows' || !Array.isArray(value)) return null
  const cells = Object.entries(field.fields)
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            {cells.map(([name]) => (
              <th key={name} scope="col">
                {tongue.field(kind, `${path}.${name}`)[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row: Readonly<Record<string, unknown>>, at) => (
            <tr key={at}>
              {cells.map(([name, cell]) => (
                <td key={name}>
                  {row[name] === undefined ? null : (
                    <Value
                      kind={kind}
                      path={`${path}.${name}`}
                      field={cell}
                      value={row[name]}
                      tongue={tongue}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
