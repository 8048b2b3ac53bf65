// SPDX-License-Identifier: EUPL-1.2

export const customersNl = {
  title: 'Klanten',
  intro:
    'Wat uw klanten van u willen weten, wat u daarvan kunt laten zien en wat u hun heeft beloofd. U beantwoordt een vraag één keer; de volgende klant krijgt hetzelfde antwoord.',
  answer: (of: { shown: number; of: number; open: number }) =>
    `Van ${of.of} eisen kunt u er ${of.shown} met bewijs laten zien. ${
      of.open === 0
        ? 'Er ligt geen vragenlijst van een klant.'
        : of.open === 1
          ? 'Er ligt één vragenlijst van een klant.'
          : `Er liggen ${of.open} vragenlijsten van klanten.`
    }`,
  questionnaires: 'Vragenlijsten van klanten',
  noQuestionnaires:
    'Nog geen. Zet hieronder het bestand van uw klant neer; u krijgt per vraag een voorstel met het bewijs erbij.',
  columns: {
    party: 'Klant',
    name: 'Bestand',
    progress: 'Goedgekeurd',
    due: 'Terug voor',
    state: 'Stand',
  },
  states: {
    open: 'open',
    sent: 'verstuurd',
    cancelled: 'vervallen',
    draft: 'concept',
    shared: 'gedeeld',
    withdrawn: 'ingetrokken',
  } as Readonly<Record<string, string>>,
  late: 'te laat',
  progress: (approved: number, asked: number) => `${approved} van ${asked}`,
  bring: 'Vragenlijst van een klant beantwoorden',
  party: 'Van welke klant',
  due: 'Terug voor',
  file: 'Bestand van de klant',
  fileHelp: 'XLSX, Word (docx), CSV of tekst, tot 16 MB. Het bestand zelf wordt ingevuld.',
  find: 'Vragen zoeken',
  nothingFound:
    'Er zijn geen vragen gevonden. Zeg in welk tabblad en in welke kolom ze staan; A is 1, B is 2.',
  sheet: 'Tabblad',
  question: 'Kolom met vragen',
  answerColumn: 'Kolom voor het antwoord',
  explanationColumn: 'Kolom voor de toelichting',
  showing: 'Wat klanten vragen, wat u kunt laten zien, wat ontbreekt',
  showingHelp:
    'Met bewijs: ingevoerd, met een stuk dat nog geldt. Gezegd: ingevoerd, zonder zo’n stuk. Begin bij wat het vaakst wordt gevraagd.',
  showingColumns: {
    duty: 'Zorgplicht',
    asked: 'Vragen',
    shown: 'Met bewijs',
    said: 'Gezegd',
    of: 'Eisen',
    missing: 'Ontbreekt',
  },
  nothingMissing: 'niets',
  andMore: (count: number) => `en ${count} meer`,
  promises: 'Wat u klanten heeft beloofd',
  promisesHelp:
    'Uit de contracten met klanten. Noemt u het contract bij een incident, dan loopt de klok van dat contract vanzelf mee.',
  noPromises: 'Er staat geen contract met een klant in het register.',
  addContract: 'Contract toevoegen',
  promise: (hours: number | null) =>
    hours === null ? 'geen meldtermijn' : `melden binnen ${hours} uur`,
  audit: (clause: string | null, until: string | null) =>
    `mag een audit vragen${clause === null ? '' : ` (${clause})`}${
      until === null ? '' : `, dit contractjaar tot ${until}`
    }`,
  audited: (on: string) => `audit van dit contractjaar gehouden op ${on}`,
  recordAudit: 'Audit vastleggen',
  shares: 'Wat u met klanten deelt',
  sharesHelp:
    'Elke klant ziet via een eigen link met code wat u voor die klant heeft gekozen, rechtstreeks uit de registers. Namen van mensen en geheimen staan er niet in.',
  noShares: 'U deelt nog niets.',
  addShare: 'Iets delen met een klant',
  until: (day: string) => `tot ${day}`,
  views: (count: number) => (count === 1 ? '1 keer bekeken' : `${count} keer bekeken`),
  noLink: 'nog geen link',
  one: {
    intro:
      'Bij elke vraag staat een voorstel. Lees het, pas het aan en keur het goed: alleen wat u goedkeurt, komt in het bestand van de klant.',
    progress: (approved: number, asked: number) =>
      `${approved} van ${asked} antwoorden goedgekeurd.`,
    only: 'Alleen wat nog niet is goedgekeurd',
    answer: 'Antwoord',
    choose: 'Kies een antwoord',
    options: { yes: 'Ja', partly: 'Deels', no: 'Nee', not_applicable: 'Niet van toepassing' },
    explanation: 'Toelichting voor de klant',
    approve: 'Goedkeuren',
    again: 'Opnieuw goedkeuren',
    state: {
      draft: 'voorstel',
      approved: 'goedgekeurd',
      lapsed: 'gewijzigd na goedkeuring',
    } as Readonly<Record<string, string>>,
    about: 'Gaat over',
    proof: 'Bewijs',
    unread: (count: number) =>
      count === 1
        ? 'Er is één stuk bijgevoegd dat nog niemand heeft aanvaard; het telt nog niet als bewijs.'
        : `Er zijn ${count} stukken bijgevoegd die nog niemand heeft aanvaard; ze tellen nog niet als bewijs.`,
    noProof: 'Geen bewijs gevonden. Zegt u hier ja, dan berust dat alleen op uw woord.',
    rests: { said: 'gezegd', shown: 'getoond', tested: 'getest' },
    dated: (day: string) => `van ${day}`,
    stale: 'verlopen',
    staleAnswer: 'Iets waarop dit antwoord berust, is verlopen.',
    fresh: (day: string) => `Houdbaar tot ${day}.`,
    unknown: 'De registers zeggen hier niets over.',
    earlier: 'Eerder gezegd',
    use: 'Neem over',
    likeness: (percent: number) => `lijkt ${percent}%`,
    place: (place: string) => `in hun bestand: ${place}`,
    fill: 'Vul het bestand van de klant in',
    filled: (count: number) => `${count} ${count === 1 ? 'cel' : 'cellen'} ingevuld.`,
    left: 'Niet ingevuld',
    because: {
      formula: 'de klant rekent in deze cel',
      taken: 'deze cel is bezet',
      absent: 'deze plaats is niet gevonden',
      no_choice: 'in hun keuzelijst staat niet wat u antwoordt',
      not_approved: 'nog niet goedgekeurd',
    },
    sent: 'Het is verstuurd',
    sentHelp: 'Daarna staan deze antwoorden vast als wat deze klant te horen kreeg.',
    isSent: (day: string) => `Verstuurd op ${day}.`,
  },
  share: {
    preview: 'Zo ziet de klant het',
    notShared:
      'Dit is nog niet gedeeld. Zet het in het register op gedeeld; dan kunt u een link maken.',
    over: 'Deze deling is voorbij.',
    record: 'Kiezen wat u deelt',
    link: 'Link en code maken',
    linkHelp:
      'U ziet ze één keer. Stuur de link per mail en zeg de code op een andere weg. Een eerdere link werkt dan niet meer.',
    code: 'Code',
    copy: 'Kopieer de link',
    copied: 'Gekopieerd',
    revoke: 'Link intrekken',
    revoked: 'Er werkt nu geen link.',
    pack: 'Bewijspakket',
    summary: 'Overzicht als PDF',
    views: 'Wie keek',
    noViews: 'Niemand heeft gekeken.',
    what: {
      shown: 'bekeken',
      code_refused: 'verkeerde code',
      downloaded: 'bewijspakket opgehaald',
    },
  },
  trust: {
    gone: 'Deze link of code werkt niet',
    goneText:
      'Misschien is de code verkeerd getypt, is de termijn voorbij of is de link ingetrokken. Vraag uw leverancier om een nieuwe.',
    title: 'Typ de code',
    text: 'U heeft de code apart van deze link gekregen.',
    code: 'Code',
    open: 'Openen',
    pack: 'Haal het bewijspakket op',
    packHelp:
      'Overzicht, gedeelde stukken en een bladzijde waarmee u ze zonder netwerk controleert.',
  },
}

export type CustomersWords = typeof customersNl
