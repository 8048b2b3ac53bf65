// SPDX-License-Identifier: EUPL-1.2

export interface Link {
  /** Where it leads. */
  readonly to: string
  /** What stands there to be clicked. */
  readonly text: string
}

const breaking = new Set(['br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'table', 'hr'])
const silent = new Set(['script', 'style', 'head', 'title', 'template'])
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€', ndash: '–' },
}

/** What HTML says, without doing anything it asks: its words, and where its links lead. */
export function saidByHtml(html: string): {
  readonly text: string
  readonly links: readonly Link[]
} {
  const links: { to: string; text: string }[] = []
  let open: { to: string; text: string } | undefined
  let text = ''
  let hushed: string | undefined
  const say = (piece: string) => {
    if (hushed !== undefined) return
    text += piece
    if (open !== undefined) open.text += piece
  }
  for (let at = 0; at < html.length; ) {
    const bracket = html.indexOf('<', at)
    if (bracket < 0) {
      say(plain(html.slice(at)))
      break
    }
    say(plain(html.slice(at, bracket)))
    if (html.startsWith('<!--', bracket)) {
      const end = html.indexOf('-->', bracket + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const end = html.indexOf('>', bracket)
    if (end < 0) break
    const tag = html.slice(bracket + 1, end)
    at = end + 1
    const isClosing = tag.startsWith('/')
    const name = (/^\/?([a-z0-9]{1,20})/i.exec(tag)?.[1] ?? '').toLowerCase()
    if (hushed !== undefined) {
      if (isClosing && name === hushed) hushed = undefined
      continue
    }
    if (silent.has(name) && !isClosing) hushed = name
    else if (breaking.has(name)) say('\n')
    else if (name === 'a') {
      if (open !== undefined) links.push(open)
      const to = isClosing ? undefined : hrefOf(tag)
      open = to === undefined ? undefined : { to, text: '' }
    }
  }
  if (open !== undefined) links.push(open)
  return {
    text: text
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/ *\n\s*/g, '\n')
      .trim(),
    links,
  }
}

function hrefOf(tag: string): string | undefined {
  const at = tag.search(/\bhref\b/i)
  if (at < 0) return undefined
  const rest = tag.slice(at + 4).trimStart()
  if (!rest.startsWith('=')) return undefined
  const value = rest.slice(1).trimStart()
  const quote = value.charAt(0)
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1)
    return plain(value.slice(1, end < 0 ? undefined : end)).trim()
  }
  return plain(value.split(/\s/, 1)[0] ?? '')
}

function plain(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const isHex = name.charAt(1).toLowerCase() === 'x'
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
