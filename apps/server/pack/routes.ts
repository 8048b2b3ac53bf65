// SPDX-License-Identifier: EUPL-1.2
import { packRoutes } from '@schouw/contract'
import { kindsOfInsurer } from '@schouw/core/board/insurer'
import { meetingRecord } from '@schouw/core/board/meetings'
import { isoInZone } from '@schouw/core/kernel'
import { utf8Text } from '@schouw/core/ledger/bytes'
import { packTemplate, writePdf } from '@schouw/formats/pdf'
import { writeSlides } from '@schouw/formats/pptx'
import { writeXlsx } from '@schouw/formats/xlsx'
import { paperFonts } from '@schouw/report/fonts'
import { boardPack, type PackOf } from '@schouw/report/pack'
import {
  minutesPaper,
  type PaperName,
  paperNames,
  paperOf,
  paperSheets,
  paperSlides,
} from '@schouw/report/papers'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { LossRuns } from '../risk/runs.ts'
import { type Around, type PackRead, packFor } from './gather.ts'

export { packFor } from './gather.ts'

/** Besides those of the pack: what the other papers are made from. */
const kindsOfPapers = [...kindsOfInsurer, 'vote', 'objection', 'meeting'] as const

/** The pack and the other papers, as of now, of a day, or frozen at a size of the log. */
export function servedPack(app: FastifyInstance, around: Around, runs: LossRuns): void {
  const { clock } = around
  serveRoute(app, packRoutes.boardPack, { clock }, async ({ caller, query }) => {
    const made = await packFor(around, runs, { caller, asOf: query.as_of })
    if ('refused' in made) return made.refused
    const name = `${query.language === 'nl' ? 'bestuursrapport' : 'board-pack'}-${made.pack.today}-${made.pack.size}.pdf`
    return file('pdf', name, pdfOf(made, query.language))
  })
  serveRoute(app, packRoutes.paper, { clock }, async ({ caller, params, query }) => {
    const name = paperNames.find((one) => one === params['paper'])
    if (name === undefined) return no('not-found')
    const asked = { caller, asOf: query.as_of, more: kindsOfPapers }
    const made = await packFor(around, runs, asked)
    if ('refused' in made) return made.refused
    const { plain } = paperOf(name, { ...made, person: caller.actor.person }, query.language)
    const { title, organisation, kind, asOf, blocks } = plain
    const body = { title, organisation, kind, asOf, blocks: blocks.map((one) => ({ ...one })) }
    return { status: 200, body: body as never, headers: { 'cache-control': 'no-store' } }
  })
  serveRoute(app, packRoutes.paperFile, { clock }, async ({ caller, params, query }) => {
    const name = paperNames.find((one) => one === params['paper'])
    if (name === undefined) return no('not-found')
    const asked = { caller, asOf: query.as_of, more: kindsOfPapers }
    const made = await packFor(around, runs, asked)
    if ('refused' in made) return made.refused
    const bytes = await fileOf(name, { ...made, person: caller.actor.person }, query)
    return file(query.form, `${name}-${made.pack.today}-${made.pack.size}.${query.form}`, bytes)
  })
  servedMinutes(app, around, runs)
}

function servedMinutes(app: FastifyInstance, around: Around, runs: LossRuns): void {
  const { storage, clock } = around
  serveRoute(app, packRoutes.minutes, { clock }, async ({ caller, params, query }) => {
    const id = params['meeting'] ?? ''
    if (!isId(id)) return no('not-found')
    const made = await packFor(around, runs, { caller, asOf: undefined, more: kindsOfPapers })
    if ('refused' in made) return made.refused
    const { records } = made
    const meeting = records['meeting']?.find((one) => one.id === id)
    if (meeting === undefined) return no('not-found')
    const of = (kind: 'decision' | 'vote' | 'objection' | 'appointment') => records[kind] ?? []
    const record = meetingRecord(meeting, {
      decisions: of('decision'),
      votes: of('vote'),
      objections: of('objection'),
      appointments: of('appointment'),
      today: made.pack.today,
    })
    const decided = new Set(record.items.flatMap(({ decision }) => decision ?? []))
    const actions = (records['action'] ?? []).filter(({ values, retired }) => {
      const sources = values['sources']
      return (
        retired === null &&
        Array.isArray(sources) &&
        sources.some((one) => decided.has(String(one)))
      )
    })
    const zone = String(records['organisation']?.[0]?.values['time_zone'] ?? 'UTC')
    const local = (instant: string) => localOf(instant, zone)
    const checkpoint = utf8Text((await storage.log(caller.tenant)).checkpoint) ?? ''
    const paper = minutesPaper(
      made,
      { meeting, record, actions, checkpoint, local },
      query.language,
    )
    const code = String(meeting.values['code'] ?? id).replaceAll(/[^A-Za-z0-9._-]/g, '_')
    const word = query.language === 'nl' ? 'notulen' : 'minutes'
    return file('pdf', `${word}-${code}.pdf`, printed(paper))
  })
}

function localOf(instant: string, zone: string): string {
  return isoInZone(Date.parse(instant), zone).slice(0, 16).replace('T', ' ')
}

const media = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const

function file(form: keyof typeof media, name: string, bytes: Uint8Array) {
  return {
    status: 200 as const,
    type: media[form],
    body: Buffer.from(bytes),
    headers: {
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  }
}

async function fileOf(
  name: PaperName,
  of: PackRead & { readonly person: string },
  { form, language }: { readonly form: keyof typeof media; readonly language: 'nl' | 'en' },
): Promise<Uint8Array> {
  const paper = paperOf(name, of, language)
  if (form === 'pdf') return printed(paper)
  if (form === 'xlsx') return writeXlsx(paperSheets(paper.plain))
  return writeSlides(paperSlides(paper.plain), paper.createdAt)
}

export function pdfOf(of: PackOf, language: 'nl' | 'en'): Uint8Array {
  return printed(boardPack(of, language))
}

function printed({
  data,
  createdAt,
}: {
  readonly data: unknown
  readonly createdAt: Date
}): Uint8Array {
  const input = { template: packTemplate(), data, fonts: paperFonts() }
  const pdf = writePdf({ ...input, attachments: {}, createdAt })
  if (!pdf.ok) throw new Error(`a paper of the board was not made: ${String(pdf.facts['detail'])}`)
  return pdf.value
}
