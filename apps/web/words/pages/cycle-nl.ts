// SPDX-License-Identifier: EUPL-1.2

export const cycleNl = {
  title: 'De jaarronde',
  intro:
    'Plannen, doen, nagaan, bijstellen: wat er dit jaar terugkomt, wat er uit audits bleef staan en wat het bestuur zelf bespreekt.',
  late: (count: number) =>
    count === 0
      ? 'Er is niets te laat.'
      : count === 1
        ? 'Eén ding is te laat.'
        : `${count} dingen zijn te laat.`,
  openFindings: (count: number) =>
    count === 1 ? 'Er staat één bevinding open.' : `Er staan ${count} bevindingen open.`,
  lateWord: 'te laat',
  noDay: 'geen dag afgesproken',
  nobody: 'niemand',
  none: '–',
  audits: {
    title: 'Auditplan',
    empty:
      'Een audit is een blik van iemand die het werk niet zelf deed. Plan er ten minste één per jaar, over een deel van de maatregelen; na drie jaar is alles een keer bekeken.',
    new: 'Audit plannen',
    columns: {
      name: 'Audit',
      type: 'Soort',
      state: 'Stand',
      on: 'Wanneer',
      findings: 'Bevindingen',
    },
    findings: (open: number, all: number) =>
      all === 0 ? 'geen' : open === 0 ? `${all}, alle opgelost` : `${all}, waarvan ${open} open`,
    next: (day: string) => `volgende: ${day}`,
  },
  improvements: {
    title: 'Verbeterlijst',
    empty: 'Er zijn geen bevindingen. Na een audit, oefening of incident komen ze hier te staan.',
    new: 'Bevinding vastleggen',
    action: 'Actie erbij',
    closed: (count: number) =>
      count === 1 ? 'Eén bevinding is opgelost' : `${count} bevindingen zijn opgelost`,
    columns: {
      name: 'Bevinding',
      severity: 'Ernst',
      state: 'Stand',
      owner: 'Eigenaar',
      due: 'Uiterlijk',
      actions: 'Acties',
    },
    rest: (count: number) => `Nog ${count} open bevindingen`,
    noAction: 'nog geen actie',
  },
  review: {
    title: 'Directiebeoordeling',
    intro:
      'Het bestuur bekijkt zelf of de aanpak werkt. Dit staat dan op tafel; de nummers zijn die van ISO/IEC 27001:2022.',
    never: 'Er is nog geen directiebeoordeling vastgelegd.',
    last: (day: string) => `Laatst gehouden op ${day}.`,
    next: (day: string) => `De volgende staat op ${day}.`,
    nextLate: (day: string) => `Gepland op ${day}, en nog niet gehouden.`,
    noNext: 'Er is er geen gepland.',
    noMinutes: 'De notulen zijn er nog niet bij.',
    plan: 'Beoordeling plannen',
    on: 'Dag',
    name: (year: string) => `Directiebeoordeling ${year}`,
    planned: 'Gepland, met deze agenda.',
    columns: {
      number: 'Nummer',
      subject: 'Wat op tafel ligt',
      last: 'Laatste keer',
      source: 'Uit de registers',
    },
    covered: 'besproken',
    notCovered: 'niet op de agenda',
    points: {
      '9.3.2 a': 'Wat er kwam van wat vorige keer is afgesproken',
      '9.3.2 b': 'Wat er buiten en binnen het bedrijf veranderde',
      '9.3.2 c': 'Wat klanten, overheid en anderen nu verwachten',
      '9.3.2 d 1': 'Wat niet klopte en wat eraan is gedaan',
      '9.3.2 d 2': 'Wat er is gemeten: de kengetallen',
      '9.3.2 d 3': 'Wat audits lieten zien',
      '9.3.2 d 4': 'Of de doelen zijn gehaald',
      '9.3.2 e': 'Wat anderen van de beveiliging merkten en zeiden',
      '9.3.2 f': 'De risico’s en hoe ver hun behandeling is',
      '9.3.2 g': 'Wat beter kan',
    },
    sources: {
      actions: 'acties',
      scope: 'de wet en uw cijfers',
      suppliers: 'contracten',
      findings: 'bevindingen',
      kpis: 'kengetallen',
      audits: 'audits',
      measures: 'zorgplichten',
      incidents: 'incidenten en meldingen',
      risks: 'risico’s',
      improvements: 'de verbeterlijst',
    },
  },
  calendar: {
    title: 'Wat wanneer komt',
    empty: 'Er staat nog niets op de kalender. Plan een audit, oefening, training of beoordeling.',
    lateTitle: 'Te laat',
    what: { planned: 'gepland', again: 'opnieuw', review: 'herzien' },
    later: 'Later',
    undated: (count: number) =>
      count === 1
        ? 'Eén beleidsstuk heeft geen dag van herziening.'
        : `${count} beleidsstukken hebben geen dag van herziening.`,
  },
}

export type CycleWords = typeof cycleNl
