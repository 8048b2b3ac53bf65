// SPDX-License-Identifier: EUPL-1.2
import type { Import } from '../../data/imports.ts'
import { useImportWords } from '../../words/import.ts'

/** What could not be read of a file, each with its place. */
export function Problems({ problems }: Pick<Import, 'problems'>) {
  const { first, table } = useImportWords()
  return (
    <ul>
      {problems.map(({ line, column, expected, found }, at) => (
        <li key={at}>
          {(line !== null || column !== null) && <strong>{table.problemAt(line, column)}: </strong>}
          {`${first.expected}: ${expected}. ${first.found}: ${found}.`}
        </li>
      ))}
    </ul>
  )
}
