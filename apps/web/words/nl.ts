// SPDX-License-Identifier: EUPL-1.2

import { closingNl } from './closing-nl.ts'
import { waysNl } from './ways-nl.ts'
import { problemsNl, workNl } from './work-nl.ts'

export const nl = {
  ...workNl,
  language: 'nl',
  product: 'Schouw',
  toContent: 'Naar de inhoud',
  loading: 'Even geduld',
  again: 'Opnieuw proberen',
  save: 'Bewaren',
  cancel: 'Annuleren',
  close: 'Sluiten',
  back: 'Terug',
  next: 'Verder',
  more: 'Meer laden',
  asTable: 'Als tabel',
  yes: 'Ja',
  no: 'Nee',
  unknown: 'Niet bekend',
  nav: {
    label: 'Hoofdmenu',
    home: 'Overzicht',
    measures: 'Zorgplichten',
    roadmap: 'Plan',
    risks: 'Risico’s',
    questions: 'Vijf vragen',
    map: 'Kaart',
    vulnerabilities: 'Kwetsbaarheden',
    suppliers: 'Leveranciers',
    incidents: 'Incidenten',
    scope: 'De wet',
    people: 'Mensen',
    registers: 'Registers',
    import: 'Inlezen',
    start: 'Eerste negentig dagen',
    notices: 'Meldingen',
    unread: 'nieuw',
    reading: 'Te lezen',
    report: 'Meld iets vreemds',
    glossary: 'Woordenlijst',
    administration: 'Beheer',
    work: 'Lopend werk',
    account: 'Uw account',
    organisations: 'Al uw organisaties',
    signOut: 'Afmelden',
    light: 'Licht',
    dark: 'Donker',
  },
  failed: {
    title: 'Dit kon niet worden opgehaald',
    unreachable: 'De server antwoordt niet. Wat u hier typte, blijft staan.',
    request: (id: string) => `Noem bij een melding dit nummer: ${id}`,
  },
  missing: {
    title: 'Deze pagina bestaat niet',
    text: 'Het adres klopt niet, of u mag dit niet zien.',
  },
  problem: {
    ...problemsNl,
    'not-signed-in': 'Uw sessie is voorbij. Meld u opnieuw aan; wat u typte blijft staan.',
    'not-permitted': 'Uw rol staat dit niet toe.',
    'step-up-needed': 'Laat eerst opnieuw uw tweede factor zien.',
    'stale-version': 'Iemand anders heeft dit intussen gewijzigd. Bekijk wat er nu staat.',
    'too-many-requests': 'Te veel pogingen. Wacht een minuut.',
    'not-found': 'Dit bestaat niet, of u mag het niet zien.',
    'sign-in-refused': 'Deze gegevens kloppen niet.',
    'storage-unavailable': 'De database is even weg. Er is niets verloren; probeer het zo weer.',
    'proof-not-ready': 'Deze wijziging wordt nog ondertekend. Probeer het zo weer.',
    'storage-full': 'De schijf van de server is vol. Er is niets bewaard.',
    fault: 'Er ging iets mis aan onze kant.',
    unreachable: 'De server antwoordt niet. Wat u typte, blijft staan.',
    other: 'Dit is geweigerd.',
  } as Readonly<Record<string, string>>,
  signIn: {
    title: 'Aanmelden',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    withPassword: 'Aanmelden',
    withPasskey: 'Aanmelden met een passkey',
    or: 'of',
    invited: 'Geen account? Vraag een uitnodiging aan wie Schouw bij u beheert.',
  },
  setup: {
    title: 'Schouw inrichten',
    intro:
      'U bent de eerste. Maak uw organisatie en uw account; daarna nodigt u de anderen uit. U wordt CISO: u voert de cyclus, het bestuur besluit.',
    closed: 'Deze installatie is al ingericht.',
    linkMissing:
      'Open de link die de server bij het starten toonde. Hij is eenmalig en een dag geldig.',
    organisation: 'Naam van de organisatie',
    jurisdiction: 'Land',
    jurisdictions: {
      NL: 'Nederland',
      BE: 'België',
      DE: 'Duitsland',
    } as Readonly<Record<string, string>>,
    name: 'Uw naam',
    email: 'Uw e-mailadres',
    password: 'Kies een wachtwoord',
    passwordHelp:
      'Ten minste twaalf tekens. Een zin van vier woorden is goed en makkelijk te onthouden.',
    submit: 'Inrichten',
  },
  invitation: {
    title: 'U bent uitgenodigd',
    text: (organisation: string, role: string) => `${organisation} nodigt u uit als ${role}.`,
    hasAccount: 'U hebt al een account. Meld u aan om de uitnodiging aan te nemen.',
    accept: 'Uitnodiging aannemen',
  },
  secondFactor: {
    setTitle: 'Stel uw tweede factor in',
    setText:
      'Uw handtekening onder een besluit is zo sterk als uw aanmelding. Daarom vraagt Schouw iets wat u weet en iets wat u hebt.',
    passkey: 'Passkey',
    passkeyText: 'Uw vingerafdruk, gezicht of sleutel. Het veiligst, en niets om over te typen.',
    makePasskey: 'Passkey maken',
    passkeyName: 'Naam van dit apparaat',
    code: 'Code-app',
    codeText:
      'Scan de code met een app zoals Aegis of Microsoft Authenticator, of typ de sleutel over.',
    qr: 'QR-code met de sleutel; hij staat eronder ook in letters',
    startCode: 'Code-app gebruiken',
    secret: 'Sleutel',
    sixDigits: 'Zes cijfers',
    confirm: 'Bevestigen',
    againTitle: 'Uw tweede factor',
    againText: 'Voor deze handeling vragen wij hem opnieuw.',
    showTitle: 'Laat uw tweede factor zien',
    usePasskey: 'Passkey gebruiken',
    recoveryCode: 'Herstelcode',
    useRecovery: 'Herstelcode gebruiken',
    codesTitle: 'Bewaar deze herstelcodes',
    codesText:
      'Elke code werkt één keer, als u uw passkey of app kwijt bent. Bewaar ze op papier, niet bij uw wachtwoord. U ziet ze maar één keer.',
    codesKept: 'Ik heb ze bewaard',
  },
  signInAgain: {
    title: 'Meld u opnieuw aan',
    text: 'Uw sessie is voorbij. Wat u typte staat er nog; daarna gaat u verder waar u was.',
  },
  dates: {
    shape: { day: 'dd-mm-jjjj', time: 'dd-mm-jjjj uu:mm' },
    wrong: {
      day: 'Schrijf de dag zo: 31-12-2026.',
      time: 'Schrijf dag en tijd zo: 31-12-2026 14:30.',
    },
    from: (day: string) => `Kies een dag vanaf ${day}.`,
    until: (day: string) => `Kies een dag tot en met ${day}.`,
    pick: 'Kalender openen',
  },
  chooseFile: 'Bestand kiezen',
  choose: { title: 'Kies een organisatie', none: 'U hoort nog bij geen organisatie.' },
  roles: {
    director: 'bestuurder',
    supervisory_director: 'commissaris',
    ciso: 'CISO',
    it_manager: 'IT-manager',
    ot_engineer: 'OT-engineer',
    process_owner: 'proceseigenaar',
    employee: 'medewerker',
    supplier: 'leverancier',
    customer: 'klant',
    auditor: 'auditor',
    consultant: 'adviseur',
  } as Readonly<Record<string, string>>,
  ways: waysNl,
  closing: closingNl,
  account: {
    title: 'Uw account',
    passkeys: 'Passkeys',
    sessions: 'Sessies',
    thisSession: 'deze sessie',
    since: (at: string) => `sinds ${at}`,
    end: 'Beëindigen',
    endOthers: 'Alle andere beëindigen',
    remove: 'Verwijderen',
    synced: 'gesynchroniseerd',
  },
  registers: {
    title: 'Registers',
    intro: 'Alles wat Schouw van uw organisatie weet, met wie het wanneer vastlegde.',
    search: 'Zoeken',
    searchIn: (name: string) => `Zoeken in ${name}`,
    none: 'Nog niets vastgelegd.',
    noneFound: 'Niets gevonden. Zoek op minder of andere woorden.',
    make: (one: string) => `Nieuw: ${one}`,
    state: 'Status',
    changed: 'Gewijzigd',
    asOf: 'Zoals het was op',
    now: 'nu',
    edit: 'Wijzigen',
    history: 'Geschiedenis',
    proof: 'Bewijs',
    values: 'Gegevens',
    notFilled: 'Niet ingevuld',
    erased: 'Gewist',
    retired: (at: string, reason: string) => `Vervallen op ${at}: ${reason}`,
    entry: (index: number) => `regel ${index} van het logboek`,
    rows: (count: number) => (count === 1 ? '1 regel' : `${count} regels`),
    waiting: 'Wacht op een tweede persoon',
    waitingText: 'Deze wijziging geldt zodra iemand anders haar goedkeurt.',
    approve: 'Goedkeuren',
    decline: 'Afwijzen',
    reason: 'Reden',
    move: (state: string) => `Zet op ‘${state}’`,
    retire: 'Laten vervallen',
    saved: 'Bewaard.',
    stale: 'Iemand anders was u voor. Hieronder staat wat er nu geldt; uw invoer staat er nog.',
    choose: 'Kies',
    addRow: 'Regel toevoegen',
    removeRow: 'Regel verwijderen',
    seal: 'Vastgelegd in het logboek',
    actions: {
      create: 'vastgelegd',
      change: 'gewijzigd',
      move: 'van status veranderd',
      retire: 'vervallen',
      reinstate: 'hersteld',
      erase: 'gewist',
      approve: 'goedgekeurd',
      decline: 'afgewezen',
      lapse: 'vervallen door een andere wijziging',
      ask: 'voorgelegd aan een tweede persoon',
    } as Readonly<Record<string, string>>,
    groups: {
      organisation: 'Organisatie',
      people: 'Mensen',
      duties: 'Zorgplichten',
      risk: 'Risico’s',
      estate: 'IT en OT',
      chain: 'Keten',
      products: 'Eigen producten',
      incident: 'Incidenten en continuïteit',
      board: 'Bestuurstafel',
    },
  },
  people: {
    title: 'Mensen',
    intro:
      'Wie in Schouw werkt, en als wat. Een benoeming geldt zodra een bestuurder haar goedkeurt.',
    members: 'Wie erin kan',
    invitations: 'Uitnodigingen die nog openstaan',
    none: 'Geen.',
    invite: 'Iemand uitnodigen',
    person: 'Persoon',
    personHelp: 'Uit het personenregister.',
    personNew: 'Staat iemand er nog niet in? Leg die eerst vast.',
    email: 'E-mailadres',
    role: 'Rol',
    until: 'Tot en met',
    untilHelp: 'Deze rol geldt voor een beperkte tijd.',
    send: 'Uitnodigen',
    mailed: 'De uitnodiging is verstuurd.',
    link: 'Geef deze link zelf door. Hij werkt één keer, zeven dagen lang.',
    waits: 'De benoeming wacht op een bestuurder.',
    waitsFirst:
      'Is dit uw eerste bestuurder, dan gaat de benoeming in zodra de uitnodiging is aangenomen. Anders wacht zij op een bestuurder.',
    withdraw: 'Intrekken',
    expires: (date: string) => `geldig tot ${date}`,
    end: 'Toegang beëindigen',
    places: [
      ['/access', 'accounts en tweede factor'],
      ['/people/training', 'de training van het bestuur'],
      ['/people/awareness', 'opletten en melden'],
      ['/registers/persons', 'personen'],
      ['/registers/appointments', 'benoemingen'],
      ['/registers/trainings', 'trainingen'],
      ['/registers/certificates', 'certificaten'],
    ],
    registers: 'Zie ook:',
  },
  questions: {
    supplier: 'Leverancier',
    service: 'Levert',
    review: 'Toets',
    leaving: 'Vertrek',
    step: 'Stap',
    due: 'Klaar op',
    title: 'De vijf vragen van de toezichthouder',
    asOf: (date: string) => `Beantwoord uit de registers zoals ze staan op ${date}.`,
    asked: [
      'Wat zijn onze grootste digitale risico’s en onze kroonjuwelen, en hoe zijn ze beschermd?',
      'Op welke kengetallen en grenzen stuurt het bestuur?',
      'Hoe reageren wij op incidenten, en wat leerde de laatste oefening?',
      'Van welke leveranciers hangen wij af, en wat is er afgesproken?',
      'Welke stappen volgen, en wanneer?',
    ],
    risksAnswer: (of: {
      readonly count: number
      readonly without: number
      readonly jewels: number
    }) =>
      of.count === 0
        ? 'Er zijn nog geen risico’s vastgelegd.'
        : `${of.count === 1 ? 'Eén risico staat' : `${of.count} risico’s staan`} vast${of.without === 0 ? '' : `, ${of.without} daarvan zonder schatting in euro’s`}. ${of.jewels === 0 ? 'Er is nog geen kroonjuweel aangewezen.' : of.jewels === 1 ? 'Er is één kroonjuweel.' : `Er zijn ${of.jewels} kroonjuwelen.`}`,
    risk: 'Risico',
    loss: 'Schade per keer',
    down: 'Stilstand',
    treated: 'Aanvaard',
    lapsed: 'aanvaarding vervallen',
    notAccepted: 'nee',
    jewels: 'Kroonjuwelen',
    figuresAnswer: (of: {
      readonly all: number
      readonly red: number
      readonly amber: number
      readonly unknown: number
    }) =>
      of.all === 0
        ? 'Het bestuur stuurt nog niet op kengetallen.'
        : `Van ${of.all} kengetallen staan er ${of.red} op rood en ${of.amber} op oranje; van ${of.unknown} is de waarde niet bekend.`,
    figure: 'Kengetal',
    value: 'Waarde',
    limit: 'Grens',
    proposedLimits: '* Een voorzet: hier stelde het bestuur nog geen grens.',
    standing: 'Stand',
    trend: 'Verloop',
    responseAnswer: (of: {
      readonly open: number
      readonly late: number
      readonly exercised: string | null
    }) =>
      `${of.open === 0 ? 'Er is geen open incident.' : `${of.open === 1 ? 'Er is één open incident' : `Er zijn ${of.open} open incidenten`}, ${of.late === 0 ? 'zonder late melding' : of.late === 1 ? 'met één late melding' : `met ${of.late} late meldingen`}.`} ${of.exercised === null ? 'Er is nog geen oefening gehouden.' : `De laatste oefening was op ${of.exercised}.`}`,
    suppliersAnswer: (of: { readonly count: number; readonly unweighed: number }) =>
      of.count === 0
        ? 'Er is nog geen leverancier als kritiek aangemerkt.'
        : `${of.count === 1 ? 'Dit is de meest kritieke leverancier' : `Dit zijn de ${of.count} meest kritieke leveranciers`}; ${of.unweighed === 0 ? 'elk is gewogen' : of.unweighed === 1 ? 'één is nooit gewogen' : `${of.unweighed} zijn nooit gewogen`}.`,
    weighed: (date: string) => `gewogen op ${date}`,
    neverWeighed: 'nooit gewogen',
    exit: 'met uitwijkplan',
    noExit: 'zonder uitwijkplan',
    stepsAnswer: (of: {
      readonly open: number
      readonly done: number
      readonly late: number
      readonly week: number | null
    }) =>
      `${of.week === null ? '' : `Het plan is in week ${of.week} van 13. `}${of.done === 0 ? 'Nog geen stap is' : of.done === 1 ? 'Eén stap is' : `${of.done} stappen zijn`} klaar, ${of.open === 1 ? 'één staat' : `${of.open} staan`} open, ${of.late === 0 ? 'niets is' : of.late === 1 ? 'één is' : `${of.late} zijn`} te laat.`,
    ask: 'Vraag hierover',
    yours: 'Uw vraag',
    send: 'Vraag stellen',
    sent: 'Uw vraag staat bij de acties. U ziet hier wie haar oppakt.',
  },
  home: {
    title: 'Hebben wij het in de hand?',
    empty:
      'Er is nog niets gemeten. Hier komt te staan hoe hoog uw dijk is, waar hij op rust en wat u moet besluiten. Hieronder staat hoe u daar komt.',
    example: 'Laad de voorbeeldfabriek',
    exampleTitle: 'Eerst rondkijken',
    exampleText:
      'Laad een verzonnen machinebouwer. Doe dat niet in uw eigen organisatie: wat geladen is, blijft in het logboek. Met npm run demo staat hij ernaast, en verdwijnt weer.',
    exampleBusy: 'De voorbeeldfabriek wordt gemeten en geladen. Dat duurt een halve minuut.',
    answer: ({ below, contradicted, not_measured }: StandingAnswer) =>
      [
        below === null
          ? 'Het bestuur heeft nog geen niveau vastgesteld'
          : below === 0
            ? 'Geen gemeten sectie ligt onder uw niveau'
            : `${below} van 10 secties onder uw niveau`,
        ...(contradicted === 0 ? [] : [`${contradicted} tegengesproken door wat wij maten`]),
        ...(not_measured === 0 ? [] : [`${not_measured} niet gemeten`]),
      ].join(' · '),
    partly: 'U ziet niet alle registers. Wat daarop rust, ontbreekt hier.',
    sections: 'De tien secties in woorden',
    decide: (count: number) => (count === 0 ? 'Besluiten' : `Besluit vandaag (${count})`),
    boardDecides: (count: number) =>
      count === 0 ? 'Besluiten' : `Aan het bestuur ter besluit (${count})`,
    nothingToDecide: 'Er ligt niets op tafel.',
    draft: 'nog in voorbereiding',
    meetings: 'Vergaderingen en dossiers',
    allDecisions: (count: number) => `Alle ${count} besluiten`,
    consequences: 'Wat er gebeurt bij ja, nee of niets',
    ifYes: 'Bij ja',
    ifNo: 'Bij nee',
    ifNothing: 'Bij niets',
    before: (date: string) => `vóór ${date}`,
    lateSince: (date: string) => `moest klaar zijn vóór ${date}`,
    clocks: 'Klokken',
    noClocks: 'Er loopt geen meldtermijn.',
    incident: 'Open incident:',
    stages: {
      early_warning: 'Vroegtijdige waarschuwing',
      notification: 'Melding',
      intermediate_report: 'Tussentijds verslag',
      progress_report: 'Voortgangsverslag',
      final_report: 'Eindverslag',
      recipients_notice: 'Bericht aan afnemers',
    } as Readonly<Record<string, string>>,
    yourTraining: 'Uw training',
    trainingOf: 'Training van',
    risks: 'Wat ons kan stilleggen',
    noRisks: 'Er zijn nog geen risico’s vastgelegd.',
    noEuros: 'nog geen schatting in euro’s',
    acceptanceLapsed: 'aanvaarding vervallen',
    acceptedUntil: (date: string) => `aanvaard tot ${date}`,
    allRisks: (count: number) => `Alle ${count} risico’s`,
    withoutEuros: (count: number, base: number) =>
      `${count} van ${base} risico’s hebben nog geen schatting in euro’s.`,
    deviations: (count: number) =>
      count === 0 ? 'Afwijkingen' : `Afwijkingen van uw grenzen (${count})`,
    noDeviations: 'Wat bekend is, blijft binnen uw grenzen.',
    allKpis: 'Alle kengetallen',
    unknownKpis: (count: number) =>
      count === 1
        ? 'Van één kengetal is de waarde niet bekend.'
        : `Van ${count} kengetallen is de waarde niet bekend.`,
    bands: {
      red: 'rood',
      amber: 'oranje',
      green: 'groen',
      unknown: 'niet bekend',
      no_limit: 'geen grens',
    },
    limit: (value: string) => `grens ${value},`,
    plan: 'Plan van negentig dagen',
    planWeek: (week: number) => `Plan: week ${week} van 13`,
    planCounts: (done: number, open: number) => `${done} klaar, ${open} open.`,
    planLate: (count: number) => `${count} te laat.`,
    allActions: 'Alle acties',
    asOf: (date: string) => `Zoals het stond op ${date}. Bekijk een andere dag:`,
  },
}

interface StandingAnswer {
  readonly below: number | null
  readonly contradicted: number
  readonly not_measured: number
}

export type Words = typeof nl
