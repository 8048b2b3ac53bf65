// SPDX-License-Identifier: EUPL-1.2
import type { CrisisPerson, CrisisPlace } from '@schouw/core/board/crisis'
import { registerTongue } from '../registers/index.ts'
import type { PackBlock, PackSection, Told } from './model.ts'

/** The team and who is called outside, with every number there is. */
export function peopleSections(told: Told): readonly PackSection[] {
  const { own, crisis, language } = told
  const tongue = registerTongue(language)
  const role = (place: CrisisPlace) => tongue.code('crisis-contact', place.function, 'function')
  const team = crisis.places.filter(({ is_outside }) => !is_outside)
  const outside = crisis.places.filter(({ is_outside }) => is_outside)
  const channels = [...new Set(team.flatMap(({ channel }) => channel ?? []))]
  return [
    {
      title: `1. ${own.team}`,
      opensPage: false,
      blocks: [
        ...channels.map(
          (text): PackBlock => ({ kind: 'warning', text: `${own.channel}: ${text}` }),
        ),
        tableOr(told, {
          heads: own.teamColumns,
          widths: [0.4, 1.7, 1.6, 2, 2.2, 1],
          rows: team.map((place, at) => [
            String(place.call_order ?? at + 1),
            role(place),
            nameOf(place.person, told),
            numbersOf(place, told),
            deputyOf(place, told),
            '',
          ]),
        }),
      ],
    },
    {
      title: `2. ${own.outside}`,
      opensPage: false,
      blocks: [
        tableOr(told, {
          heads: own.outsideColumns,
          widths: [1.3, 2, 2, 1.3, 1.6],
          rows: outside.map((place) => [
            role(place),
            place.name,
            numbersOf(place, told),
            place.availability ?? '',
            place.reference ?? '',
          ]),
        }),
      ],
    },
  ]
}

function tableOr(
  { own }: Told,
  table: {
    readonly heads: readonly string[]
    readonly widths: readonly number[]
    readonly rows: readonly (readonly string[])[]
  },
): PackBlock {
  if (table.rows.length === 0) return { kind: 'note', text: own.none }
  return { kind: 'table', table: { ...table, rowHeight: null } }
}

function nameOf(person: CrisisPerson | null, { own }: Told): string {
  return person?.name ?? own.nobody
}

function ownNumbers(person: CrisisPerson | null): readonly string[] {
  return [person?.emergency_phone, person?.phone].filter(
    (one): one is string => typeof one === 'string',
  )
}

function numbersOf(place: CrisisPlace, { own }: Told): string {
  const found = [...ownNumbers(place.person), place.phone, place.second_phone].filter(
    (one): one is string => one !== null,
  )
  const numbers = [...new Set(found)]
  if (numbers.length === 0) return own.noNumber
  const mark = place.needs_network === true ? ` (${own.onNetwork})` : ''
  return `${numbers.join('\n')}${mark}`
}

function deputyOf({ deputy }: CrisisPlace, told: Told): string {
  if (deputy === null) return told.own.nobody
  return [nameOf(deputy, told), ...ownNumbers(deputy)].join('\n')
}
