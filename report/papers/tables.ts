// SPDX-License-Identifier: EUPL-1.2
import type { PackBlock } from '../pack/index.ts'

interface Plain {
  readonly title: string
  readonly organisation: string
  readonly asOf: string
  readonly blocks: readonly PackBlock[]
}

type Heading = { readonly heading: string }

/** Every table on a sheet of its own, under what it is called and what it is a state of. */
export function paperSheets({ title, organisation, asOf, blocks }: Plain) {
  const taken = new Set<string>()
  const cover: readonly (string | Heading)[][] = [
    [{ heading: title }],
    [organisation],
    [asOf],
    ...blocks.flatMap(linesOf),
  ]
  const tables = blocks.flatMap((block) => {
    if (block.kind !== 'table') return []
    const rows: readonly (string | Heading)[][] = [
      block.heads.map((heading) => ({ heading })),
      ...block.rows.map((row) => row.map(({ text }) => text)),
    ]
    const widths = block.widths.map((share) => Math.round(share * widthOfShare))
    return [{ name: sheetName(block.caption, taken), rows, widths, headRows: 1 }]
  })
  return [{ name: sheetName(title, taken), rows: cover, widths: [90] }, ...tables]
}

function linesOf(block: PackBlock): readonly (string | Heading)[][] {
  if (block.kind === 'text') return [[block.text]]
  if (block.kind === 'heading') return [[{ heading: block.text }]]
  return block.kind === 'list' ? block.items.map((item) => [item]) : []
}

const widthOfShare = 14
/** ECMA-376 part 1, 18.2.19: characters that a name may have, and how many. */
const mostName = 31

function sheetName(text: string, taken: Set<string>): string {
  const base =
    text
      .replaceAll(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, mostName - 3) || '–'
  let name = base
  for (let turn = 2; taken.has(name.toLowerCase()); turn += 1) name = `${base} ${turn}`
  taken.add(name.toLowerCase())
  return name
}

export interface SlideOf {
  readonly title: string
  readonly lines: readonly string[]
  readonly table: {
    readonly heads: readonly string[]
    readonly widths: readonly number[]
    readonly rows: readonly (readonly string[])[]
  } | null
  readonly picture: { readonly svg: string; readonly alt: string } | null
  readonly foot: string
}

const mostLines = 9
const mostRows = 9
const mostAbove = 2
const empty = { lines: [], table: null, picture: null } as const

/** A slide for every heading: its sentences, then its table in parts that can be read from afar. */
export function paperSlides({ title, organisation, asOf, blocks }: Plain): readonly SlideOf[] {
  const foot = `${organisation} · ${asOf}`
  const slides: SlideOf[] = []
  let head = title
  let lines: string[] = []
  const flush = () => {
    const last = slides.at(-1)
    const [only] = lines
    if (lines.length === 1 && last?.table != null && last.title === head) {
      // What stands under a table, usually where it comes from, is no slide of its own.
      slides.splice(-1, 1, { ...last, foot: `${only} ${last.foot}` })
      lines = []
    }
    for (let at = 0; at < lines.length; at += mostLines) {
      slides.push({ ...empty, title: head, lines: lines.slice(at, at + mostLines), foot })
    }
    lines = []
  }
  for (const block of blocks) {
    if (block.kind === 'heading') {
      flush()
      head = block.text
    } else if (block.kind === 'text') lines.push(block.text)
    else if (block.kind === 'list') lines.push(...block.items)
    else if (block.kind === 'picture') {
      const { svg, alt } = block
      // What is said above it stands above it; a picture with more text has a slide of its own.
      const isShort = lines.length <= mostAbove
      if (!isShort) flush()
      slides.push({ ...empty, title: head, lines, picture: { svg, alt }, foot })
      lines = []
    } else if (block.kind === 'table') {
      flush()
      const { heads, widths } = block
      const rows = block.rows.map((row) => row.map(({ text }) => text))
      for (let at = 0; at < rows.length; at += mostRows) {
        const table = { heads, widths, rows: rows.slice(at, at + mostRows) }
        slides.push({ ...empty, title: head, table, foot })
      }
    }
  }
  flush()
  return slides.length > 0 ? slides : [{ ...empty, title, foot }]
}
