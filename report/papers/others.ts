// SPDX-License-Identifier: EUPL-1.2
import { reviewPoints } from '@schouw/core/board/cycle'
import { addMonths } from '@schouw/core/kernel'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { votesOn } from '@schouw/core/registers/bodies'
import { type Cell, type PackBlock, parts, second, type Told } from '../pack/index.ts'
import { registerTongue } from '../registers/index.ts'
import { paperWords } from './words.ts'

export type Records = Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>

/** Records of a kind that have not retired. */
function all(records: Records, kind: KindName): readonly RecordVersion[] {
  return (records[kind] ?? []).filter(({ retired }) => retired === null)
}

function text({ values }: RecordVersion, field: string): string {
  const value = values[field]
  return value === undefined ? '' : String(value)
}

interface TableOf {
  readonly caption: string
  readonly heads: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  readonly none: string
}

function table({ caption, heads, widths, rows, none }: TableOf): PackBlock {
  if (rows.length === 0) return { kind: 'text', text: none }
  return { kind: 'table', caption, heads, widths, aligns: heads.map(() => 'left'), rows }
}

function heading(title: string, level: 1 | 2 = 2): PackBlock {
  return { kind: 'heading', level, text: title }
}

function audits({ language, say }: Told, records: Records): PackBlock {
  const own = paperWords[language]
  const tongue = registerTongue(language)
  const rows = all(records, 'audit').map((one): readonly Cell[] => [
    { text: text(one, 'name') },
    { text: tongue.code('audit', text(one, 'type'), 'type') },
    {
      text:
        text(one, 'verdict') === ''
          ? tongue.code('audit', one.state)
          : tongue.code('audit', text(one, 'verdict'), 'verdict'),
    },
    { text: text(one, 'reported_on') === '' ? '' : say.shortDate(text(one, 'reported_on')) },
  ])
  const heads = [own.audit, '', own.verdict, own.reported]
  return table({ caption: own.audits, heads, widths: [3, 1.6, 1.8, 1.2], rows, none: own.noAudits })
}

const closed = ['solved', 'verified', 'accepted']
const heavy = ['critical', 'high', 'medium', 'low']

function findings({ language, say, pack }: Told, records: Records): PackBlock {
  const own = paperWords[language]
  const tongue = registerTongue(language)
  const weight = (one: RecordVersion) => heavy.indexOf(text(one, 'severity'))
  const open = all(records, 'finding').filter(({ state }) => !closed.includes(state))
  const rows = open
    .toSorted((a, b) => weight(a) - weight(b) || (text(a, 'code') < text(b, 'code') ? -1 : 1))
    .map((one): readonly Cell[] => {
      const due = text(one, 'due_on')
      return [
        { text: `${text(one, 'code')} ${text(one, 'name')}` },
        { text: tongue.code('finding', text(one, 'severity'), 'severity') },
        { text: tongue.code('finding', one.state) },
        {
          text: due === '' ? '' : say.shortDate(due),
          tone: due !== '' && due < pack.today ? 'broken' : 'plain',
        },
      ]
    })
  const heads = [own.finding, own.severity, own.state, own.due]
  const widths = [4, 1, 1.3, 1.1]
  return table({ caption: own.findings, heads, widths, rows, none: own.noFindings })
}

/** What was audited, what is open of it, and on what every measure rests. */
export function auditReport(told: Told, records: Records): readonly PackBlock[] {
  const own = paperWords[told.language]
  return [
    heading(own.titles.audit_report, 1),
    heading(own.audits),
    audits(told, records),
    told.source(own.sources.audits),
    heading(own.findings),
    findings(told, records),
    told.source(own.sources.audits),
    ...parts.measures(told),
    ...parts.roadmap(told),
  ]
}

/** The points of a review by the management, each with what the registers hold about it. */
export function managementReview(told: Told, records: Records): readonly PackBlock[] {
  const own = paperWords[told.language]
  const yearAgo = addMonths(told.pack.today, -12)
  const open = all(records, 'action').filter(({ state }) => ['open', 'in_progress'].includes(state))
  const from = (origin: string) => open.filter((one) => text(one, 'origin') === origin).length
  const decided = all(records, 'decision').filter((one) => text(one, 'decided_on') >= yearAgo)
  const say = (line: string, registers: string): readonly PackBlock[] => [
    { kind: 'text', text: line },
    told.source(registers),
  ]
  const contents: Readonly<Record<(typeof reviewPoints)[number], readonly PackBlock[]>> = {
    '9.3.2 a': parts.roadmap(told),
    '9.3.2 b': second.changed(told),
    '9.3.2 c': say(
      own.interested(all(records, 'contract').length, from('supervisory_question')),
      own.sources.interested,
    ),
    '9.3.2 d 1': [findings(told, records), told.source(own.sources.audits)],
    '9.3.2 d 2': second.figures(told),
    '9.3.2 d 3': [audits(told, records), told.source(own.sources.audits)],
    '9.3.2 d 4': parts.measures(told),
    '9.3.2 e': say(own.answered(decided.length), told.own.sources.decisions),
    '9.3.2 f': parts.risks(told),
    '9.3.2 g': say(own.improvements(open.length), told.own.sources.plan),
  }
  return [
    heading(own.titles.management_review, 1),
    ...reviewPoints.flatMap((point) => [
      heading(`${point}  ${own.review[point] ?? ''}`),
      ...contents[point].filter(({ kind }) => kind !== 'heading' && kind !== 'page'),
    ]),
  ]
}

