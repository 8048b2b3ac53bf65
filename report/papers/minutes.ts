// SPDX-License-Identifier: EUPL-1.2
import type { Item, MeetingRecord } from '@schouw/core/board/meetings'
import type { RecordVersion } from '@schouw/core/registers'
import type { Cell, PackBlock, Told } from '../pack/index.ts'
import { qrCode, qrPicture } from '../qr/index.ts'
import { registerTongue } from '../registers/index.ts'
import { paperWords } from './words.ts'

export interface MinutesOf {
  readonly meeting: RecordVersion
  readonly record: MeetingRecord
  /** Out of the decisions on its agenda. */
  readonly actions: readonly RecordVersion[]
  /** The signed head of the log under which the minutes were made. */
  readonly checkpoint: string
  /** Local date and time of an instant: `2026-12-01 10:00`. */
  readonly local: (instant: string) => string
}

/** What the minutes of a meeting say: who, what lay on the table, every item, and the log's head. */
export function minutesBlocks(told: Told, of: MinutesOf): readonly PackBlock[] {
  const own = paperWords[told.language]
  const { meeting } = of
  const local = (instant: string) => moment(told, of.local(instant))
  const { values } = meeting
  const held = values['held_at']
  const size = values['log_size']
  const { say } = told
  const lines = [
    ...(typeof held === 'string' ? [own.minutes.held(local(held), local(meeting.changed.at))] : []),
    typeof size === 'number' ? own.minutes.table(say.number(size)) : own.minutes.tableNone,
    ...(typeof values['pack'] === 'string' ? [own.minutes.pack(values['pack'])] : []),
  ]
  return [
    { kind: 'heading', level: 1, text: `${own.titles.minutes}: ${String(values['name'] ?? '')}` },
    ...lines.map((text): PackBlock => ({ kind: 'text', text })),
    ...attendance(told, of),
    ...of.record.items.flatMap((item) => itemBlocks(told, of, item)),
    ...(of.record.said.length === 0
      ? []
      : [heading(own.minutes.rest), { kind: 'list', items: spoken(told, of, of.record.said) }]),
    ...actions(told, of),
    told.source(own.sources.minutes),
    ...head(told, of),
  ] as readonly PackBlock[]
}

function moment({ say }: Told, local: string): string {
  return `${say.date(local.slice(0, 10))}, ${local.slice(11)}`
}

function heading(text: string): PackBlock {
  return { kind: 'heading', level: 2, text }
}

function nameOf({ of }: Told, person: string): string {
  return of.names.get(person) ?? person
}

function attendance(told: Told, { record }: MinutesOf): readonly PackBlock[] {
  const own = paperWords[told.language]
  const { minutes } = own
  const tongue = registerTongue(told.language)
  const rows = record.members.map(({ person, role }): readonly Cell[] => {
    const proxy = record.proxies.find((one) => one.absent_member === person)
    const isThere = record.present.includes(person)
    return [
      { text: nameOf(told, person) },
      { text: tongue.code('appointment', role, 'role') },
      isThere
        ? { text: own.there }
        : {
            text:
              proxy === undefined
                ? own.away
                : `${own.away}, ${own.byProxy(nameOf(told, proxy.holder))}`,
            tone: 'ask',
          },
    ]
  })
  const { present, by_proxy: spokenFor, needed, entitled, has_quorum: has } = record.attendance
  const number = told.say.number
  const counted = minutes.quorum(number(present + spokenFor), number(needed), number(entitled))
  return [
    heading(minutes.who),
    {
      kind: 'table',
      caption: minutes.who,
      heads: [minutes.member, '', minutes.standing],
      widths: [2.4, 2, 2.4],
      aligns: ['left', 'left', 'left'],
      rows,
    },
    { kind: 'text', text: `${counted} ${has ? minutes.has : minutes.not}`, tone: 'strong' },
  ]
}

