// SPDX-License-Identifier: EUPL-1.2
import {
  type Sighted,
  type Sighting,
  type SightingFact,
  type SightingKey,
  type SightingProblem,
  sightingLimits,
  type Where,
} from './sighting.ts'

interface Noted {
  name: string
  value: string
  protocol: string
  where: Where
  at: string | undefined
  lastAt: string | undefined
  times: number
}

interface Card {
  key: SightingKey
  isLocal: boolean | undefined
  readonly facts: Map<string, Noted>
  readonly counts: Map<string, number>
  leftOut: number
  firstWhere: Where
}

/** What is being said, and where and when. */
export interface Saying {
  readonly protocol: string
  readonly where: Where
  /** UTC to the millisecond. */
  readonly at?: string | undefined
}

/**
 * Collects what a file states, a card a device: the same statement once, with how often. What it
 * keeps is bounded by the number of devices, never by the length of the file.
 */
export class SightingBook {
  readonly #cards = new Map<string, Card>()
  readonly #problems: SightingProblem[] = []
  #problemsLeftOut = 0
  #leftOut = 0
  read = 0

  /** Null when there is nothing to know a device by, or no room for more of them. */
  card(key: SightingKey, where: Where, isLocal?: boolean): Sheet | null {
    const name = nameOf(key)
    if (name === undefined) return null
    let card = this.#cards.get(name)
    if (card === undefined) {
      if (this.#cards.size >= sightingLimits.sightings) {
        this.#leftOut += 1
        return null
      }
      card = {
        key: only(key),
        isLocal,
        facts: new Map(),
        counts: new Map(),
        leftOut: 0,
        firstWhere: where,
      }
      this.#cards.set(name, card)
    } else {
      card.key = { ...only(key), ...card.key }
    }
    if (isLocal !== undefined) card.isLocal = isLocal || card.isLocal === true
    return new Sheet(card)
  }

  problem(problem: SightingProblem): void {
    if (this.#problems.length < sightingLimits.problems - 1) this.#problems.push(problem)
    else this.#problemsLeftOut += 1
  }

  /** Cards known by an address alone go to the one card that states this address as its own. */
  sighted(more: Pick<Sighted, 'document' | 'components'> = {}): Sighted {
    this.#join()
    const sightings = [...this.#cards.values()].map(published)
    const problems = [...this.#problems]
    const left = [...this.#cards.values()].reduce((sum, { leftOut }) => sum + leftOut, 0)
    const limits: readonly (readonly [number, string, number])[] = [
      [this.#leftOut, 'devices', sightingLimits.sightings],
      [left, 'facts of a device', sightingLimits.factsPerSighting],
      [this.#problemsLeftOut, 'problems', sightingLimits.problems],
    ]
    for (const [count, what, limit] of limits) {
      if (count === 0) continue
      const expected = `at most ${limit} ${what}`
      problems.push({ where: { path: '' }, code: 'limit', expected, found: `${count} more` })
    }
    return { sightings, problems, read: this.read, ...more }
  }

  #join(): void {
    const owners = new Map<string, Card[]>()
    for (const card of this.#cards.values()) {
      if (card.key.mac === undefined) continue
      const ips = new Set([card.key.ip, ...valuesOf(card, 'ip')])
      for (const ip of ips) {
        if (ip !== undefined) owners.set(ip, [...(owners.get(ip) ?? []), card])
      }
    }
    for (const [name, card] of this.#cards) {
      const { ip, mac } = card.key
      if (ip === undefined || mac !== undefined) continue
      const [owner, second] = owners.get(ip) ?? []
      if (owner === undefined) continue
      if (second === undefined) {
        for (const fact of card.facts.values()) noted(owner, fact)
        if (card.isLocal !== undefined) owner.isLocal = card.isLocal || owner.isLocal === true
        owner.leftOut += card.leftOut
        this.#cards.delete(name)
        continue
      }
      const macs = (owners.get(ip) ?? []).map((one) => one.key.mac)
      const found = `${ip} of ${macs.slice(0, 5).join(', ')}`
      const expected = 'an address that one card had'
      this.problem({ where: card.firstWhere, code: 'address-of-several', expected, found })
    }
  }
}

/** Where the facts of one device are written down. */
export class Sheet {
  readonly #card: Card

  constructor(card: Card) {
    this.#card = card
  }

  /** Values that say nothing (empty, control characters alone) are not noted. */
  add(name: string, value: unknown, { protocol, where, at }: Saying): this {
    const text = textOf(value)
    if (text === undefined) return this
    noted(this.#card, { name, value: text, protocol, where, at, lastAt: at, times: 1 })
    return this
  }

  addAll(facts: Readonly<Record<string, unknown>>, saying: Saying): this {
    for (const [name, value] of Object.entries(facts)) {
      for (const one of Array.isArray(value) ? value : [value]) this.add(name, one, saying)
    }
    return this
  }
}

function noted(card: Card, fact: Noted): void {
  const id = `${fact.name}\u0000${fact.protocol}\u0000${fact.value}`
  const known = card.facts.get(id)
  if (known !== undefined) {
    known.times += fact.times
    if (fact.at !== undefined && (known.at === undefined || fact.at < known.at)) known.at = fact.at
    const last = fact.lastAt
    if (last !== undefined && (known.lastAt === undefined || last > known.lastAt)) {
      known.lastAt = last
    }
    return
  }
  const group = `${fact.name}\u0000${fact.protocol}`
  const count = card.counts.get(group) ?? 0
  const isFull = card.facts.size >= sightingLimits.factsPerSighting
  if (isFull || count >= sightingLimits.valuesPerName) {
    card.leftOut += 1
    return
  }
  card.counts.set(group, count + 1)
  card.facts.set(id, { ...fact })
}

/** One line, trimmed, of bounded length; control and direction characters become blanks. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  const cut = value.slice(0, sightingLimits.valueCharacters * 2)
  const text = cut
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, sightingLimits.valueCharacters)
    .trim()
  return text === '' ? undefined : text
}

function nameOf({ mac, ip, serial, name }: SightingKey): string | undefined {
  if (mac !== undefined) return `mac ${mac}`
  if (ip !== undefined) return `ip ${ip}`
  if (serial !== undefined) return `serial ${serial}`
  return name === undefined ? undefined : `name ${name.toLowerCase()}`
}

function only({ mac, ip, name, serial }: SightingKey): SightingKey {
  return {
    ...(mac === undefined ? {} : { mac }),
    ...(ip === undefined ? {} : { ip }),
    ...(name === undefined ? {} : { name }),
    ...(serial === undefined ? {} : { serial }),
  }
}

function valuesOf(card: Card, name: string): string[] {
  return [...card.facts.values()].filter((fact) => fact.name === name).map(({ value }) => value)
}

function published({ key, isLocal, facts }: Card): Sighting {
  return {
    key,
    ...(isLocal === undefined ? {} : { isLocal }),
    facts: [...facts.values()].map(publishedFact),
  }
}

function publishedFact({ name, value, protocol, where, at, lastAt, times }: Noted): SightingFact {
  return {
    name,
    value,
    protocol,
    ...(at === undefined ? {} : { at }),
    ...(lastAt === undefined || lastAt === at ? {} : { lastAt }),
    times,
    where,
  }
}
