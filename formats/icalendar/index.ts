// SPDX-License-Identifier: EUPL-1.2
/**
 * iCalendar (RFC 5545): a feed of days and hours that a calendar subscribes to. Only written.
 */

export interface IcalEvent {
  /** The same for ever; the calendar knows the event again by it. */
  readonly uid: string
  /** Instant in UTC at which it was last changed. */
  readonly stamp: string
  readonly sequence: number
  readonly summary: string
  readonly description?: string
  readonly location?: string
  readonly url?: string
  /** Minutes before it begins at which whoever subscribes is to be told. */
  readonly alarms?: readonly number[]
  readonly when:
    | { readonly day: string }
    /** Instants in UTC. */
    | { readonly from: string; readonly to: string | null }
}

export interface IcalFeed {
  readonly name: string
  /** IANA name: in which zone the calendar shows it. */
  readonly timeZone: string
  readonly events: readonly IcalEvent[]
  /** Whole hours between looks of a calendar, asked for and not enforced; six when absent. */
  readonly refreshHours?: number
}

const usualRefreshHours = 6
const usualMinutes = 60

export function writeIcal({ name, timeZone, events, refreshHours }: IcalFeed): string {
  const refresh = `PT${refreshHours ?? usualRefreshHours}H`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schouw//Schouw//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${escaped(timeZone)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: IcalEvent): readonly string[] {
  const { uid, stamp, sequence, summary, description, location, url } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${instant(stamp)}`,
    `LAST-MODIFIED:${instant(stamp)}`,
    `SEQUENCE:${sequence}`,
    ...whenLines(event.when),
    `SUMMARY:${escaped(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    // A value of the type URI is not escaped; what could end the line is not one.
    ...(url === undefined || /[^\x21-\x7e]/.test(url) ? [] : [`URL:${url}`]),
    ...(event.alarms ?? []).flatMap((minutes) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      `TRIGGER:-PT${minutes}M`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** A day takes no hour from anybody: it is shown as free. */
function whenLines(when: IcalEvent['when']): readonly string[] {
  if ('day' in when) {
    return [
      `DTSTART;VALUE=DATE:${plainDay(when.day)}`,
      `DTEND;VALUE=DATE:${plainDay(nextDay(when.day))}`,
      'TRANSP:TRANSPARENT',
    ]
  }
  const to = when.to ?? new Date(Date.parse(when.from) + usualMinutes * 60_000).toISOString()
  return [`DTSTART:${instant(when.from)}`, `DTEND:${instant(to)}`, 'TRANSP:OPAQUE']
}

function plainDay(day: string): string {
  return day.replaceAll('-', '')
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function instant(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** 3.3.11: backslash, semicolon, comma and line break; other control characters have no place. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[^\P{Cc}\t]/gu, '')
}

const longestLine = 75

/** 3.1: no line over 75 octets, and none cut within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const length = encoder.encode(character).length
    // What goes on begins with a blank, which counts.
    if (octets + length > longestLine) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += length
  }
  return [...parts, part].join('\r\n ')
}
