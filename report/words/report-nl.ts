// SPDX-License-Identifier: EUPL-1.2
import type { Tongue } from './sentence-words.ts'

/** All texts of the report that are not a sentence of the baseline. */
export const reportNl = {
  language: 'Nederlands',
  title: (organisation: string) => `Nulmeting ${organisation}`,
  kind: 'Nulmeting cyberbeveiliging',
  asOf: (date: string) => `Stand ${date}`,
  page: 'pagina',
  skip: 'Ga naar de inhoud',
  contents: 'Inhoud',
  source: 'Bron',
  seeTable: 'Dezelfde gegevens als tabel',
  unknown: 'niet bekend',
  notMeasured: 'niet gemeten',
  none: 'geen',
  others: (count: number) => `${count} andere`,
  yes: 'ja',
  no: 'nee',
  front: {
    title: 'Hebben wij het in de hand?',
    answer: (
      of: { below: number; measured: number; contradicted: number; missing: number },
      say: Tongue,
    ) =>
      [
        of.measured === 0
          ? 'Nog geen onderdeel is gemeten'
          : `${say.of(of.below, of.measured)} onderdelen onder uw niveau`,
        ...(of.contradicted > 0
          ? [`${say.number(of.contradicted)} tegengesproken door de meting`]
          : []),
        ...(of.missing > 0 ? [`${say.number(of.missing)} niet gemeten`] : []),
      ].join(' · '),
    answerNoLevel: (of: { measured: number; contradicted: number; missing: number }, say: Tongue) =>
      [
        `${say.of(of.measured, of.measured + of.missing)} onderdelen gemeten; u hebt nog geen niveau vastgesteld`,
        ...(of.contradicted > 0
          ? [`${say.number(of.contradicted)} tegengesproken door de meting`]
          : []),
      ].join(' · '),
    scope: 'Geldt de wet voor u?',
    dates: 'Wat dit van u vraagt, op datum',
    figures: 'Drie cijfers',
    stops: 'Wat de fabriek kan stilleggen',
    stopsColumns: { what: 'Wat kan er gebeuren', outage: 'Stilstand', money: 'Schade per keer' },
    stopsMore: (count: number) => `nog ${count} in het hoofdstuk Risico’s`,
    decisions: 'Besluit vandaag',
    decisionsMore: (count: number) => `nog ${count} in het hoofdstuk Besluiten`,
    noDecisions: 'Er wordt vandaag geen besluit gevraagd.',
    noStops: 'Er is geen risico voorgesteld: er is nog te weinig gemeten.',
    ifYes: 'Ja',
    ifNo: 'Nee',
    by: (date: string) => `uiterlijk ${date}`,
    proposedBy: (name: string) => `voorstel ${name}`,
    costs: (amount: string) => `kost ${amount}`,
    since: (date: string) => `sinds ${date}`,
    from: (date: string) => `vanaf ${date}`,
    dateUnknown: 'datum niet bekend',
    noDate: 'zonder datum',
    dateColumns: { when: 'Wanneer', who: 'Wie', what: 'Wat' },
    company: 'bedrijf',
    certificateHeld: 'certificaat behaald',
    certificateAsked: (left: string) => `trainingscertificaat behalen${left}`,
    certificateLate: 'trainingscertificaat: de termijn is verstreken',
    certificateUnknown: 'benoemingsdatum niet bekend, dus ook de termijn niet',
    certificateNone: (names: string) => `Geen wettelijke opleidingsplicht: ${names}.`,
    monthsLeft: (months: number, say: Tongue) => `, nog ${say.count(months, 'maand', 'maanden')}`,
    daysLeft: (days: number, say: Tongue) => `, nog ${say.count(days, 'dag', 'dagen')}`,
    moreDates: (count: number) => `nog ${count} in het hoofdstuk Wet en bestuur`,
    unknownMoney: 'bedrag niet bekend',
    unknownOutage: 'duur niet bekend',
    axis: (low: string, high: string) => `${low} – ${high}, per vak × 10`,
    perTime: 'per keer',
  },
  scope: {
    yes: (entity: string) => `Ja. U bent een ${entity}.`,
    no: 'Nee, de wet geldt niet rechtstreeks voor u.',
    noButCustomers: 'Klanten voor wie de wet wel geldt, kunnen in contracten eisen stellen.',
    sectorListed: (sector: string, annex: string) =>
      `${sector} staat in bijlage ${annex} van de richtlijn`,
    sectorNotListed: (division: string | null) =>
      division === null
        ? 'Uw hoofdactiviteit staat niet in de bijlagen van de richtlijn'
        : `Uw hoofdactiviteit (NACE ${division}) staat niet in de bijlagen van de richtlijn`,
    size: (of: { staff: string; turnover: string; balance: string; size: string; year: string }) =>
      `Met ${of.staff} arbeidsjaren, ${of.turnover} omzet en ${of.balance} balans (${of.year}) bent u een ${of.size}`,
    designated: 'De minister heeft u aangewezen',
    popularDiffers: (why: string) => `Vaak gelezen, maar anders dan de wet: ${why}.`,
    popularInScope: 'Volgens de bekende vuistregel zou de wet wel gelden',
    popularOutOfScope: 'Volgens de bekende vuistregel zou de wet niet gelden',
    supervisor: (names: string) => `Toezicht: ${names}.`,
    portal: (name: string) => `Registreren en melden: ${name}.`,
    open: (count: number, say: Tongue) =>
      `${say.count(count, 'vraag', 'vragen')} kunt alleen u beantwoorden; zie Wet en bestuur.`,
  },
  duties: {
    care: 'zorgplicht',
    board_approval: 'goedkeuring door het bestuur',
    reporting: 'incidenten melden',
    registration: 'registreren',
    board_knowledge: 'kennis en certificaat',
    inform_recipients: 'afnemers inlichten',
    registration_change: 'wijzigingen doorgeven',
    board_training_current: 'kennis bijhouden',
    supplier_exclusion: 'leveranciers weren op last',
    product_reporting: 'misbruikte lekken in eigen producten melden',
    product_requirements: 'producten voldoen aan de CRA',
    machinery_control_software: 'machines beschermen hun besturing (Machineverordening)',
  } as Readonly<Record<string, string>>,
  dike: {
    title: 'De dijk: tien zorgplichten naar hoogte en stevigheid',
    caption: 'De tien zorgplichten',
    describe: (of: { below: number; contradicted: number; missing: number }) =>
      `Hoogte is volwassenheid van 0 tot 5, de arcering is waarop het rust. ${of.below} onderdelen liggen onder het niveau van het bestuur, ${of.contradicted} worden tegengesproken, ${of.missing} zijn niet gemeten.`,
    board: (of: { levels: readonly string[]; decision: string | null; date: string | null }) =>
      `uw niveau ${of.levels.join(' of ')}${decided(of.decision, 'besluit')}${of.date === null ? '' : ` van ${of.date}`}`,
    noBoard: 'u hebt nog geen niveau vastgesteld',
    tested: 'getoetst',
    shown: 'getoond',
    said: 'alleen gezegd',
    contradicted: 'tegengesproken door de meting',
    short: 'tekort tot uw niveau',
    earlier: (date: string) => `stand ${date}`,
    columns: {
      section: 'Onderdeel',
      level: 'Niveau',
      target: 'Uw niveau',
      rests: 'Rust op',
      measured: 'Gemeten eisen',
      contradicted: 'Tegengesproken',
      earlier: 'Eerder',
    },
    weakest: (of: { requirement: string; level: string; text: string }) =>
      `Het zwakst is eis ${of.requirement}, op niveau ${of.level}.${of.text === '' ? '' : ` Die eis luidt: ${of.text}`}`,
    raise: (of: { action: string; owner: string; due: string; cost: string }) =>
      `Zo gaat het omhoog: ${of.action} (${of.owner}, ${of.due}${of.cost}).`,
    raiseRequirement: (requirement: string) =>
      `Zo gaat het omhoog: begin met eis ${requirement}; er staat nog geen actie met naam en datum.`,
    unknown: 'Wij weten dit niet. Beantwoord de eisen van dit onderdeel in answers.yaml.',
    state: (of: { name: string; level: string; target: string | null }) =>
      `${of.name} staat op niveau ${of.level}${of.target === null ? '' : `, uw niveau is ${of.target}`}.`,
    open: 'Open dit onderdeel',
    hint: 'Kies een onderdeel om te zien wat het zwakste punt is en wat het verbetert.',
    restsOn: (of: { tested: number; shown: number; said: number }) =>
      [
        of.tested > 0 ? `${of.tested} % getoetst` : '',
        of.shown > 0 ? `${of.shown} % getoond` : '',
        of.said > 0 ? `${of.said} % alleen gezegd` : '',
      ]
        .filter((text) => text !== '')
        .join(', '),
  },
  roadmap: {
    title: 'Routekaart: dertien weken',
    intro: (of: { actions: number; quick: number; from: string; to: string }, say: Tongue) =>
      `${say.count(of.actions, 'actie', 'acties')} van ${of.from} tot ${of.to}, waarvan ${of.quick} met snelle winst. Daarna volgt elk kwartaal dezelfde ronde.`,
    cost: (amount: string) => `Samen geschat op ${amount}, voor zover bekend.`,
    describe: 'Dertien weken met per fase de acties, wie ze doet en wanneer ze klaar zijn.',
    week: 'week',
    quickWin: 'snelle winst',
    other: 'actie; de lengte is het werk: uren, dagen of weken',
    more: (count: number) => `nog ${count} acties in de tabel`,
    span: (from: string, to: string) => `${from} – ${to}`,
    table: 'Alle acties',
    columns: {
      number: 'Nr.',
      action: 'Actie',
      owner: 'Wie',
      due: 'Klaar',
      week: 'Week',
      effort: 'Werk',
      cost: 'Kosten',
      for: 'Voor',
    },
    empty: 'Er zijn nog geen acties.',
  },
  decisions: {
    title: 'Besluiten',
    columns: {
      question: 'Gevraagd',
      yes: 'Bij ja',
      no: 'Bij nee',
      due: 'Wanneer',
      money: 'Geld',
      by: 'Voorstel',
    },
  },
  measures: {
    title: 'De tien zorgplichten',
    intro:
      'Per onderdeel: wat u zegt, wat telt en waarop het rust. Verlopen bewijs telt niet mee en wat de meting tegenspreekt, gaat omlaag.',
    columns: {
      id: 'Eis',
      text: 'Wat de wet vraagt, in onze woorden',
      claimed: 'Gezegd',
      level: 'Telt',
      rests: 'Rust op',
      evidence: 'Bewijs',
    },
    lowered: (reasons: string) => `verlaagd: ${reasons}`,
    notApplicable: (reason: string) => `Niet van toepassing: ${reason}`,
    contradictedBy: 'tegengesproken door bevinding',
    unanswered: (count: number, say: Tongue) =>
      `${say.count(count, 'eis is', 'eisen zijn')} niet beantwoord en tellen niet mee: `,
    nothing:
      'Geen enkele eis van dit onderdeel is beantwoord. Zo komt u verder: vul answers.yaml aan.',
    level: 'niveau',
    of: (measured: number, applicable: number) => `${measured} van ${applicable} eisen gemeten`,
    law: 'Wet',
  },
  network: {
    title: 'Het netwerk',
    intro:
      'Kantoor boven, fabriek onder. Een rode lijn breekt door een wand waar geen poort hoort te zijn.',
    describe: (of: { zones: number; devices: number; forbidden: number }, say: Tongue) =>
      `${say.count(of.zones, 'zone', 'zones')} met ${say.count(of.devices, 'apparaat', 'apparaten')}; ${say.count(of.forbidden, 'verboden stroom', 'verboden stromen')}.`,
    level: (level: string) => `Niveau ${level}`,
    levelUnknown: 'Niveau ?',
    holds: {
      '5': 'internet',
      '4': 'kantoor',
      '3.5': 'tussenzone',
      '3': 'productie',
      '2': 'bediening',
      '1': 'besturing',
      '0': 'proces',
    } as Readonly<Record<string, string>>,
    holdsUnknown: 'niet bekend',
    devices: (count: number, say: Tongue) =>
      count === 0 ? 'geen apparaten gezien' : say.count(count, 'apparaat', 'apparaten'),
    others: 'overige',
    unknownRole: 'soort onbekend',
    allowed: 'toegestaan, door een poort',
    forbidden: 'verboden',
    findingMark: 'nummer van de bevinding',
    notDocumented: 'niet vastgelegd',
    wall: 'wand tussen niveaus',
    width: 'breedte: hoeveel verkeer',
    more: (count: number) => `nog ${count} stromen in de tabel`,
    caption: 'Verkeer tussen zones',
    columns: {
      from: 'Van',
      to: 'Naar',
      services: 'Via',
      packets: 'Pakketten',
      conversations: 'Gesprekken',
      verdict: 'Oordeel',
      finding: 'Bevinding',
    },
    empty: 'Niet gemeten: er zijn geen netwerkopnamen of er is geen verkeer tussen zones gezien.',
  },
  inventory: {
    title: 'Apparaten',
    intro: (of: { seen: string; registered: string; model: string; firmware: string }) =>
      `${of.seen} gezien; ${of.registered} staan in het register, van ${of.model} kennen wij het model en van ${of.firmware} de firmware. Een leeg vak is onbekend, niet goed.`,
    caption: 'Gezien op het netwerk',
    columns: {
      name: 'Naam',
      role: 'Soort',
      zone: 'Zone',
      maker: 'Fabrikant en model',
      firmware: 'Firmware',
      address: 'Adres',
      register: 'Register',
    },
    notRegistered: 'niet in register',
    row: (line: number) => `regel ${line}`,
    registerOnly: 'Wel in het register, niet gezien',
    registerColumns: { name: 'Naam', zone: 'Zone', row: 'Register', why: 'Waarom' },
    notSeen: 'niet gezien',
    cannotBeSeen: 'niet op het netwerk aangesloten',
    empty: 'Niet gemeten: er zijn geen netwerkopnamen gegeven.',
    more: (count: number) =>
      `En ${count} meer; alle apparaten staan in assets.csv en baseline.json.`,
    onlyOutside: (count: number, say: Tongue) =>
      `${say.count(count, 'adres', 'adressen')} buiten het bedrijf ${say.plural(count, 'is', 'zijn')} hier weggelaten.`,
  },
  findings: {
    title: 'Bevindingen',
    intro: 'Wat gezegd is naast wat gezien is, met het frame of de regel die het toont.',
    claimed: 'Gezegd',
    seen: 'Gezien',
    proof: 'Te zien in',
    lowers: 'Verlaagt eis',
    frames: (capture: string, frames: string) => `${capture} frame ${frames}`,
    frame: (capture: string, frame: number) => `${capture}, frame ${frame}`,
    row: (path: string, line: number) => `${path}, regel ${line}`,
    moreFrames: (count: number) => `en ${count} meer`,
    none: 'Er is niets gevonden dat uw gegevens tegenspreekt.',
    noneMeasured: 'Niet gemeten: zonder netwerkopnamen en antwoorden valt er niets te vergelijken.',
    detections: 'Wat verder opviel',
    detectionColumns: {
      what: 'Wat',
      from: 'Van',
      to: 'Naar',
      count: 'Keer',
      technique: 'Techniek',
      proof: 'Te zien in',
    },
    computed: 'berekend uit',
    computedFrom: {
      inventory: 'de apparaten',
      measures: 'de zorgplichten',
      contradictions: 'de bevindingen',
      risks: 'de risico’s',
      suppliers: 'de leveranciers',
      directors: 'de bestuurders',
    } as Readonly<Record<string, string>>,
  },
  risks: {
    title: 'Risico’s',
    intro: 'Wat er kan gebeuren, waarom hier, en wat het kost. Kans en gevolg lopen van 1 tot 5.',
    describe:
      'Per risico een staaf van laagste tot hoogste schade in euro, op een schaal die per stap tien keer zo groot wordt.',
    caption: 'Risico’s in euro en stilstand',
    columns: {
      number: 'Nr.',
      risk: 'Risico',
      likelihood: 'Kans',
      impact: 'Gevolg',
      outage: 'Stilstand',
      money: 'Schade per keer',
    },
    why: 'Waarom',
    because: 'Omdat',
    likelihood: 'kans',
    impact: 'gevolg',
    findings: 'bevinding',
    actions: 'actie',
    none: 'Er is geen risico voorgesteld: er is nog te weinig gemeten.',
    jewels: 'Kroonjuwelen',
    jewelColumns: {
      process: 'Proces',
      owner: 'Eigenaar',
      cost: 'Kosten per uur',
      most: 'Mag stilliggen',
      recovery: 'Hersteldoel',
      test: 'Laatste hersteltest',
    },
  },
  suppliers: {
    title: 'Leveranciers',
    intro:
      'De leveranciers zonder wie de fabriek niet draait, en wat met hen nog niet geregeld is.',
    columns: { name: 'Leverancier', critical: 'Kritiek', gaps: 'Niet geregeld', source: 'Bron' },
    none: 'Niet gemeten: er is geen lijst van leveranciers gegeven.',
    inOrder: 'geen tekort gevonden',
  },
  law: {
    title: 'Wet en bestuur',
    directors: 'Bestuurders',
    directorColumns: {
      name: 'Naam',
      appointed: 'Benoemd',
      due: 'Certificaat uiterlijk',
      certificate: 'Certificaat',
      status: 'Stand',
      ground: 'Artikel',
    },
    noDirectors: 'Niet gemeten: er zijn geen bestuurders opgegeven in people.csv.',
    notExecutive: 'niet uitvoerend',
    covers: 'dekt de onderwerpen',
    coversNot: 'dekt niet alle onderwerpen',
    duties: 'Plichten',
    dutyColumns: { duty: 'Plicht', from: 'Geldt sinds', due: 'Uiterlijk', article: 'Artikel' },
    standing: 'doorlopend',
    grounds: 'Waarom deze uitkomst',
    groundColumns: {
      rule: 'Regel',
      with: 'Gegevens',
      article: 'Artikel',
      source: 'Bron',
      confidence: 'Zekerheid',
    },
    fines: 'Ten hoogste',
    finesIntro:
      'Dit zijn de hoogste bedragen die de wet noemt, geen verwachting. Boetes volgen pas na andere stappen en naar omstandigheden.',
    fineColumns: { who: 'Voor', breach: 'Bij', max: 'Ten hoogste', article: 'Artikel' },
    entity: 'bedrijf',
    boardMember: 'bestuurder persoonlijk',
    questions: 'Vragen die alleen u kunt beantwoorden',
    authorities: 'Met wie u te maken hebt',
    authorityColumns: { role: 'Rol', name: 'Naam', source: 'Bron', confidence: 'Zekerheid' },
    confidence: { verified: 'gelezen', known: 'bekend', uncertain: 'onzeker' },
    disclaimer: 'De officiële teksten gaan voor. Dit is geen juridisch advies.',
  },
  method: {
    title: 'Werkwijze en grenzen',
    intro:
      'Deze meting luistert alleen mee en stuurt niets. Wat niet gemeten is, telt nergens als nul en nergens als goed.',
    notMeasured: 'Niet gemeten',
    notMeasuredItem: (part: string) => `${part}: niet gegeven`,
    everything: 'Alle onderdelen van de invoer zijn gegeven.',
    limits: 'Wat deze opname niet kon zien',
    help: 'Wat zou helpen',
    captures: 'Netwerkopnamen',
    captureColumns: {
      file: 'Bestand',
      packets: 'Pakketten',
      first: 'Eerste',
      last: 'Laatste',
      oddities: 'Onleesbaar',
    },
    coverage: (of: { silent: string; oneWay: string; encrypted: string }, say: Tongue) => [
      `${of.silent} ${say.plural(Number(of.silent), 'apparaat', 'apparaten')} stuurde in deze opnamen zelf niets`,
      `van ${of.oneWay} gesprekken is maar één kant gezien`,
      `${of.encrypted} gesprekken in de fabriek zijn versleuteld: wat erin stond, is onbekend`,
    ],
    identity: (of: { named: string; vendor: string; model: string; firmware: string }) =>
      `Van ${of.named} apparaten kennen wij een naam, van ${of.vendor} de fabrikant, van ${of.model} het model en van ${of.firmware} de firmware.`,
    ranges: (ranges: string) => `Als binnen het bedrijf geldt: ${ranges}.`,
    learned: 'afgeleid uit het verkeer',
    stated: 'door u opgegeven',
    protocols: 'Wat er gesproken werd',
    moreProtocols: (count: number) => `En ${count} meer in baseline.json.`,
    protocolColumns: { protocol: 'Protocol', packets: 'Pakketten', bytes: 'Bytes' },
    rejected: 'Regels die wij niet konden lezen',
    rejectedColumns: { where: 'Plaats', expected: 'Verwacht', found: 'Stond er' },
    ladder: 'De trap van volwassenheid',
    ladderColumns: { level: 'Niveau', name: 'Naam', meaning: 'Betekenis' },
    changed: (date: string) => `Veranderd sinds ${date}`,
    changedItems: (
      of: { newAssets: number; goneAssets: number; newFindings: number; solved: number },
      say: Tongue,
    ) => [
      `${say.count(of.newAssets, 'apparaat', 'apparaten')} erbij, ${say.number(of.goneAssets)} verdwenen`,
      `${say.count(of.newFindings, 'bevinding', 'bevindingen')} erbij, ${say.number(of.solved)} opgelost`,
    ],
  },
  advice: {
    let_engineer_browse:
      'Laat een engineer tien minuten door de besturingen bladeren terwijl de opname loopt: dan noemen zij hun model.',
    few_models:
      'Van weinig apparaten is het model bekend. Neem vaker op of lever gegevens uit het engineeringprogramma aan.',
    import_engineering_export:
      'Lever een export uit het engineeringprogramma aan: daarin staat de firmware.',
    mirror_elsewhere:
      'Neem ook op een andere switch op: sommige apparaten stuurden hier zelf niets langs.',
    mirror_both_directions: 'Stel de spiegelpoort zo in dat beide richtingen te zien zijn.',
    encrypted_control_traffic:
      'Een deel van het besturingsverkeer is versleuteld. Dat is goed; de inhoud blijft hier onbekend.',
    listen_longer: 'Neem langer op, liefst een hele dag met ploegwissel.',
    swept_addresses:
      'Iemand tastte adressen af tijdens de opname; adressen die niet antwoordden, zijn geen apparaten.',
    left_out: 'De opname was groter dan de grens; een deel is geteld maar niet bewaard.',
  } as Readonly<Record<string, string>>,
  glossary: { title: 'Woorden', term: 'Woord', meaning: 'Betekenis', other: 'Engels' },
  sources: {
    title: 'Herkomst',
    intro:
      'Dezelfde invoer geeft byte voor byte hetzelfde rapport. De vingerafdruk (SHA-256) bewijst welke bestanden het waren.',
    columns: { file: 'Bestand', kind: 'Soort', bytes: 'Bytes', sha256: 'SHA-256' },
    attached: 'Alle cijfers staan ook in baseline.json, als bijlage in dit document.',
    replaced: 'Een teken dat het lettertype niet kent, staat hier als □.',
  },
}

/** `, besluit 2026-07`; a decision that names itself one is not called so twice. */
export function decided(decision: string | null, word: string): string {
  if (decision === null) return ''
  return decision.toLowerCase().includes(word) ? `, ${decision}` : `, ${word} ${decision}`
}

export type Catalogue = Widened<typeof reportNl>

/** The same shape with any text: what another language must fill in. */
type Widened<Shape> = Shape extends string
  ? string
  : Shape extends (...args: infer Args) => infer Result
    ? (...args: Args) => Result extends readonly string[] ? readonly string[] : string
    : { readonly [Key in keyof Shape]: Widened<Shape[Key]> }
