// SPDX-License-Identifier: EUPL-1.2

export const meetNl = {
  title: 'Vergaderingen',
  intro:
    'Wie er was, wat op tafel lag, wat er gezegd en besloten is. Een vergadering legt het rapport vast bij een regel van het logboek; daarna verandert het niet meer.',
  none: 'Er is nog geen vergadering gepland.',
  new: 'Vergadering plannen',
  all: 'Alle vergaderingen',
  planned: (date: string) => `Gepland op ${date}`,
  held: (date: string) => `Gehouden op ${date}, volgens de notulen`,
  recorded: (date: string) => `laatst vastgelegd op ${date}`,
  pack: 'Bestuursrapport (PDF)',
  papers: 'Andere stukken: vijf vragen, directiebeoordeling, verzekeraar, mijn dossier',
  freeze: 'Leg vast wat op tafel ligt',
  freezeWhy:
    'Het rapport wordt gemaakt bij de huidige regel van het logboek en bewaard bij deze vergadering.',
  frozen: (size: string) => `Op tafel lag de stand bij regel ${size} van het logboek.`,
  who: 'Wie er is',
  present: 'aanwezig',
  absent: 'afwezig',
  proxyOf: 'met volmacht aan',
  noProxy: 'geen volmacht',
  nobody: 'In het register is niemand in dit orgaan benoemd.',
  quorum: (have: number, needed: number, entitled: number) =>
    `${have} van ${entitled} leden, nodig ${needed}`,
  hasQuorum: 'er is quorum',
  noQuorum: 'geen quorum: er kan niet besloten worden',
  save: 'Aanwezigheid bewaren',
  begin: 'Vergadering is begonnen',
  agenda: 'Agenda',
  agendaNone: 'Er staat nog niets op de agenda.',
  proposed: 'Voorgesteld voor de agenda',
  proposedNone: 'Niets vraagt nu om de agenda.',
  why: {
    minutes: 'verslag om vast te stellen',
    contested: 'bezwaar tegen een stem',
    decision: 'open besluit',
    for_board: 'wacht op het bestuur, nog niet voorgelegd',
    not_done: 'eerder gevraagd, niet gedaan',
    deviation: 'buiten de grens',
    review: 'terugkijken is aan de beurt',
  } as Readonly<Record<string, string>>,
  add: 'Op de agenda',
  addAll: 'Alles op de agenda',
  said: 'Verslag',
  saidNone: 'Er is nog niets opgetekend.',
  note: 'Optekenen',
  noteText: 'Wat er gezegd of afgesproken is',
  noteItem: 'Bij punt',
  noteAt: 'Tijd',
  action: 'Actie uit een besluit',
  actionOf: 'Besluit',
  actionName: 'Wat er moet gebeuren',
  actionOwner: 'Wie',
  actionDue: 'Klaar op',
  actionMake: 'Actie maken',
  actionMade: 'De actie staat in het plan.',
  results: {
    approved: 'Aangenomen',
    rejected: 'Verworpen',
    open: 'Er wordt nog gestemd.',
    no_quorum: 'Geen quorum: niets besloten.',
  } as Readonly<Record<string, string>>,
  settled: (outcome: string) => `Vastgelegd: ${outcome}.`,
  counted: (of: {
    readonly approve: number
    readonly reject: number
    readonly abstain: number
    readonly conflicted: number
    readonly unheard: number
  }) =>
    [
      `${of.approve} voor`,
      `${of.reject} tegen`,
      `${of.abstain} onthouding${of.abstain === 1 ? '' : 'en'}`,
      ...(of.conflicted > 0 ? [`${of.conflicted} gehoord en niet geteld`] : []),
      ...(of.unheard > 0 ? [`${of.unheard} nog niet gehoord`] : []),
    ].join(', '),
  contested: 'Omstreden: een lid maakte bezwaar tegen zijn stem.',
  against: 'Tegen:',
  onCondition: (text: string) => `Voorwaarden: ${text}`,
  minutes: 'Notulen',
  minutesMake: 'Notulen maken',
  minutesWhy:
    'Een PDF met wie er was, wat op tafel lag, per punt wat er gezegd en gestemd is, en de stand van het logboek. U leest ze na; in de volgende vergadering worden ze vastgesteld.',
  minutesAgain: 'Opnieuw maken',
  minutesAdopt: 'Notulen vaststellen',
  minutesAsk: 'Vastgesteld zodra een tweede bestuurder het bevestigt.',
  minutesIn: 'Op de agenda van',
  proof: 'Wat dit logboek bewijst en waarmee',
}

export type MeetWords = typeof meetNl
