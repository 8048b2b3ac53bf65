// SPDX-License-Identifier: EUPL-1.2
import { chaptersNl } from './chapters-nl.ts'
import { decided } from './decided.ts'
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
    changed: (of: { date: string; solved: number; added: number }) =>
      `sinds ${of.date}: ${of.solved} opgelost, ${of.added} erbij`,
    scope: 'Geldt de wet voor u?',
    dates: 'Wat dit van u vraagt, op datum',
    figures: 'Drie cijfers',
    next: 'Zo wordt dit beeld compleet',
    stops: 'Wat de fabriek kan stilleggen',
    stopsColumns: {
      what: 'Wat kan er gebeuren, en waarom hier',
      lost: 'Wat dan stilvalt',
      outage: 'Hoe lang',
      money: 'Schade per keer',
    },
    stopsSame: (lines: string) =>
      `De bedragen lijken op elkaar: het zijn steeds dezelfde lijnen (${lines}). De oorzaak en wat ertegen helpt, verschillen.`,
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
    dateColumns: { when: 'Wanneer', what: 'Wat' },
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
    division: (division: string) => `Bedrijfstak ${division} (NACE)`,
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
    here: (requirements: string) => `, hier ${requirements}`,
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
      'Nog geen van de tachtig eisen is beantwoord. Zo komt u verder: geef in answers.yaml per eis een niveau en het bewijs. Dit wordt gevraagd:',
    level: 'niveau',
    of: (measured: number, applicable: number) => `${measured} van ${applicable} eisen gemeten`,
    law: 'Wet',
  },
  ...chaptersNl,
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
    dutyColumns: { duty: 'Plicht', from: 'Geldt vanaf', due: 'Uiterlijk', article: 'Artikel' },
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
    confidence: {
      verified: 'wettekst gelezen',
      known: 'betrouwbare bron',
      uncertain: 'onzeker',
    },
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

export type Catalogue = Widened<typeof reportNl>

/** The same shape with any text: what another language must fill in. */
type Widened<Shape> = Shape extends string
  ? string
  : Shape extends (...args: infer Args) => infer Result
    ? (...args: Args) => Result extends readonly string[] ? readonly string[] : string
    : { readonly [Key in keyof Shape]: Widened<Shape[Key]> }
