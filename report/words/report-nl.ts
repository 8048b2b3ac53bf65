// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '@schouw/core/baseline'
import type { Tongue } from './sentence-words.ts'

type ComputedFrom = Extract<Figure['source'], { kind: 'computed' }>['from']

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
  needs: 'Nodig',
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
    stopsColumns: {
      what: 'Wat kan er gebeuren, en waarom hier',
      lost: 'Wat dan stilvalt',
      outage: 'Hoe lang',
      money: 'Schade per keer',
    },
    stopsSame: (lines: string) =>
      `De bedragen lijken op elkaar omdat het steeds om dezelfde lijnen gaat (${lines}): hun stilstand bepaalt het bedrag. De weg erheen en wat ertegen helpt, verschillen.`,
    perHour: (name: string, amount: string) => `${name}, ${amount} per uur`,
    safety: 'gevaar voor mensen',
    nothingKnown: 'niet bekend welk proces',
    ofRisk: (number: number) => `, bij risico ${number}`,
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
    axisFromZero: (high: string) => `0 tot ${high}`,
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
    describe: (of: { below: number; contradicted: number; missing: number }, say: Tongue) =>
      `Hoogte is volwassenheid van 0 tot 5, de arcering is waarop het rust. ${say.count(of.below, 'onderdeel ligt', 'onderdelen liggen')} onder het niveau van het bestuur, ${say.number(of.contradicted)} ${say.plural(of.contradicted, 'wordt', 'worden')} tegengesproken, ${say.number(of.missing)} ${say.plural(of.missing, 'is', 'zijn')} niet gemeten.`,
    board: (of: {
      level: string
      others: readonly { readonly name: string; readonly level: string }[]
      decision: string | null
      date: string | null
    }) =>
      `uw niveau ${of.level}${of.others.map(({ name, level }) => `, ${name.toLowerCase()} ${level}`).join('')}${decided(of.decision, 'besluit')}${of.date === null ? '' : ` van ${of.date}`}`,
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
    weakest: (of: { requirement: string; level: string }) =>
      `Het zwakst: ${of.requirement}, op niveau ${of.level}.`,
    raise: (of: { action: string; owner: string; due: string; cost: string }) =>
      `Zo gaat het omhoog: ${of.action} (${of.owner}, ${of.due}${of.cost}).`,
    raiseRequirement: (requirement: string) =>
      `Zo gaat het omhoog: begin met ${requirement}; er staat nog geen actie met naam en datum.`,
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
      terms: 'Wanneer en hoeveel',
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
      count === 1
        ? 'Niet beantwoord, telt niet mee: '
        : `${say.number(count)} eisen niet beantwoord, tellen niet mee: `,
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
    intro: (of: { seen: string; registered: string | null; model: string; firmware: string }) =>
      `${of.seen} gezien; ${of.registered === null ? 'er is geen register om mee te vergelijken' : `${of.registered} staan in het register`}. Van ${of.model} kennen wij het model en van ${of.firmware} de firmware. Een leeg vak is onbekend, niet goed.`,
    noZone: 'Zonder zone',
    behind: 'achter dit apparaat',
    nothingInside: 'In de opnamen is geen apparaat van het bedrijf zelf gezien.',
    caption: 'Gezien op het netwerk',
    columns: {
      name: 'Naam',
      role: 'Soort, en waaruit dat blijkt',
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
    cannotBeSeen: 'buiten bereik van de opname of niet aangesloten',
    empty: 'Niet gemeten: er zijn geen netwerkopnamen gegeven.',
    more: (count: number) =>
      `En ${count} meer; alle apparaten staan in assets.csv en baseline.json.`,
    onlyOutside: (count: number, say: Tongue) =>
      `${say.count(count, 'adres', 'adressen')} buiten het bedrijf ${say.plural(count, 'is', 'zijn')} hier weggelaten.`,
  },
  findings: {
    title: 'Bevindingen',
    intro: (
      of: {
        findings: number
        counts: readonly { readonly name: string; readonly count: number }[]
      },
      say: Tongue,
    ) => {
      const counts = of.counts.filter(({ count }) => count > 0)
      const parts = counts.map(({ name, count }) => `${say.number(count)} ${name}`)
      return `${say.count(of.findings, 'bevinding', 'bevindingen')}: ${say.list(parts)}. Eerst per soort wat ertegen gebeurt, daarna elk geval: wat gezegd is naast wat gezien is.`
    },
    summary: 'Bevindingen per soort',
    summaryColumns: {
      kind: 'Soort',
      count: 'Aantal',
      worst: 'Zwaarste',
      action: 'Wat ertegen gebeurt',
    },
    noAction: 'nog geen actie',
    alsoActions: (count: number) => (count === 1 ? '· ook actie' : '· ook acties'),
    claimed: 'Gezegd',
    columns: {
      number: 'Nr.',
      severity: 'Ernst',
      claimed: 'Gezegd',
      seen: 'Gezien',
      proof: 'Te zien in',
    },
    lowers: 'Telt daardoor lager',
    frames: (capture: string, frames: string) => `${capture}\u00a0· frame\u00a0${frames}`,
    rows: (file: string, rows: string) => `${file}\u00a0· regel\u00a0${rows}`,
    moreFrames: (count: number) => `en nog ${count}`,
    moreFiles: (count: number) =>
      count === 1 ? 'en 1 ander bestand' : `en ${count} andere bestanden`,
    none: 'Er is niets gevonden dat uw gegevens tegenspreekt.',
    noneMeasured: 'Niet gemeten: zonder netwerkopnamen en antwoorden valt er niets te vergelijken.',
    detections: 'Alles wat in de opnamen opviel',
    detectionsIntro: 'Ook wat niets tegenspreekt. Of het hoort, beoordeelt een mens.',
    detectionColumns: {
      from: 'Van',
      to: 'Naar',
      via: 'Via',
      count: 'Keer',
      proof: 'Te zien in',
    },
    computedFrom: {
      inventory: 'hoofdstuk Apparaten',
      measures: 'hoofdstuk De tien zorgplichten',
      contradictions: 'hoofdstuk Bevindingen',
      risks: 'hoofdstuk Risico’s',
      suppliers: 'hoofdstuk Leveranciers',
      directors: 'hoofdstuk Wet en bestuur',
    } satisfies Readonly<Record<ComputedFrom, string>>,
  },
  risks: {
    title: 'Risico’s',
    intro: 'Wat er kan gebeuren, waarom hier, en wat het kost. Kans en gevolg lopen van 1 tot 5.',
    describe: 'Per risico een staaf van laagste tot hoogste schade in euro.',
    caption: 'Risico’s in euro en stilstand',
    columns: {
      number: 'Nr.',
      risk: 'Risico',
      likelihood: 'Kans',
      impact: 'Gevolg',
      outage: 'Stilstand',
      money: 'Schade per keer',
    },
    level: (level: number, reasons: string) => `${level} van 5: ${reasons}.`,
    loses: 'Wat u dan verliest:',
    likelihood: 'Kans',
    impact: 'Gevolg',
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
    coverage: (of: { silent: number; oneWay: number; encrypted: number }, say: Tongue) => [
      ...(of.silent > 0
        ? [
            `${say.count(of.silent, 'apparaat stuurde', 'apparaten stuurden')} in deze opnamen zelf niets; wij kennen ${say.plural(of.silent, 'het', 'ze')} alleen van horen zeggen`,
          ]
        : []),
      ...(of.oneWay > 0
        ? [`van ${say.count(of.oneWay, 'gesprek', 'gesprekken')} is maar één kant gezien`]
        : []),
      ...(of.encrypted > 0
        ? [
            `${say.count(of.encrypted, 'gesprek in de fabriek is', 'gesprekken in de fabriek zijn')} versleuteld: wat erin stond, is onbekend`,
          ]
        : []),
    ],
    noLimits:
      'Elk apparaat sprak zelf, elk gesprek is van twee kanten gezien en niets in de fabriek was versleuteld. Wat buiten deze opnamen gebeurde, is onbekend.',
    noOddities: 'niets',
    ranges: (ranges: string) => `Als binnen het bedrijf geldt: ${ranges}.`,
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
