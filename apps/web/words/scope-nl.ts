// SPDX-License-Identifier: EUPL-1.2

/** Words of the page on whether the law applies; loaded with that page. */
export const scopeNl = {
  title: 'Geldt de wet voor ons?',
  intro:
    'De [[cyberbeveiligingswet|wet]] kijkt naar elke rechtspersoon apart: naar wat hij doet, hoe groot hij is en bij welke [[verbonden_onderneming|groep]] hij hoort. Hieronder staat wat uit uw cijfers volgt, en waarop dat rust.',
  none: 'Er staat nog geen rechtspersoon vast. Vul hieronder de cijfers van uw bedrijf in; het oordeel volgt terwijl u typt.',
  yes: (entity: string) => `Ja. Dit is een ${entity}.`,
  no: 'Nee, de wet geldt niet rechtstreeks.',
  notYet: 'Wij weten dit nog niet.',
  size: (of: {
    readonly staff: string
    readonly turnover: string
    readonly balance: string
    readonly size: string
  }) =>
    `Gerekend met ${of.staff} [[arbeidsjaareenheid|arbeidsjaren]], ${of.turnover} omzet en ${of.balance} balans, de groep meegeteld: een [[omvangscriterium|${of.size}]].`,
  gapsTitle: 'Wat er ontbreekt',
  gaps: {
    jurisdiction: 'In welk land de rechtspersoon gevestigd is.',
    country_without_pack:
      'Voor het land van deze rechtspersoon kent Schouw de wet nog niet. Vraag het daar na.',
    sector: 'Wat de rechtspersoon doet: de bedrijfscode (NACE), de sector of de bijlage.',
    fiscal_years: 'Personeel, omzet en balans van ten minste één boekjaar.',
    relation_figures: (names: string) =>
      `De cijfers van ${names}. Tot die er zijn, kan de omvang alleen maar hoger uitvallen.`,
  },
  questionsTitle: 'Wat alleen u kunt beantwoorden',
  popularTitle: 'Wat u vaak leest',
  popularSame:
    'De bekende vuistregel, één van drie cijfers boven de grens, komt hier op hetzelfde uit. Zij blijft een vuistregel: de wet vraagt 50 arbeidsjaren, of omzet én balans boven 10 miljoen.',
  popularIn: (why: string) =>
    `Volgens de vuistregel, één van drie cijfers boven de grens, zou de wet wel gelden. Dat klopt niet: ${why}.`,
  popularOut: (why: string) =>
    `Volgens de vuistregel, één van drie cijfers boven de grens, zou de wet niet gelden. Dat klopt niet: ${why}.`,
  grounds: 'Waarom deze uitkomst',
  groundColumns: ['Regel', 'Gegevens', 'Artikel', 'Zekerheid'] as [string, string, string, string],
  duties: 'Wat er dan moet',
  dutyColumns: ['Plicht', 'Geldt vanaf', 'Uiterlijk', 'Artikel'] as [
    string,
    string,
    string,
    string,
  ],
  standing: 'doorlopend',
  authorities: 'Met wie u te maken hebt',
  authorityColumns: ['Rol', 'Naam', 'Zekerheid'] as [string, string, string],
  roles: {
    competent_minister: 'Bevoegde minister',
    supervisor: 'Toezichthouder',
    csirt: 'Computercrisisteam (CSIRT)',
    portal: 'Loket voor registreren en melden',
  },
  fines: 'De hoogste boetes',
  finesIntro:
    'Dit zijn de hoogste bedragen die de wet noemt, geen verwachting. Een boete volgt pas na andere stappen en naar omstandigheden.',
  fineColumns: ['Voor', 'Bij', 'Ten hoogste', 'Artikel'] as [string, string, string, string],
  entity: 'het bedrijf',
  boardMember: 'een bestuurder persoonlijk',
  disclaimer: 'De officiële teksten gaan voor. Dit is geen juridisch advies.',
  figures: 'Cijfers en activiteit',
  figuresHelp: 'Het oordeel volgt wat u hier typt. Pas als u bewaart, staat het in het register.',
  whatIf: 'Dit oordeel hoort bij wat u typte en is nog niet bewaard.',
  name: 'Naam van de rechtspersoon',
  nace: 'Bedrijfscode (NACE)',
  naceHelp: 'Zoals 28.93, uit het handelsregister',
  annex: 'Bijlage van de richtlijn',
  annexes: {
    '': 'volgt uit de bedrijfscode',
    annex_i: 'bijlage I',
    annex_ii: 'bijlage II',
    neither: 'geen van beide',
  },
  prior: 'Omvang in eerdere jaren',
  sizes: {
    '': 'niet bekend',
    micro: 'micro',
    small: 'klein',
    medium: 'middelgroot',
    large: 'groot',
  },
  digital: 'Digitale producten',
  year: 'Boekjaar',
  staff: 'Arbeidsjaren',
  turnover: 'Omzet in euro’s',
  balance: 'Balans in euro’s',
  addYear: 'Boekjaar toevoegen',
  badYear:
    'Een boekjaar telt pas met vier getallen: jaar, arbeidsjaren, omzet en balans, zoals 2025, 62,5, 14000000 en 9000000.',
  save: 'Bewaren bij de rechtspersoon',
  saved: 'Bewaard. Het oordeel rust nu op het register.',
  group: 'Verhoudingen in de groep legt u vast bij',
  groupLink: 'de groep',
  recheck:
    'Cijfers of activiteiten zijn sinds de laatste vaststelling gewijzigd. Leg het oordeel opnieuw aan het bestuur voor.',
  other: (was: string, is: string) =>
    `In het register staat: ${was}. Uit de cijfers volgt nu: ${is}.`,
  states: {
    scope_open: 'nog niet vastgesteld',
    scope_concluded: 'vastgesteld',
    scope_lapsed: 'vaststelling vervallen',
  } as Readonly<Record<string, string>>,
  self: 'Wat de zelfevaluatie van de overheid zei',
  selfIntro:
    'Doe ook de [[zelfevaluatie|zelfevaluatie]] van de overheid en leg haar uitkomst hier naast de onze. Bewaar de afdruk als bewijs.',
  selfNone: 'Nog niet vastgelegd.',
  selfSame: 'Dat komt overeen met het oordeel hierboven.',
  selfOther:
    'Dat wijkt af van het oordeel hierboven. Zoek uit welk gegeven anders is en leg het verschil uit in het besluit.',
  outcome: 'Uitkomst',
  outcomes: {
    essential: 'essentiële entiteit',
    important: 'belangrijke entiteit',
    out_of_scope: 'valt er niet onder',
    undecided: 'onbeslist',
  },
  doneOn: 'Gedaan op',
  file: 'Afdruk of schermafbeelding',
  fileHelp: 'Zonder bestand telt de uitkomst als gezegd, niet als getoond.',
  selfSave: 'Uitkomst vastleggen',
  selfName: (entity: string) => `Zelfevaluatie reikwijdte: ${entity}`,
  selfText: (outcome: string) => `De zelfevaluatie van de overheid gaf als uitkomst: ${outcome}.`,
  decide: 'Laat het bestuur dit vaststellen',
  decideIntro:
    'Een oordeel over de reikwijdte is een besluit met datum. Schouw zet een concept klaar met de berekening erbij.',
  makeDraft: 'Conceptbesluit maken',
  drafts: 'Besluiten hierover',
  conclude: 'Vaststellen bij de rechtspersoon',
  concludeText: 'Een bestuurder bevestigt dit als tweede persoon.',
  concludeWaits: 'Dit wacht nu op een bestuurder.',
  draft: {
    name: (entity: string) => `Reikwijdte van de wet: ${entity}`,
    questionIn: (entity: string, verdict: string) =>
      `Stelt het bestuur vast dat ${entity} een ${verdict} is, met de plichten die daarbij horen?`,
    questionOut: (entity: string) =>
      `Stelt het bestuur vast dat ${entity} niet rechtstreeks onder de wet valt?`,
    calculation: 'Berekening',
    groundsTitle: 'Gronden',
    gapsTitle: 'Nog niet bekend',
    ifYes:
      'De conclusie staat vast met datum en gronden, en wordt opnieuw bekeken zodra cijfers of activiteiten wijzigen.',
    ifNo: 'Het oordeel gaat terug met de vraag welk gegeven niet klopt.',
    ifNothing:
      'De plichten van de wet gelden hoe dan ook; alleen ontbreekt het bewijs dat het bestuur ernaar keek.',
  },
  bounds: 'Wat wel en niet onder de wet valt',
  boundColumns: ['Wat', 'Soort', 'Uitkomst', 'Reden'] as [string, string, string, string],
  kinds: {
    'legal-entity': 'rechtspersoon',
    site: 'locatie',
    brand: 'merk',
    supplier: 'ketenpartner',
  },
  partner: {
    essential: 'valt zelf onder de wet; u weegt het risico en legt afspraken vast',
    important: 'valt zelf onder de wet; u weegt het risico en legt afspraken vast',
    no: 'valt zelf niet onder de wet; uw eisen gelden alleen via het contract',
    unknown: 'of deze zelf onder de wet valt, is niet bekend; vraag het',
  },
  in: 'binnen',
  out: 'buiten',
  follows: (entity: string) => `volgt ${entity}`,
  noEntity: 'hoort nog bij geen rechtspersoon',
  customersTitle: 'Wat uw klanten zullen vragen',
  customersIntro:
    'Klanten die wel onder de wet vallen, moeten de risico’s van hun leveranciers wegen (art. 21 lid 3 onder d). Zij vragen u vrijwel zeker dit. Wie de antwoorden heeft voordat de vraag komt, houdt de klant.',
  chain: {
    answer: 'Beantwoord een vragenlijst of deel een bewijspagina',
    customers: 'Uw klanten',
    noCustomers: 'Nog geen contract met een klant: voeg het eerste toe',
    you: 'U',
    youText: 'leverancier in hun keten',
    suppliers: 'Uw kritieke leveranciers',
    noSuppliers: 'Nog geen leverancier is kritiek genoemd',
    more: (count: number) => `en nog ${count}`,
    columns: ['Wat zij vragen', 'Staat het bij u vast?'],
    ready: 'ja',
    open: 'nog niet',
    steps: 'Waar u begint',
    stepsText: 'Twaalf stappen in negentig dagen, geteld uit wat er bij u vaststaat.',
    questions: {
      contact: 'Wie gaat bij u over beveiliging, en waar melden wij iets?',
      notice: 'Hoe snel meldt u een incident dat ons raakt?',
      measures: 'Welke maatregelen hebt u genomen, en waarop rust dat?',
      policies: 'Hebt u beleid, en wie keurde het goed?',
      remote: 'Hoe komt u op afstand bij onze machines, en wie mag dat?',
      components: 'Welke software zit er in uw machines, en hoe lang werkt u die bij?',
      recovery: 'Kunt u terugkomen na een aanval: wanneer is een kopie voor het laatst teruggezet?',
      exercise: 'Hebt u geoefend, en wat leerde u daarvan?',
      suppliers: 'Van wie hangt u zelf af, en wat eist u van hen?',
      proof: 'Welk bewijs hebt u: een certificaat, een audit, een nulmeting?',
    },
  },
}

export type ScopeWords = typeof scopeNl
