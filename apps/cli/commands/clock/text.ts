// SPDX-License-Identifier: EUPL-1.2
import type { ClockReport, ClockResult, ReportNotDue } from '@schouw/core/clock'
import type { Language } from '../../language.ts'
import { plain, table } from '../../terminal/table.ts'
import { clockWords } from '../../words/clock.ts'

/** One block an incident: until when, how it stands, which report and to whom. */
export function clockText(
  results: readonly ClockResult[],
  asOf: number,
  language: Language,
  width: number,
): string {
  return `${results.map((one) => block(one, asOf, language, width).join('\n')).join('\n\n')}\n`
}

function block(result: ClockResult, asOf: number, language: Language, width: number): string[] {
  const say = clockWords[language]
  const { aware_at: aware, reports, not_due: notDue, remarks } = result
  const rows = reports.map((report) => {
    const title = language === 'nl' ? report.title_nl : report.title_en
    return [
      untilOf(report, aware, language),
      standOf(report, asOf, language),
      report.contract === undefined ? title : `${title} ${report.contract}`,
      report.recipients.map((code) => say.recipient[code] ?? code).join(', '),
    ]
  })
  const heading = say.heading(
    result.id,
    `${minute(aware, language)} ${offset(aware)}`,
    result.time_zone,
  )
  const lines = [plain(heading)]
  if (rows.length > 0) {
    lines.push(...table([say.columns, ...rows], width - 2).map((line) => `  ${line}`))
  }
  for (const group of grouped(notDue)) {
    const [{ why, from = '' }] = group as [ReportNotDue]
    const titles = group.map(({ title_nl, title_en }) => (language === 'nl' ? title_nl : title_en))
    lines.push(`  ${say.notDue[why](titles.join(', '), from)}`)
  }
  for (const { code, fields } of remarks) {
    lines.push(plain(`  ${say.remark[code](fields.join(', '))}`))
  }
  return lines
}

function grouped(notDue: readonly ReportNotDue[]): ReportNotDue[][] {
  return [...Map.groupBy(notDue, ({ why, from }) => `${why} ${from}`).values()]
}

function untilOf(report: ClockReport, aware: string, language: Language): string {
  const { due_at: due, strict_due_at: strict } = report
  if (due === null || report.status === 'without_delay') return '–'
  // Where the clocks have changed since, the offset tells which of two equal times it is.
  const change = offset(due) === offset(aware) ? '' : ` ${offset(due)}`
  const at = `${minute(due, language)}${change}`
  if (strict === undefined || strict === due) return at
  return `${at} (${clockWords[language].strict(minute(strict, language))})`
}

function standOf(report: ClockReport, asOf: number, language: Language): string {
  const say = clockWords[language]
  const stand = say.status[report.status]
  if (report.due_at === null) return stand
  const due = Date.parse(report.due_at)
  if (report.status === 'due') return `${stand}, ${say.left(lengthOf(due - asOf, language))}`
  if (report.status === 'overdue') return `${stand}, ${say.late(lengthOf(asOf - due, language))}`
  if (report.status !== 'sent_late' || report.sent_at === null) return stand
  return `${stand}, ${say.late(lengthOf(Date.parse(report.sent_at) - due, language))}`
}

/** Whole minutes, rounded down: never more time left than there is. */
function lengthOf(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const days = Math.floor(minutes / 1440)
  return clockWords[language].length(days, Math.floor((minutes % 1440) / 60), minutes % 60)
}

/** `Sun 25 Oct 2026 02:30` */
function minute(iso: string, language: Language): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  const date = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day)
  return `${date.replace(',', '')} ${iso.slice(11, 16)}`
}

function offset(iso: string): string {
  return iso.slice(19)
}
