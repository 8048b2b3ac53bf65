// SPDX-License-Identifier: EUPL-1.2
import type { QuestionsWords } from './questions-nl.ts'

export const questionsEn: QuestionsWords = {
  supplier: 'Supplier',
  service: 'Delivers',
  review: 'Review',
  leaving: 'Leaving',
  step: 'Step',
  due: 'Due on',
  title: 'The five questions of the supervisory board',
  asOf: (date) => `Answered from the registers as they stand on ${date}.`,
  asked: [
    'What are our largest digital risks and our crown jewels, and how are they protected?',
    'By which figures and limits does the board steer?',
    'How do we respond to incidents, and what did the last exercise teach?',
    'On which suppliers do we depend, and what has been agreed?',
    'Which steps follow, and when?',
  ],
  risksAnswer: (of) =>
    of.count === 0
      ? 'No risks have been recorded yet.'
      : `${of.count === 1 ? 'One risk is' : `${of.count} risks are`} on record${of.without === 0 ? '' : `, ${of.without} without an estimate in euros`}. ${of.jewels === 0 ? 'No crown jewel has been designated yet.' : of.jewels === 1 ? 'There is one crown jewel.' : `There are ${of.jewels} crown jewels.`}`,
  risk: 'Risk',
  loss: 'Loss each time',
  down: 'Downtime',
  treated: 'Accepted',
  lapsed: 'acceptance lapsed',
  notAccepted: 'no',
  jewels: 'Crown jewels',
  figuresAnswer: (of) =>
    of.all === 0
      ? 'The board does not steer by figures yet.'
      : `Of ${of.all} figures ${of.red} are red and ${of.amber} amber; of ${of.unknown} the value is not known.`,
  figure: 'Figure',
  value: 'Value',
  limit: 'Limit',
  proposedLimits: '* A proposal: the board has set no limit here yet.',
  standing: 'Standing',
  trend: 'Course',
  responseAnswer: (of) =>
    `${of.open === 0 ? 'There is no open incident.' : `${of.open === 1 ? 'There is one open incident' : `There are ${of.open} open incidents`}, ${of.late === 0 ? 'with no late report' : of.late === 1 ? 'with one late report' : `with ${of.late} late reports`}.`} ${of.exercised === null ? 'No exercise has been held yet.' : `The last exercise was on ${of.exercised}.`}`,
  suppliersAnswer: (of) =>
    of.count === 0
      ? 'No supplier has been marked as critical yet.'
      : `${of.count === 1 ? 'This is the most critical supplier' : `These are the ${of.count} most critical suppliers`}; ${of.unweighed === 0 ? 'each has been weighed' : of.unweighed === 1 ? 'one was never weighed' : `${of.unweighed} were never weighed`}.`,
  weighed: (date) => `weighed on ${date}`,
  neverWeighed: 'never weighed',
  exit: 'with an exit plan',
  noExit: 'without an exit plan',
  stepsAnswer: (of) =>
    `${of.week === null ? '' : `The plan is in week ${of.week} of 13. `}${of.done === 1 ? 'One step is' : `${of.done === 0 ? 'No' : of.done} steps are`} done, ${of.open} are open, ${of.late === 0 ? 'none is' : of.late === 1 ? 'one is' : `${of.late} are`} late.`,
  ask: 'Ask about this',
  yours: 'Your question',
  send: 'Ask',
  sent: 'Your question is among the actions. You will see here who takes it up.',
}
