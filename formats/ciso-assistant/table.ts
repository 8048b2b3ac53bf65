// SPDX-License-Identifier: EUPL-1.2
import { readCsvRows } from '../csv/index.ts'
import { quoted } from '../problem/index.ts'
import type { LibraryProblem, LibraryRead, LibraryRequirement } from './read.ts'

/** How a column may be called; what else there is, is left. */
const headings = {
  ref: ['ref', 'ref_id', 'number', 'nummer', 'nr'],
  title: ['title', 'titel', 'name', 'naam', 'requirement', 'eis'],
  description: ['description', 'omschrijving', 'text', 'tekst'],
  parent: ['parent', 'onder', 'part of', 'part_of', 'onderdeel'],
  ours: ['schouw', 'maps', 'koppeling', 'eisen van schouw', 'requirements of schouw'],
} as const
type Column = keyof typeof headings

/** Under this name the requirements of the duties of care stand in documents. */
const ourSource = 'urn:schouw:requirements'

/**
 * A framework of one's own as a table: a number and a title on each line, under which other number it
 * stands, and which of our requirements it goes together with. What only holds others asks nothing.
 */
export function readFrameworkTable(path: string, bytes: Uint8Array): LibraryRead {
  const { rows, problems: unread } = readCsvRows(path, bytes)
  const problems: LibraryProblem[] = unread.map((one) => ({
    ...one,
    pointer: '',
    code: 'not-a-library',
  }))
  const [head, ...body] = rows
  const columns = new Map<Column, number>()
  for (const [at, cell] of (head?.cells ?? []).entries()) {
    const said = cell.trim().toLowerCase()
    const column = (Object.keys(headings) as Column[]).find(
      (one) => (headings[one] as readonly string[]).includes(said) && !columns.has(one),
    )
    if (column !== undefined) columns.set(column, at)
  }
  const tell = (line: number | null, more: Pick<LibraryProblem, 'code' | 'expected' | 'found'>) =>
    problems.push({ path, line, column: null, pointer: line === null ? '' : `/${line}`, ...more })
  if (!columns.has('ref') || !columns.has('title')) {
    const found = quoted((head?.cells ?? []).join(', '))
    tell(head?.line ?? null, { code: 'member-missing', expected: 'columns ref and title', found })
    return { library: null, problems }
  }
  const name = path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const urn = `urn:table:${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
  const urnOf = (ref: string) => `${urn}:${ref}`
  const lines = new Map<string, { line: number; cell: (column: Column) => string }>()
  for (const { line, cells } of body) {
    const cell = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').trim()
    const ref = cell('ref')
    if (cells.every((one) => one.trim() === '')) continue
    if (ref === '') tell(line, { code: 'member-missing', expected: 'a number', found: 'nothing' })
    else if (lines.has(ref)) {
      tell(line, { code: 'urn-taken', expected: 'a number of its own', found: quoted(ref) })
    } else lines.set(ref, { line, cell })
  }
  const parents = new Set([...lines.values()].map(({ cell }) => cell('parent')))
  const maps: { source: string; target: string; relationship: string }[] = []
  const requirements = [...lines].map(([ref, { line, cell }]): LibraryRequirement => {
    const parent = cell('parent')
    const isKnown = parent === '' || lines.has(parent)
    if (!isKnown) {
      const expected = 'a number of this table'
      tell(line, { code: 'reference-missing', expected, found: quoted(parent) })
    }
    const ours = cell('ours').match(/[A-Za-z]+\d+/g) ?? []
    for (const one of ours) {
      maps.push({ source: urnOf(ref), target: one.toUpperCase(), relationship: 'intersect' })
    }
    return {
      urn: urnOf(ref),
      parent: parent === '' || !isKnown ? null : urnOf(parent),
      ref,
      name: cell('title') || ref,
      description: cell('description') || null,
      annotation: null,
      isAssessable: !parents.has(ref) || ours.length > 0,
      ...{ groups: [], threats: [], controls: [], translations: {} },
    }
  })
  const framework = { urn, ref: null, name, minScore: null, maxScore: null, requirements }
  const library = {
    ...{ urn, ref: null, name, locale: null, version: null, copyright: null, provider: null },
    ...{ dependencies: [], frameworks: [framework], controls: [], threats: [] },
    mappings: maps.length === 0 ? [] : [{ source: urn, target: ourSource, maps }],
  }
  return { library: requirements.length === 0 ? null : library, problems }
}