function itemBlocks(told: Told, of: MinutesOf, item: Item): readonly PackBlock[] {
  const own = paperWords[told.language]
  const { minutes } = own
  const tongue = registerTongue(told.language)
  const number = told.say.number
  const title = heading(`${item.number}. ${item.subject}`)
  const said: readonly PackBlock[] =
    item.said.length === 0 ? [] : [{ kind: 'list', items: spoken(told, of, item.said) }]
  const { answer } = item
  if (answer === null) return [title, ...said]
  const { outcome } = answer
  const result =
    answer.recorded === null
      ? (minutes.results[outcome.result] ?? '')
      : minutes.recorded(tongue.code('decision', answer.recorded, 'outcome'))
  const counts = minutes.counted(
    number(outcome.approve),
    number(outcome.reject),
    number(outcome.abstain),
  )
  const heard = outcome.conflicted > 0 ? [minutes.heard(number(outcome.conflicted))] : []
  const rows = answer.votes.map((vote): readonly Cell[] => [
    {
      text:
        vote.person === vote.speaks_for
          ? nameOf(told, vote.person)
          : `${nameOf(told, vote.speaks_for)} (${own.byProxy(nameOf(told, vote.person))})`,
    },
    {
      text: tongue.code('vote', vote.choice, 'choice'),
      tone: vote.choice === 'reject' ? 'ask' : 'plain',
    },
    { text: vote.reason ?? '' },
    {
      text: vote.objected !== null ? own.objected : vote.has_conflict ? minutes.conflict : '',
      tone: 'ask',
    },
  ])
  return [
    title,
    ...(item.subject === answer.question ? [] : [{ kind: 'text', text: answer.question } as const]),
    ...said,
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: item.subject,
            heads: [minutes.member, own.vote, own.reason, ''],
            widths: [2.2, 1, 3, 1.2],
            aligns: ['left', 'left', 'left', 'left'],
            rows,
          } as const,
        ]),
    { kind: 'text', text: [result, counts, ...heard].join(' '), tone: 'strong' },
    ...(answer.conditions === null
      ? []
      : [{ kind: 'text', text: minutes.conditions(answer.conditions) } as const]),
    ...(answer.is_contested
      ? [{ kind: 'text', text: minutes.contested, tone: 'ask' } as const]
      : []),
  ]
}

function spoken(told: Told, { local }: MinutesOf, said: Item['said']): readonly string[] {
  return said.map(({ said_at: at, text, speaker }) => {
    const who = speaker === null ? '' : `${nameOf(told, speaker)}: `
    return `${moment(told, local(at))}: ${who}${text}`
  })
}

function actions(told: Told, of: MinutesOf): readonly PackBlock[] {
  const { minutes } = paperWords[told.language]
  const { say, own } = told
  if (of.actions.length === 0) return []
  const rows = of.actions.map(({ values }): readonly Cell[] => [
    { text: String(values['name'] ?? '') },
    {
      text: typeof values['owner'] === 'string' ? nameOf(told, values['owner']) : own.unknown,
    },
    { text: typeof values['due_on'] === 'string' ? say.shortDate(values['due_on']) : own.unknown },
  ])
  return [
    heading(minutes.actions),
    {
      kind: 'table',
      caption: minutes.actions,
      heads: [minutes.action, minutes.owner, own.day],
      widths: [3.6, 1.8, 1.2],
      aligns: ['left', 'left', 'left'],
      rows,
    },
  ]
}

/** The three lines of the head, to read and to scan. */
function head(told: Told, { checkpoint }: MinutesOf): readonly PackBlock[] {
  const { minutes } = paperWords[told.language]
  const lines = checkpoint.split('\n').slice(0, 3)
  const code = qrCode(lines.join('\n'), 'M')
  const picture: readonly PackBlock[] =
    code === undefined
      ? []
      : [{ kind: 'picture', svg: svgOf(qrPicture(code)), alt: minutes.head, widthMm: 34 }]
  return [
    heading(minutes.head),
    { kind: 'text', text: minutes.headWhy, tone: 'quiet' },
    { kind: 'list', items: lines },
    ...picture,
  ]
}

function svgOf({ side, path }: { readonly side: number; readonly path: string }): string {
  const box = `viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}><path d="${path}" fill="#000"/></svg>`
}
