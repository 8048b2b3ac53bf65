// SPDX-License-Identifier: EUPL-1.2

/** Earliest and latest instant, exact: a double of epoch seconds knows only 0.2 µs. */
export class TimeSpan {
  first = Number.POSITIVE_INFINITY
  last = Number.NEGATIVE_INFINITY
  firstSecond = 0
  firstNanos = 0
  lastSecond = 0
  lastNanos = 0
  /** Digits that the files give after the decimal point. */
  digits = 0

  add(time: number, second: number, nanos: number): void {
    if (time < this.first) {
      this.first = time
      this.firstSecond = second
      this.firstNanos = nanos
    }
    if (time > this.last) {
      this.last = time
      this.lastSecond = second
      this.lastNanos = nanos
    }
  }

  texts(): { readonly first?: string; readonly last?: string } {
    if (this.first === Number.POSITIVE_INFINITY) return {}
    return {
      first: instantText(this.firstSecond, this.firstNanos, this.digits),
      last: instantText(this.lastSecond, this.lastNanos, this.digits),
    }
  }
}

const daySeconds = 86_400
/** 1970-01-01 counted from 0000-03-01. */
const epochDays = 719_468
const eraDays = 146_097

/** ISO 8601 in UTC. Second is any whole number of epoch seconds, nanos 0 to 999,999,999. */
export function instantText(second: number, nanos: number, digits: number): string {
  const days = Math.floor(second / daySeconds)
  const rest = second - days * daySeconds
  // Days are counted from 1 March, so that the leap day is the last of its year.
  const shifted = days + epochDays
  const era = Math.floor(shifted / eraDays)
  const dayOfEra = shifted - era * eraDays
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const hour = Math.floor(rest / 3600)
  const minute = Math.floor((rest % 3600) / 60)
  const fraction = digits === 0 ? '' : `.${padded(nanos, 9).slice(0, digits)}`
  const date = `${yearText(year)}-${padded(month, 2)}-${padded(day, 2)}`
  return `${date}T${padded(hour, 2)}:${padded(minute, 2)}:${padded(rest % 60, 2)}${fraction}Z`
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Years outside four digits take a sign and six digits, as ISO 8601 and ECMA-262 have it. */
function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return padded(year, 4)
  return `${year < 0 ? '-' : '+'}${padded(Math.abs(year), 6)}`
}
