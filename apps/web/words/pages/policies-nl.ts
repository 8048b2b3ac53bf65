// SPDX-License-Identifier: EUPL-1.2

export const policiesNl = {
  title: 'Beleid',
  intro:
    'Wat u met elkaar hebt afgesproken: welke tekst geldt, wie hem vaststelde, wanneer u hem herziet en wie hem heeft gelezen.',
  summary: (of: { readonly all: number; readonly held: number }) =>
    of.all === 1
      ? `Er is één beleidsstuk; ${of.held === 1 ? 'de nieuwste tekst is vastgesteld' : 'de nieuwste tekst is niet vastgesteld'}.`
      : `Van ${of.all} beleidsstukken ${of.held === 1 ? 'is' : 'zijn'} er ${of.held} met de nieuwste tekst vastgesteld.`,
  lapsed: (count: number) =>
    count === 1
      ? 'Van één stuk ligt een nieuwere tekst waarvoor nog geen akkoord is.'
      : `Van ${count} stukken ligt een nieuwere tekst waarvoor nog geen akkoord is.`,
  late: (count: number) =>
    count === 1
      ? 'Eén stuk is over zijn herzieningsdatum.'
      : `${count} stukken zijn over hun herzieningsdatum.`,
  columns: {
    name: 'Beleid',
    standing: 'Stand',
    version: 'Geldende versie',
    owner: 'Eigenaar',
    review: 'Herzien voor',
    read: 'Gelezen',
  },
  standing: {
    no_text: 'nog geen tekst',
    not_approved: 'nog niet vastgesteld',
    in_force: 'vastgesteld',
    newer_waits: 'akkoord geldt niet voor de nieuwste tekst',
    expired: 'geldigheid voorbij',
  },
  marks: { no_text: '–', not_approved: '▲', in_force: '●', newer_waits: '▲', expired: '■' },
  none: '–',
  nobody: 'niemand',
  noReview: 'niet afgesproken',
  lateOn: (day: string) => `${day}, te laat`,
  read: (read: number, asked: number, day: string) => `${read} van ${asked} (${day})`,
  notAsked: 'niet gevraagd',
  overdue: (count: number) => (count === 1 ? '1 te laat' : `${count} te laat`),
  start: {
    title: 'Wat er nog niet is',
    empty:
      'Beleid is wat het bestuur vaststelt en mensen lezen. Goed beleid past op een paar bladzijden, noemt wie wat beslist en heeft een datum waarop u het herziet. De wet verwacht beleid over deze onderwerpen. Titels en doel staan klaar; de tekst schrijft u zelf.',
    some: 'Over deze onderwerpen verwacht de wet beleid, en u hebt er nog geen stuk van.',
    button: (count: number) =>
      count === 1 ? 'Maak dit stuk aan' : `Maak deze ${count} stukken aan`,
    done: 'Aangemaakt. Geef elk stuk een eigenaar en een tekst.',
    new: 'Ander beleidsstuk',
  },
  one: {
    all: 'Al het beleid',
    purpose: 'Waarvoor het is',
    noPurpose: 'Nog niet beschreven.',
    facts: 'Gegevens',
    register: 'In het register',
    texts: 'Versies',
    noTexts:
      'Er is nog geen tekst. Voeg hieronder de eerste toe; u kunt typen of een bestand kiezen.',
    version: (version: string) => `Versie ${version}`,
    from: (day: string) => `geldt vanaf ${day}`,
    decision: 'Besluit van het bestuur',
    noDecision: 'Er is geen besluit van het bestuur bij genoemd.',
    held: 'Dit is de tekst die geldt.',
    lapsed:
      'Het akkoord van het bestuur gaat over de versie hieronder. Voor deze nieuwere tekst is het er nog niet.',
    changes: 'Wat er anders is',
    ask: 'Aan het bestuur voorleggen',
    asked: 'Voorgelegd. Vul op het besluit aan wat er bij ja en bij nee gebeurt.',
    toDecision: 'Naar het besluit',
    adopt: 'Als vastgesteld vastleggen',
    adoptHelp: 'Kan zodra het bestuur heeft ingestemd; een bestuurder bevestigt.',
    waits: 'Wacht op de bevestiging van een bestuurder.',
    notDecided: 'Het bestuur heeft nog niet ingestemd.',
    replace: 'Als vervangen vastleggen',
    question: (name: string, version: string) =>
      `Stelt het bestuur “${name}”, versie ${version}, vast?`,
    decisionName: (name: string, version: string) => `Vaststellen: ${name} ${version}`,
    ifYes:
      'De tekst geldt vanaf de genoemde dag, vervangt de vorige en wordt voorgelegd aan wie het aangaat.',
    ifNo: 'De vorige tekst blijft gelden, of er is geen beleid; de indiener past de tekst aan.',
  },
  add: {
    title: 'Nieuwe versie',
    version: 'Nummer',
    versionHelp: 'Bijvoorbeeld 1.0',
    text: 'Tekst',
    textHelp: 'Wordt bewaard als bestand, met zijn vingerafdruk. Zo staat vast wat is vastgesteld.',
    file: 'Of een bestand',
    summary: 'In het kort',
    summaryHelp: 'Drie zinnen. Dit ziet een lezer het eerst.',
    changes: 'Wat er anders is dan de vorige',
    from: 'Geldt vanaf',
    save: 'Als concept bewaren',
    needs: 'Typ een tekst of kies een bestand.',
    language: 'Taal van de tekst',
  },
  readers: {
    title: 'Wie heeft het gelezen',
    count: (read: number, asked: number, day: string) =>
      `${read} van ${asked} gevraagde mensen hebben deze versie gelezen (${day}).`,
    none: 'Aan niemand is gevraagd deze versie te lezen.',
    only: 'Lezen vraagt u van de versie die geldt.',
    audience: 'Wie vraagt u',
    audiences: {
      all: 'alle eigen mensen',
      it: 'wie in IT werkt',
      ot: 'wie in de fabriek werkt',
      office: 'wie op kantoor werkt',
      board: 'het bestuur',
    },
    due: 'Uiterlijk',
    days: 'Link geldig, in dagen',
    ask: 'Vraag te lezen',
    help: 'Wie een account heeft, ziet het daar. Ieder ander krijgt een persoonlijke link: die opent deze tekst en niets anders.',
    told: (of: { readonly asked: number; readonly already: number; readonly mailed: number }) =>
      `Gevraagd: ${of.asked}. Al eerder gevraagd: ${of.already}. Per mail: ${of.mailed}.`,
    remind: 'Herinner wie nog niet las',
    links: 'Geef deze links zelf door. U ziet ze maar één keer.',
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    columns: { name: 'Naam', state: 'Stand', how: 'Langs', act: 'Link' },
    state: {
      read: (at: string) => `gelezen op ${at}`,
      asked: (at: string) => `gevraagd op ${at}`,
      withdrawn: 'niet meer nodig',
    },
    late: 'te laat',
    account: 'account',
    personal: 'persoonlijke link',
    link: {
      open: (until: string) => `open tot ${until}`,
      expired: 'verlopen',
      revoked: 'ingetrokken',
    },
    opened: 'bekeken',
    renew: 'Nieuwe link',
    revoke: 'Intrekken',
    letOff: 'Hoeft niet',
    letOffWhy: 'Waarom hoeft deze persoon niet te lezen?',
  },
}

export type PoliciesWords = typeof policiesNl
