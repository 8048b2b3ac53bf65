// SPDX-License-Identifier: EUPL-1.2
import { isCalendarDate } from '@schouw/core/kernel'
import { z } from 'zod'

const pattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:[0-5]\d)$/i

/** Years outside these are slips of the pen, and some of them are no instants at all. */
const years = { from: '1990', until: '2200' } as const

const instant = z.string().refine(isInstant, {
  message: 'an instant with its offset, such as 2026-10-24T23:40:00+02:00',
})

function isInstant(text: string): boolean {
  const [, date, , , , offset = ''] = pattern.exec(text) ?? []
  if (date === undefined || !isCalendarDate(date)) return false
  if (date < years.from || date >= years.until) return false
  // The widest offset there is; beyond 23 hours it would be no instant.
  return offset.length === 1 || Number(offset.slice(1, 3)) < 15
}

const zone = z.string().refine(isZone, {
  message: 'a time zone of the IANA register, such as Europe/Amsterdam',
})

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return /^[A-Za-z]/.test(text)
  } catch {
    return false
  }
}

const name = z.union([z.string().trim().min(1).max(200), z.number().transform(String)], {
  error: 'a text of 1 to 200 characters',
})
const optionalInstant = instant.nullish()
const flag = z.boolean().nullish()

const stages = [
  'early_warning',
  'notification',
  'intermediate_report',
  'progress_report',
  'final_report',
  'recipients_notice',
] as const

const hoursText = 'a number of hours from 0 to 10000'
const hours = z.number(hoursText).min(0, hoursText).max(10_000, hoursText)

const contract = z.object({
  id: name,
  party: z.enum(['customer', 'insurer']).nullish(),
  notice_hours: hours.nullish(),
  sent_at: optionalInstant,
})

const sent = z.object({ regime: z.string().min(1), stage: z.enum(stages), sent_at: instant })

/** `jurisdictions` are the packs that exist. */
export function clockCase(jurisdictions: readonly string[]) {
  return z.object({
    id: name,
    jurisdiction: z.enum(jurisdictions as [string, ...string[]]),
    time_zone: zone,
    aware_at: instant,
    significant: flag,
    early_warning_sent_at: optionalInstant,
    notification_sent_at: optionalInstant,
    intermediate_requested_at: optionalInstant,
    intermediate_due_at: optionalInstant,
    intermediate_sent_at: optionalInstant,
    progress_sent_at: optionalInstant,
    final_sent_at: optionalInstant,
    handled_at: optionalInstant,
    ongoing: flag,
    out_of_scope: flag,
    service_affected: flag,
    recipients_informed_at: optionalInstant,
    trust_service: flag,
    personal_data: z
      .union([z.boolean(), z.enum(['controller', 'processor'])], {
        error: 'true, false, controller or processor',
      })
      .nullish(),
    high_risk_to_people: flag,
    product_vulnerability: flag,
    product_incident: flag,
    corrective_measure_at: optionalInstant,
    serious_injury: flag,
    medical_device: z
      .union([z.boolean(), z.enum(['public_health_threat', 'death'])], {
        error: 'true, false, public_health_threat or death',
      })
      .nullish(),
    environmental_harm: flag,
    contracts: z.array(contract).max(1000).nullish(),
    sent: z.array(sent).max(1000).nullish(),
  })
}
