// SPDX-License-Identifier: EUPL-1.2
import type { StartWords } from './start-nl.ts'

const of = ({ count, of: base }: { readonly count: number | null; readonly of: number | null }) =>
  `${count ?? 0} of ${base ?? 0}`

export const startEn: StartWords = {
  title: 'Where am I, what is next',
  intro:
    'Twelve steps for the first ninety days. A step is done as soon as the registers show it; there is nothing to tick. The order helps, but you can begin, leave and come back anywhere.',
  indirect:
    'The law does not address your company. Customers that do fall under it have to weigh their suppliers, so they ask you by contract. These twelve steps give you the answers before the question comes.',
  whatTheyAsk: 'What customers ask',
  inTheChain: 'The law does not address you; your customers do.',
  day: (day) => (day > 90 ? `Day ${day}: the first ninety days are over.` : `Day ${day} of 90.`),
  count: (done, all) => `${done} of ${all} steps are done.`,
  strip: (done, all) => `First ninety days: ${done} of ${all} steps done.`,
  next: 'First now:',
  all: 'All steps',
  done: 'done',
  open: 'open',
  hidden: 'Not known: you may not see this register.',
  see: 'Look',
  finished: 'All twelve steps are done. From here you follow the overview and the plan.',
  waves: { days_30: 'Days 1 to 30', days_60: 'Days 31 to 60', days_90: 'Days 61 to 90' },
  steps: {
    organisation: {
      name: 'Figures of your company',
      why: 'Staff, turnover, balance sheet and activity decide whether the law applies.',
      button: 'Fill in the figures',
      gaps: {
        none: 'There is no legal entity on record yet.',
        figures: 'Figures or activity of a legal entity are missing.',
      },
    },
    scope: {
      name: 'Does the law apply to you',
      why: 'A conclusion with date and grounds, confirmed by the board.',
      button: 'Look at the verdict',
      gaps: {
        none: 'First the figures of your company.',
        decision: 'The verdict has not been concluded yet.',
      },
      done: (step) => `${of(step)} legal entities concluded.`,
    },
    sites: {
      name: 'Your sites',
      why: 'Measurements, devices and answers belong to a place.',
      button: 'Add a site',
      gaps: { none: 'There is no site on record yet.' },
      done: ({ count }) => (count === 1 ? 'One site.' : `${count} sites.`),
    },
    directors: {
      name: 'Directors and their training terms',
      why: 'From appointment each director has two years to get a [[trainingscertificaat|certificate]].',
      button: 'Fill in the board',
      gaps: {
        none: 'No appointment holds yet. What you filled in holds once a director has approved it.',
      },
      done: (step, on) =>
        `Certificate obtained: ${of(step)}.${on === null ? '' : ` First term: ${on}.`}`,
    },
    inventory: {
      name: 'First inventory',
      why: 'What you do not know you cannot protect. A network capture or a spreadsheet is enough.',
      button: 'Bring in a capture or list',
      gaps: { none: 'There is no device on record yet.' },
    },
    crown_jewels: {
      name: 'Crown jewels',
      why: '[[kroonjuweel|What the company cannot do without]], in euros and hours, designated by the board.',
      button: 'Designate crown jewels',
      gaps: {
        none: 'Nothing has been proposed yet.',
        designation: 'There are proposals; the board has designated none yet.',
      },
      done: (step) => `${of(step)} designated.`,
    },
    risks: {
      name: 'First risks',
      why: 'Three questions are enough: what can stop us, for how long, and at what cost?',
      button: 'Record risks',
      gaps: {
        none: 'There is no risk on record yet.',
        estimate: 'No risk has an estimate in euros yet.',
      },
      done: (step) => `${of(step)} with an estimate in euros.`,
    },
    answers: {
      name: 'First answers',
      why: 'Of each [[zorgplicht|duty of care]] at least one requirement answered.',
      button: 'Answer requirements',
      gaps: {
        none: 'No requirement has been answered yet.',
        more_answers: 'Not every duty of care has an answer yet.',
      },
      done: (step) => `${of(step)} duties of care.`,
    },
    board_level: {
      name: 'The level of the board',
      why: 'How high the dike has to be is for the board to say; then you see what is too low.',
      button: 'Set the level',
      gaps: { decision: 'The board has not set a level yet.' },
    },
    roadmap: {
      name: 'Plan approved',
      why: 'Actions with owner and date, and a decision that grants the means.',
      button: 'To the plan',
      gaps: {
        action_plan: 'There is no action on the plan yet.',
        decision: 'There is a plan; the board has not approved it yet.',
      },
      done: ({ count }) => `${count} actions on the plan.`,
    },
    exercise: {
      name: 'First exercise',
      why: 'An [[tafeloefening|hour around a table]] with the board teaches more than a [[draaiboek|playbook]].',
      button: 'Plan an exercise',
      gaps: { none: 'No exercise is planned yet.', held: 'Planned, not held yet.' },
    },
    restore_test: {
      name: 'First restore test',
      why: 'A backup counts only once it has been [[hersteltest|restored]].',
      button: 'Plan a restore test',
      gaps: {
        none: 'No restore test is planned yet.',
        held: 'Planned, not done yet.',
        result: 'Done, the result is missing.',
      },
    },
    contact: {
      name: 'One address for security',
      why: 'Customers want to know where to report something and who answers.',
      button: 'Enter the address',
      gaps: { mailbox: 'Your organisation has no mailbox for security yet.' },
    },
    customers: {
      name: 'What you promised your customers',
      why: 'Contracts hold notice terms, demands and penalties. Know them, and you sign nothing you cannot keep.',
      button: 'Add a customer contract',
      gaps: {
        none: 'No contract with a customer is on record yet.',
        terms: 'There are contracts; of none the terms or the notice hours are on record.',
      },
      done: (step) => `Terms on record of ${of(step)} contracts.`,
    },
    suppliers: {
      name: 'Your own suppliers weighed',
      why: 'The question of your customer travels on: where does it come from, and what if they fail?',
      button: 'Look at suppliers',
      gaps: {
        none: 'No supplier is on record yet.',
        weighing: 'Of no supplier it is decided how critical it is.',
      },
      done: (step) => `${of(step)} weighed.`,
    },
    proof: {
      name: 'A first answer to a customer',
      why: 'After one questionnaire or one shared proof page you do not start from nothing for the next customer.',
      button: 'Answer a questionnaire',
      gaps: { none: 'No questionnaire is answered and nothing is shared yet.' },
    },
  },
}
