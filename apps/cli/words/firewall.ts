// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../language.ts'

interface FirewallWords {
  readonly title: (dialect: string) => string
  readonly permitted: (count: number) => string
  readonly reached: (reached: number, all: number) => string
  readonly more: (count: number) => string
  readonly withoutAddress: (count: number) => string
  readonly unread: (count: number) => string
  readonly proposal: string
  readonly unwritten: string
}

export const firewallWords: Readonly<Record<Language, FirewallWords>> = {
  en: {
    title: (dialect) => `What the firewall permits (${dialect})`,
    permitted: (count) => `Conversations between zones that may be opened, seen or not: ${count}.`,
    reached: (reached, all) => `By these, crown jewels reached: ${reached} of ${all}.`,
    more: (count) => `and ${count} more (--json has all)`,
    withoutAddress: (count) =>
      `Assets without an IPv4 address here, of which the rules say nothing: ${count}.`,
    unread: (count) => `Lines not read or not whole: ${count}. What they may open counts as open.`,
    proposal:
      'Rules to discuss with whoever runs the firewall: what was seen, without the cut, and nothing else',
    unwritten: 'No rule for',
  },
  nl: {
    title: (dialect) => `Wat de firewall toelaat (${dialect})`,
    permitted: (count) =>
      `Gesprekken tussen zones die mogen worden geopend, gezien of niet: ${count}.`,
    reached: (reached, all) => `Daarlangs bereikbare kroonjuwelen: ${reached} van ${all}.`,
    more: (count) => `en nog ${count} (--json heeft ze alle)`,
    withoutAddress: (count) =>
      `Bedrijfsmiddelen zonder IPv4-adres, waarover de regels niets zeggen: ${count}.`,
    unread: (count) =>
      `Niet of niet geheel gelezen regels: ${count}. Wat zij kunnen openen telt als open.`,
    proposal:
      'Regels om te bespreken met wie de firewall beheert: wat gezien is, zonder de snede, en verder niets',
    unwritten: 'Geen regel voor',
  },
}
