// SPDX-License-Identifier: EUPL-1.2

export const crisisNl = {
  title: 'Crisisteam en noodpakket',
  intro:
    'Wie u belt, met welk nummer dat het zonder uw netwerk doet, wat u als eerste zegt en hoe u elke zone afsluit. Druk het af: op de dag zelf staat het niet op een scherm.',
  pack: 'Noodpakket als PDF',
  packHelp:
    'Bellijst, afsluiten per zone, volgorde van herstel, draaiboeken, eerste berichten en formulieren.',
  packSays: 'Dat staat ook in het pakket.',
  missing: (count: number) =>
    count === 0
      ? 'Er ontbreekt niets.'
      : count === 1
        ? 'Er ontbreekt één ding.'
        : `Er ontbreken ${count} dingen.`,
  showMissing: 'Wat ontbreekt',
  team: 'Het team',
  outside: 'Van buiten',
  noTeam:
    'Er is nog niemand aangewezen. Begin met wie de leiding heeft, en wie dat overneemt als die slaapt of op reis is.',
  columns: {
    order: 'Nr',
    function: 'Functie',
    who: 'Wie',
    numbers: 'Nummers',
    deputy: 'Plaatsvervanger',
    called: 'Laatst gebeld',
    party: 'Partij',
    available: 'Bereikbaar',
    reference: 'Kenmerk',
  },
  nobody: 'niemand',
  noNumber: 'geen nummer',
  onNetwork: 'hangt aan ons netwerk',
  never: 'nooit',
  channel: 'Buiten om',
  add: 'Contact toevoegen',
  statements: 'Eerste berichten',
  statementsHelp:
    'Vooraf geschreven, door een tweede goedgekeurd. Wat tussen haken staat vult u in als het gebeurt.',
  makeStatements: (count: number) =>
    count === 1
      ? 'Zet het ontbrekende bericht klaar'
      : `Zet ${count} berichten klaar om mee te beginnen`,
  read: 'Lezen',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  ready: 'goedgekeurd',
  audience: {
    staff: 'medewerkers',
    customers: 'klanten',
    press: 'pers',
    authorities: 'overheden',
    suppliers: 'leveranciers',
    other: 'anderen',
  } as Readonly<Record<string, string>>,
  playbooks: 'Draaiboeken',
  exercised: (on: string) => `geoefend op ${on}`,
  notExercised: 'nog niet geoefend',
  toPlaybooks: 'Naar de draaiboeken',
  isolation: 'Afsluiten per zone',
  isolationHelp:
    'Uit de stromen in het register. Eerst veilig: overleg met de proceseigenaar voordat u een lijn afsnijdt.',
  outsideCut: 'De kleinste snede van buiten naar wat u niet kunt missen',
  noCut:
    'Er is geen weg van buiten naar een kroonjuweel, voor zover de stromen in het register staan.',
  exposed: 'Hier staat een kroonjuweel waar een buitenstaander al kan komen:',
  noZones: 'Er staan nog geen zones in het register.',
  zoneHead: (name: string, count: number) =>
    `${name}: ${count === 1 ? '1 stroom' : `${count} stromen`}`,
  closes: 'Sluit',
  smallest: 'Ten minste',
  remote: 'En de toegang op afstand',
  hits: 'Raakt',
  alone: 'Van hieruit is geen ander kroonjuweel te bereiken.',
  noConduits: 'Geen stroom in of uit deze zone staat in het register.',
}

export type CrisisWords = typeof crisisNl
