// SPDX-License-Identifier: EUPL-1.2

export const kpisNl = {
  title: 'Kengetallen',
  intro:
    'Waar het bestuur op stuurt. Schouw telt zelf wat uit de registers te tellen is; wat niemand weet, is nooit groen.',
  summary: (of: { readonly off: number; readonly unknown: number; readonly all: number }) =>
    `Van ${of.all} kengetallen wijken er ${of.off} af; van ${of.unknown} is de stand niet bekend.`,
  defaults:
    'Grenzen met een * zijn een voorzet van Schouw. Geen wet stelt ze; het bestuur stelt zijn eigen grenzen vast.',
  columns: {
    figure: 'Kengetal',
    value: 'Waarde',
    limits: 'Grenzen',
    unit: 'Eenheid',
    standing: 'Stand',
    trend: 'Verloop',
    source: 'Rust op',
    work: 'Werk',
  },
  units: {
    percent: '%',
    count: '',
    hours: 'uur',
    days: 'dagen',
    months: 'maanden',
    euro: '€',
    level: '',
  } as Readonly<Record<string, string>>,
  of: (part: string, whole: string) => `${part} van ${whole}`,
  missing: (count: number) =>
    count === 1 ? 'van 1 is niets bekend' : `van ${count} is niets bekend`,
  marks: { green: '●', amber: '▲', red: '■', unknown: '?', no_limit: '–' },
  green: (side: string, limit: string) => `groen: ${side} ${limit}`,
  amber: (side: string, limit: string) => `oranje: ${side} ${limit}`,
  atMost: 'hoogstens',
  atLeast: 'minstens',
  byBoard: (since: string) => `bestuursbesluit van ${since}`,
  byBoardUndated: 'door het bestuur gesteld',
  asked: 'andere grenzen liggen voor',
  counted: 'geteld',
  said: 'opgegeven',
  evidence: { said: 'gezegd', shown: 'getoond', tested: 'getoetst' },
  on: (day: string) => `stand van ${day}`,
  window: (from: string) => `telt vanaf ${from}`,
  from: 'Geteld uit',
  off: (count: number) =>
    count === 1
      ? 'Dit trekt het getal omlaag of is onbekend'
      : `Deze ${count} bepalen de afwijking`,
  more: (count: number) => `en nog ${count}`,
  notCounted: {
    no_known_exploited:
      'Nog niet te tellen: daarvoor moet bij elk lek bekend zijn of er misbruik van is. Leg de waarde met bewijs vast.',
    own_figure: 'Een eigen kengetal: u legt de waarde zelf vast, met bewijs.',
  },
  noData: 'De registers bevatten hier nog niets over.',
  trendOf: (name: string) => `Verloop van ${name}`,
  trendText: (values: string) => `Van oud naar nieuw: ${values}.`,
  noTrend: 'nog geen verloop',
  when: 'Dag',
  defined: 'Zo wordt geteld',
  record: 'Waarde vastleggen',
  adopt: 'In gebruik nemen',
  adoptHelp: 'Komt in het register, zodat u grenzen kunt voorleggen en werk kunt uitzetten.',
  deviations: (count: number) =>
    count === 1 ? 'Eén afwijking vraagt iets' : `${count} afwijkingen vragen iets`,
  open: 'Zet actie uit',
  openName: (name: string) => `${name} terug binnen de grens brengen`,
  openText: (of: { readonly name: string; readonly value: string; readonly limit: string }) =>
    `${of.name} staat op ${of.value}; de grens is ${of.limit}.`,
  waits: (due: string) => `Er wordt aan gewerkt, klaar vóór ${due}:`,
  waitsUndated: 'Er wordt aan gewerkt:',
  close: 'Weer binnen de grens. Rond de actie af:',
  action: 'de actie',
  propose: 'Grenzen voorleggen aan het bestuur',
  proposeHelp:
    'Vink aan welke kengetallen het bestuur krijgt voorgelegd en pas de grenzen aan. Ze gelden vanaf de dag van het besluit, zonder dat iemand iets overneemt.',
  include: (name: string) => `Leg ${name} voor`,
  greenLimit: 'Groen',
  amberLimit: 'Oranje',
  limitOf: (which: string, name: string) => `${which} van ${name}`,
  decideBy: 'Besluit nodig vóór',
  table: (count: number) =>
    count === 1 ? 'Leg grenzen van 1 kengetal voor' : `Leg grenzen van ${count} kengetallen voor`,
  wrongLimits:
    'Bij een kengetal ligt oranje aan de verkeerde kant van groen, of ontbreekt een getal.',
  busy: (done: number, all: number) => `Kengetal ${done} van ${all} in het register`,
  question: (count: number) =>
    count === 1
      ? 'Stelt het bestuur de grenzen van dit kengetal vast?'
      : `Stelt het bestuur de grenzen van deze ${count} kengetallen vast?`,
  decisionName: 'Grenzen van de kengetallen',
  ifYes:
    'De grenzen gelden vanaf vandaag. Wat erbuiten valt, staat voorop bij het bestuur en krijgt een actie.',
  ifNo: 'De kengetallen blijven staan tegen een voorzet waar het bestuur niet voor koos.',
  ifNothing: 'Er wordt gestuurd op grenzen die niemand heeft vastgesteld.',
  waitsForBoard: 'Het besluit ligt klaar:',
  enter: {
    title: (name: string) => `Waarde van ${name}`,
    value: 'Waarde',
    from: 'Van',
    to: 'Tot en met',
    how: 'Hoe is dit vastgesteld?',
    proof: 'Bewijs',
    proofHelp: 'Een rapport, uitdraai of schermafdruk waaruit het getal blijkt.',
    save: 'Leg vast',
  },
  homeDefaults: (count: number) =>
    count === 1
      ? 'Eén kengetal wijkt af van de voorzet; het bestuur stelde daar nog geen grens.'
      : `${count} kengetallen wijken af van de voorzet; het bestuur stelde daar nog geen grenzen.`,
}

export type KpiWords = typeof kpisNl
