// SPDX-License-Identifier: EUPL-1.2

const nl = {
  asOf: (moment: string) => `Stand van ${moment}`,
  page: 'Bladzijde',
  to: 'Aan',
  regime: 'Op grond van',
  incident: 'Incident',
  due: 'Uiterlijk',
  prepared: 'Opgesteld door',
  sent: 'Verstuurd',
  sentBy: 'Verstuurd door',
  channel: 'Langs',
  reference: 'Kenmerk',
  late: 'Te laat, omdat',
  record: 'Vastgelegd als',
  version: (version: number) => `versie ${version}`,
  unknownPerson: 'iemand die niet meer in het register staat',
  notSent: 'Concept. Dit is nog niet verstuurd.',
  exercise: 'Oefening. Verstuur dit niet naar een autoriteit.',
  lacks: 'Wordt gevraagd en is nog niet bekend.',
  empty: 'Nog niet bekend.',
}

/** What a report on paper says around its own text. */
export const reportPaperWords: Readonly<Record<'nl' | 'en', typeof nl>> = {
  nl,
  en: {
    asOf: (moment) => `As of ${moment}`,
    page: 'Page',
    to: 'To',
    regime: 'Under',
    incident: 'Incident',
    due: 'Due by',
    prepared: 'Drawn up by',
    sent: 'Sent',
    sentBy: 'Sent by',
    channel: 'By way of',
    reference: 'Reference',
    late: 'Late, because',
    record: 'On record as',
    version: (version) => `version ${version}`,
    unknownPerson: 'somebody who is no longer in the register',
    notSent: 'Draft. This has not been sent.',
    exercise: 'Exercise. Do not send this to an authority.',
    lacks: 'Asked for, and not known yet.',
    empty: 'Not known yet.',
  },
}
