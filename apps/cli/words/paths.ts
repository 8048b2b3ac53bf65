// SPDX-License-Identifier: EUPL-1.2
import type { PathsResult, PathsRule } from '@schouw/core/network'
import type { Language } from '../language.ts'

/** What a file should hold where something else stood; problems of files are in English. */
export const pathsExpectations: Readonly<Record<PathsRule, string>> = {
  id_once: 'each id once',
  known_asset: 'the id of an asset in this file',
  known_zone: 'a zone of an asset or a conduit in this file',
  cost_in_range: 'a cost from 0 to 1000000000',
  cost_decimals: 'at most six decimals',
  costs_too_large: 'costs whose sum is below 9000000000000000 in their smallest unit',
}

interface PathsWords {
  readonly reached: (jewels: number, of: number, assets: number) => string
  readonly none: string
  readonly path: (to: string, from: string, hops: number) => string
  readonly stands: (to: string) => string
  readonly cut: (count: number, cost: string) => string
  readonly ends: readonly [string, string, string]
  readonly noCut: Readonly<Record<NonNullable<PathsResult['reason']>, string>>
  readonly forbidden: (count: number) => string
  readonly unjudged: string
  readonly why: Readonly<Record<PathsResult['forbidden'][number]['why'], string>>
  readonly columns: readonly [string, string, string, string, string]
  readonly more: (count: number) => string
}

export const pathsWords: Readonly<Record<Language, PathsWords>> = {
  en: {
    reached: (jewels, of, assets) =>
      `An attacker reaches ${jewels} of ${of} crown jewels, and ${assets} assets in all.`,
    none: 'No path leads to a crown jewel.',
    path: (to, from, hops) =>
      `${to}: from ${from} in ${hops} ${hops === 1 ? 'conversation' : 'conversations'}`,
    stands: (to) => `${to}: the attacker stands on it from the start`,
    cut: (count, cost) =>
      `Ending ${count === 1 ? 'this conversation' : `these ${count} conversations`} closes every path (cost ${cost}):`,
    ends: ['From', 'To', 'Service'],
    noCut: {
      needed_conversations:
        'Nothing can be ended that closes every path: conversations that production needs keep this one open:',
      entry_is_crown_jewel:
        'Nothing can be ended that closes every path: an entry is itself a crown jewel.',
    },
    forbidden: (count) => `Forbidden conversations (${count})`,
    unjudged: 'No conduits were given, so no conversation was judged forbidden.',
    why: {
      no_conduit: 'no conduit between the zones',
      service_not_in_conduit: 'not a service of the conduit',
    },
    columns: ['From', 'To', 'Service', 'Zones', 'Why'],
    more: (count) => `and ${count} more; --json has all`,
  },
  nl: {
    reached: (jewels, of, assets) =>
      `Een aanvaller bereikt ${jewels} van ${of} kroonjuwelen, en in totaal ${assets} apparaten.`,
    none: 'Geen pad leidt naar een kroonjuweel.',
    path: (to, from, hops) =>
      `${to}: vanaf ${from} in ${hops} ${hops === 1 ? 'gesprek' : 'gesprekken'}`,
    stands: (to) => `${to}: de aanvaller staat er al op`,
    cut: (count, cost) =>
      `${count === 1 ? 'Dit gesprek beëindigen' : `Deze ${count} gesprekken beëindigen`} sluit elk pad af (kosten ${cost}):`,
    ends: ['Van', 'Naar', 'Dienst'],
    noCut: {
      needed_conversations:
        'Er is niets te beëindigen dat elk pad afsluit: gesprekken die de productie nodig heeft houden dit open:',
      entry_is_crown_jewel:
        'Er is niets te beëindigen dat elk pad afsluit: een ingang is zelf een kroonjuweel.',
    },
    forbidden: (count) => `Verboden gesprekken (${count})`,
    unjudged: 'Er zijn geen doorgangen opgegeven, dus geen gesprek is als verboden beoordeeld.',
    why: {
      no_conduit: 'geen doorgang tussen de zones',
      service_not_in_conduit: 'geen dienst van de doorgang',
    },
    columns: ['Van', 'Naar', 'Dienst', 'Zones', 'Waarom'],
    more: (count) => `en nog ${count}; --json geeft alles`,
  },
}
