// SPDX-License-Identifier: EUPL-1.2
import type { ListAsked } from '@schouw/contract/client'
import { Link } from 'react-router'
import { useLanguage } from '../../words/language.tsx'

/** The register as a file, with the same search, order and day as the list above it. */
export function Tables({ plural, asked }: { readonly plural: string; readonly asked: ListAsked }) {
  const { words, language } = useLanguage()
  const { tables } = words
  const { limit: _, cursor: __, ...same } = asked
  const exported = (format: 'csv' | 'xlsx') =>
    `/api/v1/exports/${plural}?${query({ ...same, format, language })}`
  return (
    <p className="tables no-print">
      <span className="quiet">{tables.title}:</span>
      <a href={exported('csv')} download>
        {tables.exportCsv}
      </a>
      <a href={exported('xlsx')} download>
        {tables.exportXlsx}
      </a>
      <a href={`/api/v1/templates/${plural}?${query({ format: 'xlsx', language })}`} download>
        {tables.template}
      </a>
      <Link to={`/import?register=${plural}`}>{tables.import}</Link>
    </p>
  )
}

function query(asked: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}
