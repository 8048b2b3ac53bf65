// SPDX-License-Identifier: EUPL-1.2

/** A sheet as it was read: texts by row and column, both counted from nought. */
export type Cells = readonly (readonly string[])[]

export interface Layout {
  /** Counted from nought; null where no such column was found. */
  readonly question: number | null
  readonly answer: number | null
  readonly explanation: number | null
  /** The row of headings; −1 when there is none. */
  readonly heading: number
  /** A person said where it is: then whatever stands there asks. */
  readonly isSaid?: boolean
}

export interface AskedQuestion {
  readonly row: number
  readonly text: string
  /** The heading within the sheet under which it stands. */
  readonly chapter: string | null
}

const names = {
  question:
    /\b(questions?|vra(ag|gen)|vraagstelling|(security )?requirements?|eis(en)?|controls?|criteri(a|um|on)|statement|stelling|beheersmaatregel(en)?)\b/i,
  answer:
    /\b(answers?|antwoord(en)?|responses?|reactie|status|yes ?\/ ?no|ja ?\/ ?nee|voldoet|compliant|compliance|conformit\w+|ge[iï]mplementeerd|implemented)\b/i,
  explanation:
    /\b(explanations?|toelichting(en)?|comments?|opmerking(en)?|remarks?|notes?|evidence|bewijs|onderbouwing|details?|description|beschrijving|clarification)\b/i,
} as const
type Name = keyof typeof names

/** Of a column that counts or points rather than asks. */
const counting = /\b(no|nr|nummer|number|id|ref|referen\w+)\b|#/i

/** Headings are short: a sentence with such a word in it is none. */
const longestHeading = 60
const rowsLookedAt = 60

/**
 * Where questions and answers stand: the row that reads most like headings, merged ones over two rows
 * taken together; without such a row the column that holds most sentences that ask.
 */
export function layoutOf(cells: Cells): Layout {
  let best: { readonly layout: Layout; readonly score: number } | undefined
  for (let at = 0; at < Math.min(cells.length, rowsLookedAt); at += 1) {
    const found = headingAt(cells, at)
    if (found !== undefined && found.score > (best?.score ?? 0)) best = found
  }
  // One word alone is a heading only with something to ask under it.
  if (best !== undefined && (best.score > 1 || questionsIn(cells, best.layout).length > 0)) {
    return withAnswer(cells, best.layout)
  }
  const question = askingColumn(cells)
  return withAnswer(cells, { question, answer: null, explanation: null, heading: -1 })
}

function headingAt(cells: Cells, at: number) {
  const question = columnNamed(cells, at, 'question', [])
  if (question === undefined) return undefined
  const answer = columnNamed(cells, at, 'answer', [question])
  const taken = [question, ...(answer === undefined ? [] : [answer])]
  const explanation = columnNamed(cells, at, 'explanation', taken)
  const score = 1 + (answer === undefined ? 0 : 2) + (explanation === undefined ? 0 : 1)
  const layout = { question, answer: answer ?? null, explanation: explanation ?? null, heading: at }
  // A heading that is merged over two columns has the names of these in the row below.
  const below = cells[at + 1] ?? []
  if (explanation !== undefined || (below[question] ?? '').trim() !== '') return { layout, score }
  const under = columnNamed(cells, at + 1, 'explanation', [question])
  if (under === undefined || under <= question) return { layout, score }
  const choice = columnNamed(cells, at + 1, 'answer', [question, under]) ?? answer ?? null
  const both = { question, answer: choice, explanation: under, heading: at + 1 }
  return { layout: both, score: score + 1 }
}

/** Of several that are called so, the one with most text under it. */
function columnNamed(
  cells: Cells,
  at: number,
  name: Name,
  taken: readonly number[],
): number | undefined {
  const called = (cells[at] ?? []).flatMap((text, column) => {
    const title = text.trim()
    const isCalled = title.length <= longestHeading && names[name].test(title)
    const isCounting = name === 'question' && counting.test(title) && title.length < 20
    return isCalled && !isCounting && !taken.includes(column) && !title.endsWith('?')
      ? [{ column, size: name === 'question' ? textUnder(cells, at, column) : 0 }]
      : []
  })
  return called.toSorted((a, b) => b.size - a.size || a.column - b.column)[0]?.column
}

function textUnder(cells: Cells, at: number, column: number): number {
  let size = 0
  for (const row of cells.slice(at + 1, at + rowsLookedAt)) size += (row[column] ?? '').length
  return size
}

/** Fewer questions than this in a column are a text that happens to ask something. */
const fewest = 2

function askingColumn(cells: Cells): number | null {
  const asking = new Map<number, number>()
  for (const row of cells) {
    for (const [at, text] of row.entries()) {
      if (isAsking(text)) asking.set(at, (asking.get(at) ?? 0) + 1)
    }
  }
  const [most] = [...asking].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  return most === undefined || most[1] < fewest ? null : most[0]
}

function isAsking(text: string): boolean {
  return text.trim().length >= shortest && text.trim().endsWith('?')
}

/** Where no column is called so, answers go into the first empty one to the right. */
function withAnswer(cells: Cells, layout: Layout): Layout {
  const { question, answer } = layout
  if (question === null || answer !== null) return layout
  const rows = questionsIn(cells, layout)
  let column = question + 1
  const isFilled = () => rows.some(({ row }) => (cells[row]?.[column] ?? '').trim() !== '')
  while (column === layout.explanation || isFilled()) column += 1
  return { ...layout, answer: column }
}

/** Cells of the question column that ask something; chapters and blank lines are left alone. */
export function questionsIn(
  cells: Cells,
  { question, heading, isSaid = false }: Layout,
): readonly AskedQuestion[] {
  if (question === null) return []
  const isText = cells.every((row) => row.length <= 1)
  let chapter: string | null = null
  return cells.flatMap((row, at): readonly AskedQuestion[] => {
    const text = (row[question] ?? '').trim()
    if (at <= heading || text === '') return []
    const isAlone = row.every((other, column) => column === question || other.trim() === '')
    // A heading within the sheet stands alone, is short and asks nothing.
    const isShort = text.length < 40 && !text.includes('?') && !/[.:]$/.test(text)
    const isOther = (isAlone && isShort) || (isText && !isAsking(text))
    if (text.length < shortest || (isOther && !isSaid)) {
      if (isAlone) chapter = text.slice(0, 200)
      return []
    }
    return [{ row: at, text, chapter }]
  })
}

const shortest = 8
