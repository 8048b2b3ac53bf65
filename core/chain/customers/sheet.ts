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
}

export interface AskedQuestion {
  readonly row: number
  readonly text: string
}

const headings = {
  question: /^(#\s*)?(question|vraag|requirement|eis|control|beheersmaatregel|omschrijving)/i,
  answer: /^(answer|antwoord|response|reactie|compliant|voldoet|yes.?\/.?no|ja.?\/.?nee|status)/i,
  explanation: /^(explanation|toelichting|comment|opmerking|remark|evidence|bewijs|details?)/i,
} as const

/** Where questions and answers stand, by their headings; without those by which column holds sentences. */
export function layoutOf(cells: Cells): Layout {
  for (const [at, row] of cells.slice(0, 30).entries()) {
    const question = row.findIndex((text) => headings.question.test(text.trim()))
    if (question === -1) continue
    const column = (name: 'answer' | 'explanation') => {
      const found = row.findIndex(
        (text, index) => index !== question && headings[name].test(text.trim()),
      )
      return found === -1 ? null : found
    }
    return { question, answer: column('answer'), explanation: column('explanation'), heading: at }
  }
  const lengths = new Map<number, number>()
  for (const row of cells) {
    for (const [at, text] of row.entries()) {
      if (/\?\s*$/.test(text) || text.length > 25) lengths.set(at, (lengths.get(at) ?? 0) + 1)
    }
  }
  const [most] = [...lengths].toSorted((a, b) => b[1] - a[1])
  return { question: most?.[0] ?? null, answer: null, explanation: null, heading: -1 }
}

/** Cells of the question column that ask something; chapters and blank lines are left alone. */
export function questionsIn(cells: Cells, { question, heading }: Layout): readonly AskedQuestion[] {
  if (question === null) return []
  return cells.flatMap((row, at): readonly AskedQuestion[] => {
    const text = (row[question] ?? '').trim()
    if (at <= heading || text.length < shortest) return []
    const isAlone = row.every((other, column) => column === question || other.trim() === '')
    // A heading within the sheet stands alone, is short and asks nothing.
    const isChapter = isAlone && text.length < 40 && !text.includes('?') && !text.includes('.')
    return isChapter && row.length > question + 1 ? [] : [{ row: at, text }]
  })
}

const shortest = 8
