// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract'
import { incidents, plan } from '@schouw/core/board'
import type { Actor, KindName, RecordVersion } from '@schouw/core/registers'
import { type IcalEvent, writeIcal } from '@schouw/formats/icalendar'
import type { Caller } from '../http/caller.ts'
import { registersRead } from '../http/reading/registers.ts'
import { memberOf } from '../identity/members.ts'
import type { Storage } from '../storage/storage.ts'
import { digestOf, tenantOf } from './links.ts'
import { calendarWords } from './words.ts'

interface Around {
  readonly storage: Storage
  /** Where people reach the server. */
  readonly origin: () => string
  readonly now: string
}

/** When a calendar last asked is kept to the hour: each look is not worth a write. */
const touchMs = 3_600_000

/**
 * The days of whoever made the link, with what he or she may see today. Undefined for a link that
 * leads nowhere, or of somebody who has no place in the organisation any more.
 */
export async function feedOf(token: string, around: Around): Promise<string | undefined> {
  const { storage, now } = around
  const tenant = tenantOf(token)
  if (tenant === undefined) return undefined
  const found = await storage.read(tenant, async (db) => {
    const row = await db
      .selectFrom('calendar_links')
      .select(['id', 'account', 'language', 'used_at'])
      .where('digest', '=', digestOf(token))
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) return undefined
    return { row, actor: await memberOf(storage, row.account, now) }
  })
  if (found?.actor === undefined) return undefined
  const { row, actor } = found
  if (row.used_at === null || Date.parse(now) - Date.parse(row.used_at) > touchMs) {
    await storage
      .write(tenant, (db) =>
        db.updateTable('calendar_links').set({ used_at: now }).where('id', '=', row.id).execute(),
      )
      // A disk that is full keeps nobody from reading.
      .catch(() => {})
  }
  return textOf({ tenant, actor }, row.language, around)
}

async function textOf(
  caller: Caller & { readonly actor: Actor },
  language: 'nl' | 'en',
  { storage, origin, now }: Around,
): Promise<string | undefined> {
  const kinds: readonly KindName[] = [
    ...new Set([...plan.kindsOfCalendar, ...incidents.kindsOfClocks]),
  ]
  const read = await registersRead({ storage, caller, kinds, asOf: undefined, now })
  if ('refused' in read) return undefined
  const { records, today } = read.facts
  const words = calendarWords[language]
  const [organisation] = records.organisation ?? []
  const zone = organisation?.values['time_zone']
  const { person } = caller.actor
  const items = plan.calendarOf({ records, today, person })
  const isGuard = (records.appointment ?? []).some(
    (one) => one.values['person'] === person && watches(one, today),
  )
  const clocks = incidents.clockHours({ records, now }, { person, isGuard })
  return writeIcal({
    name: words.name(String(organisation?.values['name'] ?? '')),
    timeZone: typeof zone === 'string' ? zone : 'UTC',
    events: [
      ...clocks.map((one) => clockEvent(one, { language, origin: origin() })),
      ...items.map((item) => eventOf(item, { words, origin: origin() })),
    ],
    // A term of hours is not told of six hours later.
    ...(clocks.length === 0 ? {} : { refreshHours: 1 }),
  })
}

/** Appointed to watch over incidents, on that day. */
function watches({ values, retired }: RecordVersion, today: string): boolean {
  const { role, from, to } = values
  const isGuard = role === 'ciso' || role === 'incident_lead'
  return retired === null && isGuard && String(from ?? '') <= today && String(to ?? '9999') >= today
}

/** The last half hour before a report has to be there. */
const lastMs = 30 * 60_000
const alarmMinutes = [12 * 60, 4 * 60, 60, 0] as const

function clockEvent(
  one: incidents.ClockHour,
  { language, origin }: { readonly language: 'nl' | 'en'; readonly origin: string },
): IcalEvent {
  const title = language === 'en' ? one.title_en : one.title_nl
  const words = calendarWords[language]
  return {
    uid: `${one.key}@schouw`,
    stamp: one.changed_at,
    sequence: one.version,
    summary: words.clock(title, one.name, one.is_exercise),
    url: `${origin}/incidents/${one.incident}`,
    alarms: alarmMinutes,
    when: { from: new Date(Date.parse(one.due_at) - lastMs).toISOString(), to: one.due_at },
  }
}

function eventOf(
  item: plan.CalendarItem,
  { words, origin }: { words: (typeof calendarWords)['nl' | 'en']; origin: string },
): IcalEvent {
  const place = item.kind === 'decision' ? 'decisions' : `registers/${plurals[item.kind]}`
  return {
    uid: `${item.id}-${item.what}@schouw`,
    stamp: item.changed_at,
    sequence: item.version,
    summary: words.summary[item.what](item.name),
    url: `${origin}/${place}/${item.id}`,
    ...(item.place === null ? {} : { location: item.place }),
    when: item.at === null ? { day: item.on ?? '' } : { from: item.at, to: item.until },
  }
}