/** What the registers hold of one member: seats, trainings, every vote with its reason, meetings. */
export function ownFile(told: Told, records: Records, person: string): readonly PackBlock[] {
  const { language, say, of } = told
  const own = paperWords[language]
  const tongue = registerTongue(language)
  const mine = (kind: KindName) =>
    all(records, kind).filter((one) => text(one, 'person') === person)
  const day = (on: string) => (on === '' ? '' : say.shortDate(on.slice(0, 10)))
  const seats = mine('appointment').map((one): readonly Cell[] => [
    { text: tongue.code('appointment', text(one, 'role'), 'role') },
    { text: day(text(one, 'from')) },
    { text: day(text(one, 'to')) },
  ])
  const certificates = mine('certificate').map((one): readonly Cell[] => [
    { text: text(one, 'title') },
    { text: text(one, 'provider') },
    { text: day(text(one, 'ended_on')) },
    { text: tongue.code('certificate', one.state) },
  ])
  return [
    heading(`${own.titles.own_file}: ${of.names.get(person) ?? ''}`, 1),
    heading(own.seats),
    table({
      caption: own.seats,
      heads: [own.seat, own.on, own.until],
      widths: [3, 1, 1],
      rows: seats,
      none: own.none,
    }),
    heading(own.certificates),
    table({
      caption: own.certificates,
      heads: [own.certificate, own.provider, own.ended, own.state],
      widths: [3, 2, 1.1, 1.1],
      rows: certificates,
      none: own.none,
    }),
    ...votesOf(told, records, person),
    ...meetingsOf(told, records, person),
    told.source(own.sources.own),
  ]
}

function votesOf({ language, say }: Told, records: Records, person: string): readonly PackBlock[] {
  const own = paperWords[language]
  const tongue = registerTongue(language)
  const [votes, objections] = [all(records, 'vote'), all(records, 'objection')]
  const rows = all(records, 'decision').flatMap((decision) =>
    votesOn(decision.id, votes, objections)
      .votes.filter((vote) => vote.speaks_for === person || vote.person === person)
      .map((vote): readonly Cell[] => {
        const record = votes.find(({ id }) => id === vote.id)
        const isSigned = record?.values['assertion'] !== undefined
        return [
          { text: text(decision, 'question') },
          {
            text: tongue.code('vote', vote.choice, 'choice'),
            tone: vote.choice === 'reject' ? 'ask' : 'strong',
          },
          { text: vote.reason ?? '' },
          { text: say.shortDate(vote.cast_at.slice(0, 10)) },
          vote.objected === null
            ? { text: isSigned ? own.signed : own.unsigned, tone: 'quiet' }
            : { text: own.objected, tone: 'ask' },
        ]
      }),
  )
  const heads = [own.question2, own.vote, own.reason, own.on, '']
  const widths = [3, 1, 2.4, 1.1, 1.3]
  return [heading(own.votes), table({ caption: own.votes, heads, widths, rows, none: own.none })]
}

function meetingsOf(
  { language, say, of }: Told,
  records: Records,
  person: string,
): readonly PackBlock[] {
  const own = paperWords[language]
  const holds = (value: unknown) => Array.isArray(value) && value.includes(person)
  const rows = all(records, 'meeting').flatMap((one): (readonly Cell[])[] => {
    const { present, absent, proxies } = one.values
    const isThere = holds(present)
    if (!isThere && !holds(absent)) return []
    const given = (Array.isArray(proxies) ? proxies : []).find(
      (row) => (row as { absent_member?: string }).absent_member === person,
    ) as { readonly holder?: string } | undefined
    const holder = given?.holder === undefined ? undefined : of.names.get(given.holder)
    const standing = isThere ? own.there : own.away
    const held = text(one, 'held_at')
    return [
      [
        { text: text(one, 'name') },
        { text: held === '' ? '' : say.shortDate(held.slice(0, 10)) },
        { text: holder === undefined ? standing : `${standing}, ${own.byProxy(holder)}` },
      ],
    ]
  })
  const heads = [own.meeting, own.on, '']
  return [
    heading(own.meetings),
    table({ caption: own.meetings, heads, widths: [3, 1.2, 2], rows, none: own.none }),
  ]
}
