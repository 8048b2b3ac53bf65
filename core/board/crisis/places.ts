// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'

export interface CrisisPerson {
  readonly id: string
  /** Null: not for this reader to know. */
  readonly name: string | null
  readonly phone: string | null
  /** A number of his or her own, which hangs on no exchange of the company. */
  readonly emergency_phone: string | null
}

/** Somebody who is called: a place in the team, or a party outside. */
export interface CrisisPlace {
  readonly id: string
  readonly name: string
  readonly function: string
  readonly is_outside: boolean
  readonly call_order: number | null
  readonly person: CrisisPerson | null
  readonly deputy: CrisisPerson | null
  readonly phone: string | null
  readonly second_phone: string | null
  readonly channel: string | null
  readonly availability: string | null
  readonly reference: string | null
  readonly tasks: string | null
  readonly needs_network: boolean | null
  readonly last_called_on: string | null
}

export const outside: readonly string[] = [
  'police',
  'insurer',
  'forensics',
  'csirt',
  'authority',
  'supplier',
  'customer',
]

/** In the order in which they are called; who has no number in it comes last. */
export function crisisPlaces(
  contacts: readonly Line[],
  people: readonly Line[],
): readonly CrisisPlace[] {
  const known = new Map(people.map((line) => [line.id, line]))
  const personOf = (id: string | null): CrisisPerson | null => {
    if (id === null) return null
    const line = known.get(id)
    return {
      id,
      name: line?.text('name') ?? null,
      phone: line?.text('phone') ?? null,
      emergency_phone: line?.text('emergency_phone') ?? null,
    }
  }
  /** By the number of a place of their own, where the register of people has none. */
  const reachedWhere = (person: CrisisPerson | null): CrisisPerson | null => {
    if (person === null || person.phone !== null || person.emergency_phone !== null) return person
    const own = contacts.find(
      (line) => line.text('person') === person.id && line.flag('needs_network') !== true,
    )
    return { ...person, phone: own?.text('phone') ?? null }
  }
  return contacts
    .map((line): CrisisPlace => {
      const role = line.text('function') ?? 'other'
      return {
        id: line.id,
        name: line.text('name') ?? '',
        function: role,
        is_outside: outside.includes(role),
        call_order: line.number('call_order'),
        person: personOf(line.text('person')),
        deputy: reachedWhere(personOf(line.text('deputy'))),
        phone: line.text('phone'),
        second_phone: line.text('second_phone'),
        channel: line.text('channel'),
        availability: line.text('availability'),
        reference: line.text('reference'),
        tasks: line.text('tasks'),
        needs_network: line.flag('needs_network'),
        last_called_on: line.text('last_called_on'),
      }
    })
    .toSorted(
      (a, b) =>
        (a.call_order ?? Infinity) - (b.call_order ?? Infinity) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
    )
}

/** A number by which the place is reached when the network of the company is gone. */
export function reachedWithoutUs({ needs_network, phone, person, deputy }: CrisisPlace): boolean {
  if (phone !== null && needs_network !== true) return true
  return [person, deputy].some((one) => one?.emergency_phone != null)
}
