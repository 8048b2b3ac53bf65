// SPDX-License-Identifier: EUPL-1.2

export const questionsNl = {
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
}

export type QuestionsWords = typeof questionsNl
