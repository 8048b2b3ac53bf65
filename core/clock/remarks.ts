// SPDX-License-Identifier: EUPL-1.2
import type { ClockCase, ClockRemark } from './incident.ts'

const laterThanAwareness = [
  'early_warning_sent_at',
  'notification_sent_at',
  'intermediate_requested_at',
  'intermediate_sent_at',
  'progress_sent_at',
  'final_sent_at',
  'handled_at',
  'recipients_informed_at',
] as const satisfies readonly (keyof ClockCase)[]

/** What a person should look at: nothing here changes a date. */
export function remarksOn(incident: ClockCase): readonly ClockRemark[] {
  const remarks: ClockRemark[] = []
  const awareAt = Date.parse(incident.aware_at)
  const early = laterThanAwareness.filter((field) => {
    const text = incident[field]
    return text !== undefined && Date.parse(text) < awareAt
  })
  if (early.length > 0) remarks.push({ code: 'before_awareness', fields: early })
  if (incident.ongoing === true && incident.handled_at !== undefined) {
    remarks.push({ code: 'handled_but_ongoing', fields: ['ongoing', 'handled_at'] })
  }
  const open = undecided(incident)
  if (open.length > 0) remarks.push({ code: 'undecided', fields: open })
  return remarks
}

/** Facts that decide whether a report is due, and that nobody has given. */
function undecided(incident: ClockCase): string[] {
  const open: string[] = []
  const isUnweighed = incident.significant === undefined || incident.significant === null
  if (isUnweighed && incident.out_of_scope !== true) open.push('significant')
  const isController = incident.personal_data === true || incident.personal_data === 'controller'
  if (isController && incident.high_risk_to_people === undefined) open.push('high_risk_to_people')
  for (const contract of incident.contracts ?? []) {
    if (contract.notice_hours === undefined) open.push(`contracts.${contract.id}.notice_hours`)
  }
  return open
}
