// SPDX-License-Identifier: EUPL-1.2
import type { Element } from '../xml/index.ts'

// Text with marks: elements in XML, Markdown in JSON. Spelled as the published documents are in both.

const blocks = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'pre',
  'table',
  'blockquote',
  'hr',
])

export function isBlock({ name }: Element): boolean {
  return blocks.has(name)
}

/** What an element holds, as Markdown; lines of the source that only wrap are one. */
export function markdownOf(element: Element): string {
  return blocksIn(element.mixed ?? [])
}

/** Paragraphs, lists and the rest, each apart; text beside them is a paragraph too. */
export function blocksIn(mixed: readonly (Element | string)[]): string {
  const found: string[] = []
  let run: (Element | string)[] = []
  const close = () => {
    const text = inline(run).trim()
    if (text !== '') found.push(text)
    run = []
  }
  for (const one of mixed) {
    if (typeof one === 'string' || !isBlock(one)) run.push(one)
    else {
      close()
      const text = block(one)
      if (text !== '') found.push(text)
    }
  }
  close()
  return found.join('\n\n')
}

function block(element: Element): string {
  const { name, mixed = [], children } = element
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level !== undefined) return `${'#'.repeat(Number(level))} ${inline(mixed).trim()}`
  if (name === 'ul') return listed(children, '*')
  if (name === 'ol') return listed(children, '1.')
  if (name === 'pre') return `\`\`\`\n${verbatim(mixed).replace(/^\n|\n$/g, '')}\n\`\`\``
  if (name === 'hr') return '---'
  if (name === 'blockquote') return blocksIn(mixed).replaceAll(/^/gm, '> ')
  if (name === 'table') return tabled(element)
  return inline(mixed).trim()
}

function listed(items: readonly Element[], sign: string): string {
  const indent = ' '.repeat(sign.length + 1)
  return items
    .map(({ mixed = [] }) => {
      const text = blocksIn(mixed)
      return `${sign} ${text.replaceAll('\n\n', '\n').replaceAll('\n', `\n${indent}`)}`
    })
    .join('\n')
}

function tabled(table: Element): string {
  const rows = rowsIn(table).map(
    ({ children }) =>
      `| ${children.map(({ mixed = [] }) => inline(mixed).trim().replaceAll('|', '\\|')).join(' | ')} |`,
  )
  const [head, ...rest] = rows
  if (head === undefined) return ''
  const columns = rowsIn(table)[0]?.children.length ?? 1
  return [head, `|${' --- |'.repeat(columns)}`, ...rest].join('\n')
}

function rowsIn({ children }: Element): readonly Element[] {
  return children.flatMap((one) => (one.name === 'tr' ? [one] : rowsIn(one)))
}

function inline(mixed: readonly (Element | string)[]): string {
  return mixed
    .map((one) => (typeof one === 'string' ? one : mark(one)))
    .join('')
    .replaceAll(/[ \t\r\n]+/g, ' ')
}

function mark(element: Element): string {
  const { name, attributes, mixed = [] } = element
  const inside = inline(mixed)
  if (name === 'insert') {
    return `{{ insert: ${attributes['type'] ?? ''}, ${attributes['id-ref'] ?? ''} }}`
  }
  if (name === 'a') return `[${inside}](${attributes['href'] ?? ''})`
  if (name === 'img') return `![${attributes['alt'] ?? ''}](${attributes['src'] ?? ''})`
  if (name === 'br') return ' '
  const sign = signs[name]
  return sign === undefined || inside === '' ? inside : `${sign}${inside}${sign}`
}

const signs: Readonly<Record<string, string>> = {
  em: '*',
  i: '*',
  strong: '**',
  b: '**',
  code: '`',
  q: '"',
  sub: '~',
  sup: '^',
}

function verbatim(mixed: readonly (Element | string)[]): string {
  return mixed.map((one) => (typeof one === 'string' ? one : verbatim(one.mixed ?? []))).join('')
}
