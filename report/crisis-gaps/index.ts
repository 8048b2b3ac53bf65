// SPDX-License-Identifier: EUPL-1.2
/**
 * What a crisis would find missing, in words: the same on the screen as in the emergency pack on
 * paper. Takes the gaps as the core names them.
 */
import type { CrisisGap } from '@schouw/core/board/crisis'
import { registerTongue } from '../registers/index.ts'
import type { Language } from '../words/speech.ts'

type Said = Readonly<Record<CrisisGap['code'], (about: string) => string>>

const nl = {
  audience: {
    staff: 'medewerkers',
    customers: 'klanten',
    press: 'pers',
    authorities: 'overheden',
    suppliers: 'leveranciers',
    other: 'anderen',
  } as Readonly<Record<string, string>>,
  said: {
    nobody_for: (about) => `Niemand voor: ${about}`,
    no_deputy: (about) => `${about}: geen plaatsvervanger`,
    deputy_without_number: (about) => `${about}: geen nummer van de plaatsvervanger`,
    no_number: (about) => `${about}: geen nummer dat het zonder ons netwerk doet`,
    needs_network: (about) => `${about}: het nummer hangt aan ons netwerk`,
    no_channel: () => 'Geen kanaal buiten om voor het team',
    not_called: (about) => `${about}: nummer langer dan een jaar niet geprobeerd`,
    no_statement: (about) => `Geen eerste bericht voor ${about}`,
    statement_not_ready: (about) => `Het eerste bericht voor ${about} is niet goedgekeurd`,
    no_playbook: () => 'Geen draaiboek',
    playbook_not_approved: (about) => `Draaiboek niet goedgekeurd: ${about}`,
  } satisfies Said as Said,
}

const en: typeof nl = {
  audience: {
    staff: 'staff',
    customers: 'customers',
    press: 'press',
    authorities: 'authorities',
    suppliers: 'suppliers',
    other: 'others',
  },
  said: {
    nobody_for: (about) => `Nobody for: ${about}`,
    no_deputy: (about) => `${about}: no deputy`,
    deputy_without_number: (about) => `${about}: no number of the deputy`,
    no_number: (about) => `${about}: no number that works without our network`,
    needs_network: (about) => `${about}: the number hangs on our network`,
    no_channel: () => 'No out-of-band channel for the team',
    not_called: (about) => `${about}: number not tried for more than a year`,
    no_statement: (about) => `No first message for ${about}`,
    statement_not_ready: (about) => `The first message for ${about} is not approved`,
    no_playbook: () => 'No playbook',
    playbook_not_approved: (about) => `Playbook not approved: ${about}`,
  },
}

export function gapText({ code, about }: CrisisGap, language: Language): string {
  const { audience, said } = { nl, en }[language]
  if (code === 'nobody_for') {
    return said[code](registerTongue(language).code('crisis-contact', about, 'function'))
  }
  return said[code](audience[about] ?? about)
}
