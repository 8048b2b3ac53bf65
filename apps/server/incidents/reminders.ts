// SPDX-License-Identifier: EUPL-1.2
import { incidents } from '@schouw/core/board'
import { type Actor, kinds, type RecordVersion, roles } from '@schouw/core/registers'
import { dayIn } from '../identity/roles.ts'
import { type Schedule, schedule } from '../jobs/job.ts'
import { addressOf, type ReminderOptions } from '../plan/reminders.ts'
import type { Database } from '../storage/dialect.ts'
import { wholeRegisters } from '../storage/reading/whole.ts'
import { recordOf } from '../storage/records/row.ts'
import { type Occasion, tellWebhooks } from '../webhooks/tell.ts'

/** A term of hours cannot wait for the morning. */
const everyFiveMinutes = '*/5 * * * *'

/** Without `queueMail` no letters are written: then only webhooks and calendars tell. */
type ClockOptions = Omit<ReminderOptions, 'queueMail'> & {
  readonly queueMail: ReminderOptions['queueMail'] | undefined
}

export function clockSchedule(options: ClockOptions): Schedule {
  return schedule('remind-clocks', everyFiveMinutes, async (signal) => {
    for (const { id } of await options.storage.tenants()) {
      if (signal.aborted) return
      await remindOfClocks(id, options)
    }
  })
}

/**
 * Gives how many letters were written and webhooks told. Each of them and the note that it was are
 * kept together.
 */
export async function remindOfClocks(
  tenant: string,
  { storage, queueMail, clock, origin }: ClockOptions,
): Promise<number> {
  const now = clock()
  return storage.write(tenant, async (db) => {
    const hasIncident = await db
      .selectFrom('records')
      .select('id')
      .where('kind', '=', 'incident')
      .where('is_retired', '=', false)
      .executeTakeFirst()
    if (hasIncident === undefined) return 0
    const facts = await factsFor(db, now)
    const organisation = facts.records.organisation?.find(({ retired }) => retired === null)
    const { language, time_zone: zone, name } = (organisation?.values ?? {}) as Named
    const guards = await guardsOn(db, dayIn(zone ?? 'UTC', now))
    let written = 0
    for (const one of incidents.clockReminders(facts)) {
      written += await tellWebhooks(db, occasionOf(one, now), (id) => isFirst(db, one, id, now))
      if (queueMail === undefined) continue
      const lead = incidents.leadOf(facts, one.incident)
      const people = new Set([...guards, ...(lead === null ? [] : [lead])])
      const title = language === 'en' ? one.title_en : one.title_nl
      for (const person of people) {
        const to = await addressOf(db, person)
        if (to === undefined || !(await isFirst(db, one, person, now))) continue
        const queued = await queueMail(db, {
          to,
          template: 'report-due',
          language: language === 'en' ? 'en' : 'nl',
          values: {
            organisation: name ?? '',
            title,
            incident: one.name,
            dueAt: new Date(one.due_at).toISOString(),
            isOver: one.is_over,
            isExercise: one.is_exercise,
            link: `${origin()}/incidents/${one.incident}`,
          },
        })
        if (queued.ok) written += 1
      }
    }
    if (queueMail === undefined) return written
    const about = { organisation: name ?? '', language: language === 'en' ? 'en' : 'nl' } as const
    return written + (await remindOfUnsorted(db, { ...about, facts, guards, queueMail, origin }))
  })
}

interface Unsorted {
  readonly facts: incidents.RoomFacts
  readonly guards: readonly string[]
  readonly queueMail: ReminderOptions['queueMail']
  readonly origin: () => string
  readonly organisation: string
  readonly language: 'nl' | 'en'
}

/** What somebody told and nobody has sorted: to whoever watches over incidents. */
async function remindOfUnsorted(
  db: Database,
  { facts, guards, queueMail, origin, organisation, language }: Unsorted,
): Promise<number> {
  let written = 0
  for (const { incident, name, told_at, stage } of incidents.unsortedReminders(facts)) {
    for (const person of guards) {
      const to = await addressOf(db, person)
      const said = { incident, stage, due_at: told_at }
      if (to === undefined || !(await isFirst(db, said, person, facts.now))) continue
      const toldAt = new Date(told_at).toISOString()
      const link = `${origin()}/incidents/${incident}`
      const values = { organisation, what: name, toldAt, link }
      if ((await queueMail(db, { to, template: 'told-waits', language, values })).ok) written += 1
    }
  }
  return written
}

function occasionOf(one: incidents.ClockReminder, at: string): Occasion {
  const { incident, regime, report, due_at, is_over, is_exercise } = one
  const data = { id: incident, regime, stage: report, due_at, is_over, is_exercise }
  return { kind: 'incident', action: 'due', at, data }
}

interface Named {
  readonly language?: string
  readonly time_zone?: string
  readonly name?: string
}

/** Nobody asks: what is due is due, whoever may read it. */
const everybody: Actor = {
  person: 'schedule',
  roles,
  processes: [],
  from: '1970-01-01T00:00:00.000Z',
  until: '9999-12-31T00:00:00.000Z',
}

async function factsFor(db: Database, now: string): Promise<incidents.RoomFacts> {
  const asked = { kinds: incidents.kindsOfClocks.map((name) => kinds[name]), actor: everybody, now }
  const records: Record<string, RecordVersion[]> = {}
  for (const row of await wholeRegisters(db, { ...asked, size: undefined })) {
    const record = recordOf(row)
    records[record.kind] ??= []
    records[record.kind]?.push(record)
  }
  return { records, now }
}

/** Whoever is appointed to watch over incidents today. */
async function guardsOn(db: Database, today: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('records')
    .select('document')
    .where('kind', '=', 'appointment')
    .where('is_retired', '=', false)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ document }) => {
    const { role, person, from, to } = document as Readonly<Record<string, string | undefined>>
    const isGuard = role === 'ciso' || role === 'incident_lead'
    const isNow = (from ?? '') <= today && (to ?? '9999') >= today
    return isGuard && isNow && person !== undefined ? [person] : []
  })
}

async function isFirst(
  db: Database,
  one: Pick<incidents.ClockReminder, 'incident' | 'due_at' | 'stage'>,
  /** A person, or a webhook. */
  person: string,
  now: string,
): Promise<boolean> {
  const stage = `${one.stage} ${person}`
  const row = { action: one.incident, due_on: one.due_at, stage, person, written_at: now }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reminders')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
