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
  reuses: {
    title: 'Overgenomen uit een bestand',
    intact: (of: { name: string; taken: number; asked_by: string | null }) =>
      `${of.name}: de handtekening klopt, ${of.taken} ${of.taken === 1 ? 'antwoord' : 'antwoorden'} overgenomen eerder gegeven aan ${of.asked_by ?? 'een ander'}.`,
    changed: (name: string) =>
      `${name}: gewijzigd na het ondertekenen. Er is niets van overgenomen.`,
    key: 'Ondertekend met sleutel',
    keyHelp:
      'Het bestand noemt deze sleutel zelf. Vraag bij die organisatie na of hij van haar is.',
  },
  round: {
    title: 'Aan meer leveranciers tegelijk',
    help: 'Kies een soort. U ziet eerst wie wat krijgt en van wie het adres ontbreekt; pas daarna gaat er iets uit.',
    tier: 'Soort leverancier',
    none: 'Geen leverancier van deze soort.',
    columns: { send: 'Sturen', supplier: 'Leverancier', to: 'Aan', standing: 'Stand' },
    standing: {
      ready: 'krijgt de vragen',
      no_address: 'geen adres: vul een contact met e-mailadres in',
      asked_already: 'heeft al een open vragenlijst',
    },
    counts: (ready: number, missing: number, asked: number, questions: number) =>
      `${ready} ${ready === 1 ? 'krijgt' : 'krijgen'} ${questions} vragen, ${missing} ${missing === 1 ? 'heeft' : 'hebben'} geen adres, ${asked} ${asked === 1 ? 'is' : 'zijn'} al gevraagd.`,
    language: 'Taal van de mail',
    until: 'Antwoord uiterlijk',
    send: (count: number) => `Versturen aan ${count}`,
    noMail: 'Dit systeem verstuurt geen mail; u krijgt per leverancier een link.',
    sent: (count: number) => `${count} verstuurd.`,
    failed: 'Niet verstuurd',
  },
  bills: {
    title: 'Onderdelenlijsten (SBOM)',
    help: 'Wat de leverancier meestuurde. Een lijst blijft apart liggen tot iemand hem laat lezen; er komt niets van in uw registers.',
    none: 'Er is geen onderdelenlijst meegestuurd.',
    from: (writer: string, on: string) => `Van ${writer}, ${on}`,
    apart:
      'Dit bestand staat in quarantaine. Bekijk het eerst bij de bestanden en geef het daar vrij.',
    waiting: 'Nog niet gelezen.',
    match: 'Lezen en met de adviezen vergelijken',
    again: 'Opnieuw vergelijken',
    verdict: {
      unreadable: 'Dit is geen lijst die wij kunnen lezen. Wij weten niets van wat erin zit.',
      affected: 'Er zitten getroffen onderdelen in.',
      no_advisories: 'Er zijn nog geen adviezen om mee te vergelijken. Wij weten het niet.',
      blind:
        'Van geen enkel onderdeel herkennen wij wat het is. Dit zegt niets over kwetsbaarheden.',
      partly: 'Niets getroffen gevonden, maar een deel kon niet worden beoordeeld.',
      nothing_found:
        'Elk onderdeel is herkend, en geen is getroffen volgens de adviezen die wij hebben.',
    },
    counts: (of: { components: number; recognised: number; entries: number }) =>
      `${of.components} ${of.components === 1 ? 'onderdeel' : 'onderdelen'}, ${of.recognised} herkend, vergeleken met ${of.entries} regels uit adviezen.`,
    on: (on: string) => `Vergeleken op ${on}.`,
    findings: 'Getroffen of niet te beslissen',
    columns: { part: 'Onderdeel', weaknesses: 'Kwetsbaarheden', verdict: 'Oordeel' },
    judged: { affected: 'getroffen', cannot_decide: 'niet te beslissen' },
    blind: (count: number) => `Niet te beoordelen: ${count}`,
    problems: 'Bij het lezen viel op',
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
