// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF 2.1 about moments: how they are written, and what was before what.
import { listOf, objectOf, textOf } from '../json.ts'
import type { Facts, Weakness } from './facts.ts'
import { compareMoments } from './history.ts'
import { type Found, none, type Rules } from './rule.ts'

type Moment = readonly [at: unknown, place: string]

export const momentRules: Rules = {
  // A moment is a day and a time that exist, with its zone, in the one spelling that is allowed.
  '6.1.37': (facts) =>
    moments(facts).flatMap(([at, place]) =>
      at === undefined || isMoment(textOf(at)) ? none : [place],
    ),
  // A released document for everybody discloses nothing later than its newest revision.
  '6.1.45': (facts) =>
    textOf(objectOf(objectOf(facts.head['distribution'])['tlp'])['label']) === 'CLEAR'
      ? late(facts, ({ one, place }) => [[one['disclosure_date'], `${place}/disclosure_date`]])
      : none,
  // A released document decides by SSVC nothing later than its newest revision.
  '6.1.49': (facts) => late(facts, (weakness) => timestamps(weakness, 'ssvc_v2')),
  // A released document takes no EPSS from later than its newest revision.
  '6.1.51': (facts) => late(facts, (weakness) => timestamps(weakness, 'epss')),
  // A released document knows of no exploitation later than its newest revision.
  '6.1.52': (facts) => late(facts, exploitations),
  // An exploitation is known of after it happened.
  '6.1.53': ({ weaknesses }) =>
    weaknesses.flatMap(({ one, place }) =>
      listOf(one['first_known_exploitation_dates']).flatMap((value, at) => {
        const { date, exploitation_date: happened } = objectOf(value)
        return compareMoments(textOf(happened), textOf(date)) > 0
          ? [`${place}/first_known_exploitation_dates/${at}`]
          : none
      }),
    ),
}

function late(facts: Facts, of: (weakness: Weakness) => readonly Moment[]): Found {
  const newest = facts.sorted.at(-1)
  if (newest === undefined || !['final', 'interim'].includes(facts.status)) return none
  return facts.weaknesses.flatMap((weakness) =>
    of(weakness).flatMap(([at, place]) =>
      compareMoments(textOf(at), newest.at) > 0 ? [place] : none,
    ),
  )
}

function timestamps({ metrics }: Weakness, part: 'ssvc_v2' | 'epss'): readonly Moment[] {
  return metrics.map(({ content, place }) => [
    objectOf(content[part])['timestamp'],
    `${place}/${part}/timestamp`,
  ])
}

function exploitations({ one, place }: Weakness): readonly Moment[] {
  return listOf(one['first_known_exploitation_dates']).flatMap((value, at) =>
    ['date', 'exploitation_date'].map(
      (name): Moment => [
        objectOf(value)[name],
        `${place}/first_known_exploitation_dates/${at}/${name}`,
      ],
    ),
  )
}

function moments(facts: Facts): readonly Moment[] {
  const { tracking, revisions, weaknesses } = facts
  const at = '/document/tracking'
  return [
    [tracking['current_release_date'], `${at}/current_release_date`],
    [tracking['initial_release_date'], `${at}/initial_release_date`],
    [objectOf(tracking['generator'])['date'], `${at}/generator/date`],
    ...revisions.map((one): Moment => [one.at, `${one.place}/date`]),
    ...weaknesses.flatMap((weakness) => {
      const { one, place } = weakness
      return [
        ...['disclosure_date', 'discovery_date'].map(
          (name): Moment => [one[name], `${place}/${name}`],
        ),
        ...exploitations(weakness),
        ...timestamps(weakness, 'ssvc_v2'),
        ...timestamps(weakness, 'epss'),
        ...['flags', 'involvements', 'remediations', 'threats'].flatMap((part) =>
          listOf(one[part]).map((value): Moment => [objectOf(value)['date'], `${place}/${part}`]),
        ),
      ]
    }),
  ]
}

const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](\d\d):(\d\d))$/

/** RFC 3339 with upper-case letters and without leap seconds. */
function isMoment(text: string): boolean {
  const found = shape.exec(text)
  if (found === null) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, east = 0, beside = 0] =
    found.slice(1).map((digits) => Number(digits ?? 0))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const isTime = hour < 24 && minute < 60 && second < 60 && east < 24 && beside < 60
  return day >= 1 && day <= days && isTime
}
