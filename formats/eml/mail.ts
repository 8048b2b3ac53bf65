// SPDX-License-Identifier: EUPL-1.2
import { decoded, shownLine, shownText, textIn, unworded } from './coding.ts'
import { fieldIn, type Header, headerAt, parametersOf } from './header.ts'
import { type Link, saidByHtml } from './html.ts'
import { type MailOddity, mailLimits, Oddities } from './limits.ts'

export interface MailAttachment {
  /** As its sender calls it; empty where it has no name. */
  readonly name: string
  /** As its sender says; what it is, its bytes tell. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** A mail in plain values. Nothing in it was opened, fetched or run. */
export interface Mail {
  readonly from: string
  readonly reply_to: string
  readonly return_path: string
  readonly to: string
  readonly subject: string
  /** As it was written, and in UTC where that is a date. */
  readonly date: string
  readonly sent_at: string | null
  readonly message_id: string
  /** What servers on the way found of its sender (SPF, DKIM, DMARC), as they wrote it. */
  readonly authentication: readonly string[]
  /** The way it came, the last server first. */
  readonly received: readonly string[]
  readonly text: string
  readonly links: readonly Link[]
  readonly attachments: readonly MailAttachment[]
  /** Mails that were sent along as such. */
  readonly mails: readonly Mail[]
  readonly oddities: Readonly<Partial<Record<MailOddity, number>>>
}

const known =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to):/i

/** Whether bytes begin as a mail does. */
export function isMail(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1')
  const [head = ''] = text.replace(/^\ufeff|^\u00ef\u00bb\u00bf/, '').split(/\r?\n\r?\n/, 1)
  const lines = head.split(/\r?\n/)
  const [first = ''] = lines
  return /^[!-9;-~]+:/.test(first) && lines.filter((line) => known.test(line)).length >= 2
}

/** Null for what is too large; anything else gives a mail, with what was odd about it. */
export function readMail(bytes: Uint8Array): Mail | null {
  if (bytes.length > mailLimits.bytes) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return mailIn(text, { depth: 0, count: { parts: 0 } })
}

interface Around {
  readonly depth: number
  readonly count: { parts: number }
}

interface Gathering {
  text: string
  html: string
  readonly attachments: MailAttachment[]
  readonly mails: Mail[]
  readonly oddities: Oddities
  readonly count: { parts: number }
}

function mailIn(text: string, { depth, count }: Around): Mail {
  const oddities = new Oddities()
  const header = headerAt(text, { from: 0, to: text.length }, oddities)
  const found: Gathering = { text: '', html: '', attachments: [], mails: [], oddities, count }
  partAt(text, { header, to: text.length, depth }, found)
  const html = found.html === '' ? null : saidByHtml(found.html)
  const said = shownText(found.text.trim() === '' ? (html?.text ?? '') : found.text, oddities)
  if (said.length > mailLimits.textChars) oddities.add('text-too-long')
  const links = html?.links ?? []
  if (links.length > mailLimits.links) oddities.add('too-many-links')
  const line = (name: string) => shownLine(unworded(fieldIn(header, name), oddities), oddities)
  const all = (name: string) =>
    header.fields
      .filter((field) => field.name === name)
      .slice(0, 50)
      .map(({ value }) => shownLine(unworded(value, oddities), oddities))
  const date = line('date')
  const at = Date.parse(date)
  return {
    ...{ from: line('from'), reply_to: line('reply-to'), return_path: line('return-path') },
    ...{ to: line('to'), subject: line('subject'), date, message_id: line('message-id') },
    sent_at: Number.isNaN(at) ? null : new Date(at).toISOString(),
    authentication: all('authentication-results'),
    received: all('received'),
    text: said.slice(0, mailLimits.textChars).trim(),
    links: links.slice(0, mailLimits.links).map((link) => ({
      to: shownLine(link.to, oddities),
      text: shownLine(link.text, oddities),
    })),
    attachments: found.attachments,
    mails: found.mails,
    oddities: oddities.record(),
  }
}

interface Part {
  readonly header: Header
  readonly to: number
  readonly depth: number
}

function partAt(text: string, { header, to, depth }: Part, found: Gathering): void {
  const { oddities, count } = found
  count.parts += 1
  if (count.parts > mailLimits.parts) {
    oddities.add('too-many-parts')
    return
  }
  const type = parametersOf(fieldIn(header, 'content-type') || 'text/plain', oddities)
  const disposition = parametersOf(fieldIn(header, 'content-disposition'), oddities)
  const encoding = fieldIn(header, 'content-transfer-encoding')
  if (type.value.startsWith('multipart/')) {
    if (depth >= mailLimits.depth) {
      oddities.add('too-deep')
      return
    }
    const boundary = type.parameters['boundary'] ?? ''
    if (boundary === '') {
      oddities.add('boundary-missing')
      return
    }
    partsBetween(text, { header, to, depth, boundary }, found)
    return
  }
  const body = decoded(text.slice(header.end, to), encoding, oddities)
  const name = disposition.parameters['filename'] ?? type.parameters['name'] ?? ''
  if (type.value === 'message/rfc822') {
    if (depth >= mailLimits.depth) {
      oddities.add('too-deep')
      return
    }
    found.mails.push(mailIn(body, { depth: depth + 1, count }))
    return
  }
  const isText = type.value === 'text/plain' || type.value === 'text/html'
  if (!isText || disposition.value === 'attachment' || name !== '') {
    const bytes = Buffer.from(body, 'latin1')
    found.attachments.push({ name, type: shownLine(type.value, oddities), bytes })
    return
  }
  const said = textIn(body, type.parameters['charset'] ?? 'utf-8', oddities)
  if (type.value === 'text/html') found.html += said
  else found.text += found.text === '' ? said : `\n${said}`
}

/** RFC 2046, section 5.1.1: between lines that begin with the boundary. */
function partsBetween(
  text: string,
  { header, to, depth, boundary }: Part & { readonly boundary: string },
  found: Gathering,
): void {
  const mark = `--${boundary}`
  // Nothing behind this part is looked through for it, however many parts there are.
  const within = text.slice(0, to)
  const starts: number[] = []
  let isEnded = false
  for (let at = within.indexOf(mark, header.end); at >= 0; ) {
    const isLine = at === 0 || within.charAt(at - 1) === '\n'
    const after = at + mark.length
    if (isLine && /^(?:--)?[ \t]*(?:\r?\n|$)/.test(within.slice(after, after + 80))) {
      starts.push(at)
      if (within.startsWith('--', after)) {
        isEnded = true
        break
      }
      if (starts.length > mailLimits.parts) break
    }
    at = within.indexOf(mark, after)
  }
  if (!isEnded) found.oddities.add('cut-short')
  for (const [index, start] of starts.entries()) {
    const isLast = index === starts.length - 1
    if (isLast && isEnded) break
    const end = starts[index + 1] ?? to
    const line = within.indexOf('\n', start)
    const from = line < 0 ? end : Math.min(end, line + 1)
    // The line break before a boundary belongs to the boundary.
    const upTo = isLast ? end : Math.max(from, end - (text.charAt(end - 2) === '\r' ? 2 : 1))
    const own = headerAt(text, { from, to: upTo }, found.oddities)
    partAt(text, { header: own, to: upTo, depth: depth + 1 }, found)
  }
}
