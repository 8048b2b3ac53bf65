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
    permitted: (count) => `${count} conversations between zones may be opened, seen or not.`,
    reached: (reached, all) => `Over these ${reached} of ${all} crown jewels can be reached.`,
    more: (count) => `and ${count} more (--json has all)`,
    withoutAddress: (count) =>
      `${count} assets have no IPv4 address here: the rules say nothing of them.`,
    unread: (count) => `${count} lines not read or not whole; what they may open counts as open:`,
    proposal:
      'Rules to discuss with whoever runs the firewall: what was seen, without the cut, and nothing else',
    unwritten: 'No rule for',
  },
  nl: {
    title: (dialect) => `Wat de firewall toelaat (${dialect})`,
    permitted: (count) => `${count} gesprekken tussen zones mogen worden geopend, gezien of niet.`,
    reached: (reached, all) => `Daarover zijn ${reached} van ${all} kroonjuwelen te bereiken.`,
    more: (count) => `en nog ${count} (--json heeft ze alle)`,
    withoutAddress: (count) =>
      `${count} bedrijfsmiddelen hebben hier geen IPv4-adres: de regels zeggen niets over hen.`,
    unread: (count) =>
      `${count} regels niet of niet geheel gelezen; wat zij kunnen openen telt als open:`,
    proposal:
      'Regels om te bespreken met wie de firewall beheert: wat gezien is, zonder de snede, en verder niets',
    unwritten: 'Geen regel voor',
  },
}
