// SPDX-License-Identifier: EUPL-1.2

export const risksNl = {
  title: 'Risico’s in euro',
  answer: (mean: string, ten: string) =>
    `Gemiddeld kosten uw risico’s ${mean} per jaar; eens in de tien jaar is het ${ten} of meer.`,
  answerLater: (count: number, mean: string, ten: string) =>
    `Met ${count === 1 ? 'deze maatregel' : `deze ${count} maatregelen`} wordt dat ${mean}, en ${ten}.`,
  home: {
    now: (mean: string) => `Gemiddeld ${mean} per jaar.`,
    later: (count: number, mean: string) =>
      count === 1
        ? `Met de voorgestelde maatregel ${mean}.`
        : `Met de ${count} voorgestelde maatregelen ${mean}.`,
  },
  appetite: {
    none: 'Het bestuur heeft nog geen grens in euro per jaar gezet.',
    set: 'Zet de grens',
    within: (of: number) =>
      of === 1 ? 'Binnen de grens van het bestuur.' : `Binnen alle ${of} grenzen van het bestuur.`,
    broken: (broken: number, of: number) =>
      of === 1
        ? 'Boven de grens van het bestuur.'
        : `Boven ${broken} van de ${of} grenzen van het bestuur.`,
    mean: (limit: string) => `gemiddeld jaar hooguit ${limit}`,
    point: (years: string, limit: string, chance: string) =>
      `eens in de ${years} jaar hooguit ${limit}; kans op meer: ${chance}`,
    later: (broken: number, of: number) =>
      broken === 0
        ? 'Met deze maatregelen: geen enkele.'
        : `Met deze maatregelen: ${broken} van de ${of}.`,
    over: 'erboven',
    kept: 'erbinnen',
    title: 'Wat het bestuur kan dragen',
    decision: 'Besluit',
    change: 'Grens voorstellen',
  },
  missing: (left: number, all: number) =>
    `${left} van ${all} ${all === 1 ? 'risico telt' : 'risico’s tellen'} niet mee: er is geen schatting van hoe vaak of hoeveel. De bedragen hieronder zijn dus te laag.`,
  partly: (count: number) =>
    `Bij ${count} ${count === 1 ? 'risico' : 'risico’s'} is de schade een deel: van iets wat stilvalt, kennen wij de kosten per uur of de duur niet.`,
  hidden: 'U ziet niet alle registers; wat daarop rust, ontbreekt hier.',
  nothing: {
    title: 'Nog geen bedrag te noemen',
    text: 'Van geen enkel risico is bekend hoe vaak het voorkomt én wat het kost. Dat is iets anders dan nul.',
    how: 'Vul per risico in hoe vaak per jaar u het verwacht: een laag en een hoog getal waartussen het in negen van de tien gevallen ligt. De schade volgt uit uw schatting, of uit uren stilstand maal kosten per uur van het proces.',
    none: 'Er staan nog geen risico’s in het register.',
    add: 'Risico toevoegen',
  },
  running: (done: number, of: number) => `Bezig met rekenen: ${done} van ${of} blokken`,
  whatIf: 'Wat als',
  whatIfHelp:
    'Zet maatregelen aan of uit; de gestippelde lijn is zonder. Hiermee verandert er niets in het register.',
  noTreatments:
    'Er zijn nog geen behandelingen. Leg bij een risico vast wat u kunt doen, wat het kost en wat er overblijft.',
  addTreatment: 'Behandeling toevoegen',
  quick: 'Voorlopig, uit 10.000 jaren',
  inEstimate: 'zit al in de schatting',
  withoutEffect: 'zegt niet wat er overblijft',
  costless: (count: number) =>
    `Van ${count} gekozen ${count === 1 ? 'maatregel' : 'maatregelen'} zijn de kosten niet bekend.`,
  plan: {
    nothing: 'Niets',
    asChosen: 'Zoals gekozen',
    everything: 'Alles',
    budget: 'Budget eerste jaar, €',
    noBudget: 'geen grens',
    budgetWrong: 'Verwacht: hele euro’s, 0 of meer, zoals 150000',
    years: 'Over jaren',
    yearsWrong: 'Verwacht: 1 tot en met 20',
    best: 'Beste keus',
    noneWorth: 'Binnen dit budget is niets zijn geld waard.',
    bestIs: (count: number, cost: string, net: string, years: number) =>
      `Beste keus: ${count} ${count === 1 ? 'maatregel' : 'maatregelen'} voor ${cost} in het eerste jaar; houdt in ${years} jaar ${net} over.`,
    exact: 'Er is geen betere combinatie.',
    bound: (eur: string) => `Geen combinatie houdt meer dan ${eur} over.`,
    unknown: (count: number) =>
      `${count} ${count === 1 ? 'maatregel telt' : 'maatregelen tellen'} niet mee: kosten of effect onbekend.`,
    together: (count: number, avoided: string) =>
      `${count} ${count === 1 ? 'maatregel voorkomt' : 'maatregelen voorkomen'} samen gemiddeld ${avoided} per jaar.`,
    costs: (once: string, yearly: string) => `Kosten: ${once} eenmalig en ${yearly} per jaar.`,
  },
  options: {
    title: 'Maatregelen naar wat ze opbrengen',
    help: (years: number) =>
      `Wat elke maatregel alleen voorkomt, boven op wat al gekozen is. Eenmalige kosten tellen over ${years} jaar.`,
    measure: 'Maatregel',
    avoided: 'Voorkomt per jaar',
    once: 'Eenmalig',
    yearly: 'Per jaar',
    perEuro: 'Voorkomt per euro',
    paysBack: 'Terugverdiend in',
    years: (years: string) => `${years} jaar`,
    never: 'nooit',
    chosen: 'gekozen',
    refused: 'Afgewezen, en wat dat kost',
    refusedCosts: (eur: string) => `had gemiddeld ${eur} per jaar voorkomen`,
    refusedUnknown: 'wat dit had voorkomen, is niet bekend',
  },
  proposals: {
    title: 'Voorstellen',
    help: 'Wat is gemeten, gemist of kan gebeuren, en waar nog geen risico bij hoort. Neem over of wijs af met reden; beide blijven bewaard.',
    none: 'Er ligt geen voorstel.',
    from: {
      finding: 'Uit bevindingen',
      restore_test: 'Uit hersteltesten',
      hazard: 'Uit de lijst van alle gevaren',
    },
    restoreTest: (system: string) => `Herstel van ${system} is gemist of mislukt`,
    severity: { low: 'laag', medium: 'middel', high: 'hoog', critical: 'kritiek' } as Readonly<
      Record<string, string>
    >,
    grounds: 'Blijkt uit:',
    reason: 'Waarom niet',
    accept: 'Overnemen',
    reject: 'Afwijzen',
    back: 'Terug',
    failed: 'Dit is niet vastgelegd. Mogelijk mag u dit niet, of staat het er al.',
    showAll: (count: number) => `Alle ${count} tonen`,
  },
  top: 'Grootste risico’s',
  columns: {
    risk: 'Risico',
    times: 'Keer per jaar',
    loss: 'Schade per keer',
    hours: 'Stilstand',
    expected: 'Gemiddeld per jaar',
    trail: 'Spoor',
  },
  from: { said: 'gezegd', outage: 'uit uren stilstand' },
  basis: { said: 'gezegd', tested: 'gemeten bij een hersteltest' },
  unknown: 'niet geschat',
  accepted: (until: string) => `geaccepteerd tot ${until}`,
  lapsed: 'acceptatie vervallen',
  toTrail: 'Van pakket tot euro',
  matrix: {
    title: 'Kans en gevolg',
    view: 'Bekijk',
    views: {
      own: 'Raster van kans en gevolg',
      iso_27005: 'Per apparaat (ISO/IEC 27005)',
      iec_62443_3_2: 'Per zone (IEC 62443-3-2)',
      bow_tie: 'Vlinderdas van één risico',
    },
    practice: 'Oefen met schatten: tien vragen',
    zone: 'Zone',
    asset: 'Apparaat',
    needs: 'Nodig (SL-T)',
    has: 'Bereikt (SL-A)',
    notSet: 'niet gesteld',
    below: 'te laag',
    risks: 'Risico’s, kans × gevolg',
    risk: 'Risico',
    none: 'geen risico',
    noAssets: 'Geen risico noemt een apparaat.',
    more: (count: number) => `nog ${count}`,
    causes: 'Oorzaken',
    prevents: 'Houdt tegen',
    softens: 'Beperkt',
    consequences: 'Gevolgen',
    notSaid: 'niet vastgelegd',
    noBarrier: 'niets',
    proposed: 'voorgesteld',
    scale: 'Schaal',
    scales: {
      likelihood: 'Kans',
      continuity: 'Continuïteit',
      money: 'Geld',
      reputation: 'Naam en klanten',
      safety_of_people: 'Veiligheid van mensen',
      environment: 'Milieu',
    },
    ownSteps: 'Wat de stappen bij u betekenen',
    usualSteps: 'Wat de stappen betekenen: een voorbeeld, u hebt nog geen eigen',
    changeSteps: 'Stappen wijzigen',
    takeOver: 'Neem dit als begin over',
    takenOver: 'Vastgelegd, of wacht op het bestuur.',
    notTaken: 'Dit is niet vastgelegd. Mogelijk mag u dit niet.',
  },
  sensitivity: 'Welke schatting telt het meest',
  sensitivityHelp:
    'Het gemiddelde per jaar van dit risico als alleen deze schatting aan haar lage of hoge kant ligt.',
  swing: { frequency: 'hoe vaak', loss_eur: 'schade per keer' },
  checks: 'Wat niet klopt of ontbreekt',
  noChecks: 'Niets gevonden.',
  check: {
    crown_jewel_without_risk: 'Kroonjuweel zonder risico',
    risk_without_owner: 'Risico zonder eigenaar',
    measure_without_risk: 'Maatregel die bij geen risico hoort',
    inverted_range: 'Laag en hoog staan omgekeerd',
    one_end: 'Maar één kant van het bereik is gegeven',
    cost_parts_inverted: 'Een deel van de kosten per uur heeft laag en hoog omgekeerd',
    cost_parts_differ: 'De kosten per uur liggen buiten wat de delen samen zijn',
    absurd_estimate: 'Deze schatting kan niet',
    loss_below_outage: 'De schade is lager dan wat de uren stilstand alleen al kosten',
    circular_dependency: 'Dit proces hangt uiteindelijk van zichzelf af',
    treatment_without_effect: 'Behandeling zegt niet wat er overblijft',
    treatment_worsens: 'Na deze behandeling zou het risico groter zijn',
    likelihood_below_findings: 'Kans 1 of 2, terwijl er een ernstige bevinding openstaat',
    acceptance_over: 'Acceptatie geldt niet meer',
  },
  accept: {
    ask: 'Acceptatie vragen',
    help: (version: number) =>
      `Dit geldt voor het risico zoals het nu is, versie ${version}. Wordt het zwaarder, dan vervalt de acceptatie.`,
    reason: 'Waarom',
    until: 'Tot en met',
    condition: 'Voorwaarde',
    asked: 'Gevraagd. Een bestuurder keurt goed.',
    failed: 'Dit is niet vastgelegd. Mogelijk mag u dit niet, of is het al gevraagd.',
  },
  reproduce: {
    title: 'Reken het na',
    text: 'Haal de invoer op en laat de opdracht draaien: er komt hetzelfde uit, tot op de cent.',
  },
  proof: (years: string, seed: number, model: string) =>
    `${years} gesimuleerde jaren, seed ${seed}, model ${model}.`,
  digest: 'Vingerafdruk van de invoer',
  input: 'Invoer voor schouw simulate',
  trail: {
    title: 'Van pakket tot euro',
    steps: {
      frames: 'Pakket',
      path: 'Weg naar het kroonjuweel',
      findings: 'Bevinding',
      assets: 'Apparaat',
      zones: 'Zone',
      crown_jewels: 'Kroonjuweel',
      processes: 'Proces',
      risk: 'Risico',
      euros: 'Euro',
      treatments: 'Behandeling',
      measures: 'Maatregel',
      actions: 'Actie',
      acceptances: 'Acceptatie',
      decisions: 'Besluit',
    },
    none: 'niets vastgelegd',
    test: 'Getoetst aan:',
    noFrames: 'rust niet op netwerkverkeer',
    noPath: 'de registers sluiten niet op elkaar aan',
    more: (count: number) => `nog ${count}`,
    perHour: (amount: string) => `${amount} per uur stilstand`,
    perDay: (amount: string) => `${amount} per dag stilstand`,
    back: 'Alle risico’s',
  },
}

export type RiskWords = typeof risksNl
