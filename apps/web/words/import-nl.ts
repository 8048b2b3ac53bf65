// SPDX-License-Identifier: EUPL-1.2

interface Counts {
  readonly create: number
  readonly change: number
  readonly same: number
  readonly refused: number
}

const rows = (count: number) => (count === 1 ? '1 regel' : `${count} regels`)

export const importNl = {
  title: 'Inlezen',
  intro:
    'Breng een bestand dat u al hebt. Schouw kijkt wat het is, laat zien wat het zou doen, en schrijft pas als u dat bevestigt.',
  choose: 'Bestand kiezen',
  drop: 'of sleep het hierheen',
  kindsTitle: 'Wat u kunt brengen',
  kinds: [
    [
      'De map van een nulmeting (zip) of baseline.json',
      'wordt in één keer de eerste stand van de registers',
    ],
    ['Een spreadsheet (XLSX of CSV)', 'wordt regel voor regel vergeleken met een register'],
    [
      'Een bestand van nmap, Zeek, Suricata, NetBox of CycloneDX, of de JSON van “schouw inspect”',
      'wordt een bron met waarnemingen; u kiest wat ervan in het register komt',
    ],
    [
      'Bevindingen van een scan of penetratietest (SARIF, DefectDojo of CSV)',
      'worden bevindingen; een volgende keer ziet u wat nieuw is, bleef en verdween',
    ],
    [
      'Een opname van netwerkverkeer (pcap of pcapng)',
      'wordt door uw browser zelf gelezen; u ziet eerst wat erin staat en kiest dan of u de feiten bewaart',
    ],
  ],
  what: {
    title: (name: string) => `Wat is ${name}?`,
    seen: 'Dit lijkt het te zijn; kies anders als het niet klopt.',
    unseen: 'Wij herkennen dit bestand niet. Kies zelf wat het is.',
    'first-state': 'Nulmeting: de eerste stand van de registers',
    table: 'Spreadsheet voor een register',
    source: 'Bestand van nmap, Zeek, Suricata, NetBox of CycloneDX',
    scan: 'Bevindingen van een scan of penetratietest (SARIF, DefectDojo, CSV)',
    capture:
      'Dit is een opname van netwerkverkeer. Uw browser leest haar zelf, op deze computer. Er gaat niets naar de server totdat u daarvoor kiest.',
    empty: 'Dit bestand is leeg.',
  },
  register: 'Voor welk register?',
  registerHelp: 'De kolommen worden met de velden van dit register vergeleken.',
  site: 'Waar is dit gezien?',
  siteHelp: 'Hetzelfde IP-adres op twee locaties is twee apparaten.',
  anySite: 'Niet bekend, of overal',
  go: 'Bestand lezen',
  stop: 'Stoppen',
  other: 'Ander bestand',
  reading: 'Het bestand wordt verstuurd en gelezen.',
  notYours: 'Uw rol leest geen bestanden in. Vraag het uw CISO.',
  notThis: 'Uw rol mag dit soort bestand niet inlezen. Vraag het uw CISO.',
  earlier: 'Eerder ingelezen',
  earlierNone: 'Nog niets.',
  earlierTables: 'Spreadsheets',
  earlierSources: 'Bronnen',
  file: 'Bestand',
  registerName: 'Register',
  stateName: 'Stand',
  when: 'Wanneer',
  by: 'Door',
  states: {
    reading: 'wordt gelezen',
    refused: 'niet te lezen',
    mapping: 'kolommen toewijzen',
    judging: 'proef loopt',
    judged: 'wacht op uw bevestiging',
    writing: 'wordt vastgelegd',
    done: 'vastgelegd',
    undoing: 'wordt teruggedraaid',
    undone: 'teruggedraaid',
  },
  first: {
    title: 'Eerste stand',
    trial: 'De proef: dit zou in de registers komen. Er is nog niets geschreven.',
    made: 'Nieuw',
    waiting: 'Wacht op een bestuurder',
    nothing: 'Hier komt niets uit dat in de registers past.',
    refused: 'Geweigerd',
    leftOut: 'Blijft buiten de registers',
    leftOutCodes: {
      'appointment-without-date': 'Een benoeming zonder datum',
      'no-such-person': 'Deze persoon staat niet in de lijst met mensen',
      'no-such-record': 'Hier wordt naar verwezen, en het staat nergens',
      'not-a-value': 'Dit past in geen veld',
    } as Readonly<Record<string, string>>,
    problems: 'Niet te lezen',
    place: 'Plaats',
    expected: 'Verwacht',
    found: 'Stond er',
    confirm: (count: number) => `${count} records vastleggen`,
    once: 'Dit kan één keer, in lege registers. Daarna wijzigt u wat er staat, of leest u lijsten in.',
    done: 'De eerste stand is vastgelegd.',
    entry: (index: number) => `Regel ${index} van het logboek.`,
    home: 'Naar het overzicht',
    busy: 'De registers worden gevuld. Dat duurt een halve minuut.',
  },
  table: {
    to: (register: string) => `Naar: ${register}`,
    size: (count: number) => `${rows(count)} onder de kop`,
    columnsTitle: 'Kolommen toewijzen',
    columnsText:
      'Links wat in het bestand staat, rechts wat het in het register is. Wat wij niet zeker weten, is gemarkeerd.',
    column: 'Kolom',
    heading: 'Kop',
    sample: 'Eerste waarde',
    is: 'Is in het register',
    by: {
      name: 'herkend',
      synonym: 'herkend',
      near: 'lijkt erop; kijk even na',
      nothing: 'niet herkend',
    },
    chosen: 'door u gekozen',
    skip: '(niet inlezen)',
    id: 'id van de regel',
    state: 'status',
    retired: 'vervallen',
    settings: 'Zo wordt het gelezen',
    sheet: 'Werkblad',
    headLine: 'Regel met de koppen',
    decimal: 'Teken voor de decimalen',
    decimals: { ',': 'komma (12,5)', '.': 'punt (12.5)' },
    dates: 'Volgorde in datums',
    dateOrders: { dmy: 'dag-maand-jaar (5-3-2026)', mdy: 'maand-dag-jaar (3/5/2026)' },
    zone: 'Tijdzone',
    empty: 'Een lege cel',
    empties: { keep: 'zegt niets; wat er stond, blijft', clear: 'maakt het veld leeg' },
    rule: 'Als bestand en register verschillen',
    rules: {
      theirs: 'telt het bestand',
      ours: 'telt het register',
      fill: 'vult het bestand alleen lege velden',
      refuse: 'wordt de regel geweigerd',
    },
    retiredRule: 'Een regel die vervallen is',
    retiredRules: { refuse: 'wordt geweigerd', reinstate: 'komt weer in het register' },
    judge: 'Proef draaien',
    judgeText: 'Er wordt niets geschreven. U ziet per regel wat er zou gebeuren.',
    again: 'Kolommen en instellingen wijzigen',
    judging: 'De proef loopt: elke regel wordt vergeleken met het register.',
    writing: 'De regels worden vastgelegd. U kunt dit venster sluiten; het gaat door.',
    undoing: 'De import wordt teruggedraaid, regel voor regel.',
    progress: (done: number, of: number) => `${done} van ${rows(of)}`,
    judged: 'De proef',
    counts: ({ create, change, same, refused }: Counts) =>
      [`${create} nieuw`, `${change} gewijzigd`, `${same} hetzelfde`, `${refused} geweigerd`].join(
        ' · ',
      ),
    waits: (count: number) =>
      `${rows(count)} ${count === 1 ? 'wacht' : 'wachten'} daarna op een tweede persoon.`,
    show: 'Toon',
    all: 'Alles',
    plans: {
      create: 'Nieuw',
      change: 'Gewijzigd',
      same: 'Hetzelfde',
      refused: 'Geweigerd',
    },
    line: 'Regel',
    plan: 'Wat er gebeurt',
    name: 'Naam',
    changes: 'Wijzigingen en fouten',
    filled: (count: number) => (count === 1 ? '1 veld ingevuld' : `${count} velden ingevuld`),
    kept: (names: string) => `Blijft zoals het is: ${names}`,
    waitsRow: 'wacht op een tweede persoon',
    meant: 'Bedoeld kan zijn:',
    cell: (cell: string) => `Cel ${cell}`,
    noRows: 'Geen regels.',
    confirm: ({ create, change }: Counts) =>
      create + change === 0
        ? 'Niets om vast te leggen'
        : `${[create > 0 ? `${create} nieuw` : '', change > 0 ? `${change} gewijzigd` : ''].filter(Boolean).join(' en ')} vastleggen`,
    confirmText: (refused: number) =>
      refused === 0
        ? 'Vastgelegd wordt precies deze proef.'
        : `Vastgelegd wordt precies deze proef; ${rows(refused)} met fouten ${refused === 1 ? 'blijft' : 'blijven'} buiten de registers.`,
    moved: (lines: readonly number[]) => `Het gaat om de regels ${lines.join(', ')}.`,
    digest: 'Vingerafdruk van de proef',
    cancelled: 'Halverwege gestopt. Wat vastgelegd is, staat hieronder.',
    results: {
      created: 'nieuw',
      changed: 'gewijzigd',
      waiting: 'wacht op een tweede persoon',
      same: 'hetzelfde',
      refused: 'geweigerd',
      undone: 'teruggedraaid',
      kept: 'niet teruggedraaid, want later gewijzigd',
    },
    doneTitle: 'Vastgelegd',
    undoneTitle: 'Teruggedraaid',
    open: 'Naar het register',
    undoTitle: 'Terugdraaien',
    undoText:
      'Nieuwe regels vervallen en gewijzigde krijgen hun oude waarden terug. Wat daarna door iemand is gewijzigd, blijft staan. In het logboek blijft alles te zien.',
    undoReason: 'Waarom draait u dit terug?',
    undo: 'Import terugdraaien',
    refusedTitle: 'Dit bestand kan niet worden gelezen',
    problemAt: (line: number | null, column: number | null) =>
      [line === null ? '' : `regel ${line}`, column === null ? '' : `kolom ${column}`]
        .filter(Boolean)
        .join(', '),
    problems: 'Wat bij het lezen opviel',
  },
  source: {
    read: (count: number) => `${count} bekeken`,
    sightings: (count: number) => (count === 1 ? '1 waarneming' : `${count} waarnemingen`),
    problems: (count: number) =>
      count === 1 ? '1 plek niet gelezen' : `${count} plekken niet gelezen`,
    proposals: 'Voorstellen',
    sightingsTab: 'Waarnemingen',
    problemsTab: 'Niet gelezen',
    intro:
      'Wat deze bron zegt en het register nog niet. Er verandert niets tot u een voorstel overneemt.',
    none: 'Het register zegt alles al wat deze bron zegt.',
    same: (count: number) =>
      count === 1 ? '1 zegt niets nieuws.' : `${count} zeggen niets nieuws.`,
    outside: (count: number) =>
      count === 1
        ? '1 ligt buiten uw netwerk en blijft erbuiten.'
        : `${count} liggen buiten uw netwerk en blijven erbuiten.`,
    actions: {
      create: 'Nieuw apparaat',
      change: 'Aanvulling',
      choose: 'U moet kiezen',
    },
    matched: (by: string) => `herkend aan ${by}`,
    by: {
      mac: 'MAC-adres',
      serial: 'serienummer',
      ip: 'IP-adres',
      name: 'naam',
    } as Readonly<Record<string, string>>,
    because: {
      several: 'Er passen meer apparaten bij.',
      'other-mac': 'Het apparaat in het register heeft een ander MAC-adres.',
    } as Readonly<Record<string, string>>,
    which: 'Welk apparaat is dit?',
    isNew: 'Een nieuw apparaat',
    now: 'Nu in het register',
    seen: 'Gezien',
    field: 'Veld',
    take: 'Overnemen',
    accept: 'Overnemen',
    acceptAll: 'Alles overnemen wat geen keuze vraagt',
    accepting: 'De voorstellen worden overgenomen.',
    outcomes: {
      created: 'nieuw vastgelegd',
      changed: 'aangevuld',
      same: 'was al zo',
      waiting: 'wacht op een tweede persoon',
      refused: 'geweigerd',
      stale: 'intussen veranderd; bekijk het voorstel opnieuw',
    },
    fact: 'Wat',
    value: 'Waarde',
    protocol: 'Gezien in',
    times: 'Keer',
    unnamed: 'zonder naam',
  },
}

/** Apart from the other words: only the pages that bring files in load these. */
export type ImportWords = typeof importNl
