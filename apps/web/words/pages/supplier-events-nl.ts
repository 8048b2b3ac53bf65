// SPDX-License-Identifier: EUPL-1.2

export const supplierEventsNl = {
  incidents: {
    title: 'Incidenten bij deze leverancier',
    help: 'Wat bij hen misging, kan bij u iets in gang zetten. Vanaf welk moment uw klok loopt, bepaalt een mens.',
    none: 'Niets vastgelegd.',
    columns: { name: 'Wat', state: 'Stand', from: 'Gemeld', clock: 'Uw klok' },
    theirs: 'door de leverancier, via zijn link',
    ours: 'door ons vastgelegd',
    noClock: 'loopt niet: niemand heeft bepaald wanneer u het wist',
    nearMiss: 'geen: bijna-incident',
    since: (moment: string) => `vanaf ${moment}`,
    record: 'Melding van de leverancier vastleggen',
    told: 'Wat hij vertelde',
    toldHelp: 'De eerste regel wordt de naam.',
    received: 'Ontvangen',
    what: 'Wat het voor u is',
    is: { incident: 'incident', near_miss: 'bijna-incident' },
    aware: 'Wij wisten het vanaf',
    awareHelp: 'Laat leeg als dat nog niet vaststaat. Dan loopt er geen klok.',
    save: 'Vastleggen',
    cancel: 'Annuleren',
  },
  joint: {
    title: 'Samen oefenen en vertrek beproeven',
    help: 'Een scenario dat u samen doorloopt, of uw plan om van deze leverancier weg te gaan. Wat te laat is, telt tegen uw antwoord op de maatregel.',
    never: 'Het vertrek is nog nooit beproefd.',
    last: (on: string, result: string) => `Vertrek beproefd op ${on}: ${result}.`,
    noResult: 'nog geen uitslag',
    columns: {
      name: 'Wat',
      on: 'Wanneer',
      standing: 'Stand',
      result: 'Uitslag',
      actions: 'Acties',
    },
    sorts: { scenario: 'samen een scenario', exit: 'vertrek beproeven' },
    standing: { planned: 'gepland', late: 'te laat', held: 'gehouden', again: 'opnieuw nodig' },
    plan: 'Plannen',
    sort: 'Soort',
    on: 'Op',
    exitOf: (supplier: string) => `Vertrek bij ${supplier} beproeven`,
    scenarioWith: (supplier: string) => `Scenario samen met ${supplier}`,
  },
}

export type SupplierEventsWords = typeof supplierEventsNl
