// SPDX-License-Identifier: EUPL-1.2
import { incidents } from '@schouw/core/board'
import { kinds, type RecordVersion } from '@schouw/core/registers'
import { emergencyTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'
import { reportOnPaper } from '@schouw/report/incidents'
import { type Answer, no } from '../http/answer.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

interface Asked {
  readonly storage: Storage
  readonly tenant: TenantId
  readonly facts: incidents.RoomFacts
  readonly incident: string
  readonly report: string
  readonly language: 'nl' | 'en'
}

/** A report of one incident as a file on paper; of a room that the asker may see. */
export async function paperAnswer(asked: Asked): Promise<Answer> {
  const { facts, incident, report, language } = asked
  const room = incidents.roomOf(facts, incident)
  const of = (kind: 'incident' | 'incident-report', id: string) =>
    facts.records[kind]?.find((one) => one.id === id && one.retired === null)
  const [about, record] = [of('incident', incident), of('incident-report', report)]
  if (room === undefined || about === undefined || record === undefined) return no('not-found')
  const { incident: belongsTo } = record.values as { readonly incident?: string }
  if (belongsTo !== incident) return no('not-found')
  const { data, createdAt } = reportOnPaper(
    {
      report: record,
      incident: about,
      organisation: facts.records.organisation?.find(({ retired }) => retired === null),
      clock: room.clocks.find((clock) => clock.report?.id === report),
      names: await namesOf(asked, record),
    },
    language,
  )
  const made = writePdf({
    ...{ template: emergencyTemplate(), data, fonts: paperFonts() },
    ...{ attachments: {}, createdAt },
  })
  if (!made.ok) throw new Error(`the report was not made: ${String(made.facts['detail'])}`)
  const { stage = 'report' } = record.values as { readonly stage?: string }
  const name = `${stage}-${createdAt.toISOString().slice(0, 10)}.pdf`
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  return { status: 200, type: 'application/pdf', headers, body: Buffer.from(made.value) }
}

/** A report says by name who drew it up and who sent it: whoever may read the one reads the other. */
async function namesOf(
  { storage, tenant }: Asked,
  { values }: RecordVersion,
): Promise<ReadonlyMap<string, string>> {
  const ids = [values['prepared_by'], values['sent_by']].filter((one) => typeof one === 'string')
  if (ids.length === 0) return new Map()
  const rows = await storage.read(tenant, (db) =>
    db
      .selectFrom('records')
      .select(recordColumns)
      .where('kind', '=', kinds.person.name)
      .where('id', 'in', ids)
      .execute(),
  )
  return new Map(
    rows.map(recordOf).map(({ id, values: { name } }) => [id, String(name ?? '')] as const),
  )
}
