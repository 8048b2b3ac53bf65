// SPDX-License-Identifier: EUPL-1.2
import type { ScenarioWords } from './model.ts'

const shift = 'Shift leader'
const board = 'Board'
const it = 'Head of IT'
const ot = 'OT engineer'
const ciso = 'CISO'
const press = 'Spokesperson'
const owner = 'Process owner'

export const scenariosEn: ScenarioWords = {
  sorts: {
    ransomware_reaches_jewel: {
      name: ({ jewel }) => `Ransomware reaches ${jewel}`,
      story: ({ start, way, line, hours }) =>
        `Sunday, 02:40. A computer in ${start} is infected. ${way === '' ? `By which way ${line} can be reached, nobody has drawn.` : `The way to ${line} is: ${way}.`} The line may stand still for ${hours} hours. How far do you let it come, and who decides that?`,
    },
    supplier_session_abused: {
      name: ({ supplier, jewel }) => `Access of ${supplier} abused at ${jewel}`,
      story: ({ supplier, thing, line }) =>
        `Somebody is at work in ${line} through ${thing}, in the name of ${supplier}. There is no appointment, and the service desk answers on Monday at the earliest.`,
    },
    controller_tampered: {
      name: ({ thing, line }) => `Controller ${thing} of ${line} changed`,
      story: ({ thing, line }) =>
        `The machine in ${line} does other things than the screen shows. The program in ${thing} is not that of last week. Nobody knows who changed it, and whether the protection still works.`,
    },
    shared_system_lost: {
      name: ({ thing, line }) => `${thing} is lost, ${line} waits`,
      story: ({ thing, line, hours }) =>
        `${thing} has stopped working, and nobody knows why. Nothing in ${line} is broken, but without ${thing} there is no work. The line may stand still for ${hours} hours.`,
    },
  },
  injects: {
    first_sign: ({ line }) => [
      shift,
      `The shift leader of ${line} calls: a screen shows a strange message and two stations do not respond. What should he do?`,
      'People and machine safe first. Somebody writes down who knew it when: there the clock begins.',
    ],
    spreads: ({ way, start }) => [
      it,
      `Outside ${start} too systems fail. A firewall rule lets traffic through on the way ${way === '' ? 'to the factory' : way}.`,
      'Closing off by zone from the list of conduits; knowing who may do that without calling.',
    ],
    ransom_note: ({ line }) => [
      board,
      `There is a ransom note on a server of ${line}: 48 hours. The sender names your turnover and shows three files of customers.`,
      'The board decides about ransom, not the engineers. Police, insurer and forensic firm are called; the privacy clock joins.',
    ],
    supplier_denies: ({ supplier }) => [
      ot,
      `The service desk of ${supplier} says: this is not us, and our account has not been used for months.`,
      'Access closed on your side, not on theirs. Capture and log secured before anybody restarts anything.',
    ],
    program_differs: ({ thing }) => [
      ot,
      `The program of ${thing} has been read out. It differs in eleven places from the copy of June; the copy of September cannot be read.`,
      'Keep evidence before restoring. Decide who says which program is the right one.',
    ],
    safety_doubt: ({ line }) => [
      owner,
      `A fitter in ${line} says that a door opened while the machine was still running. It is not certain.`,
      'Stop when in doubt, and do not let that depend on the damage. Check the safety controller apart.',
    ],
    by_hand: ({ line }) => [
      owner,
      `The shift of ${line} asks whether it may go on by hand: on paper, with yesterday’s slips.`,
      'There is an agreed way of working without the system, or somebody establishes that there is none.',
    ],
    press_calls: ({ line }) => [
      press,
      `A journalist calls: “I hear that ${line} stands still because of hackers. Is that right, and are data gone?”`,
      'One spokesperson, the first message that lies ready, and nothing said about cause or culprit.',
    ],
    customer_asks: ({ line }) => [
      owner,
      `Your largest customer asks in writing whether its data are safe and when ${line} delivers again. The contract names a term.`,
      'The term of the contract stands beside that of the law. What you do not know, you say so.',
    ],
    copy_doubted: ({ line }) => [
      it,
      `The copy for ${line} has been found. It hangs on the same network, and nobody knows of the last restore test.`,
      'A copy that stands apart, a measured recovery time, or the decision to bring that about.',
    ],
    early_warning_due: () => [
      ciso,
      'Suppose it is now 23 hours after the first person knew. Is this significant, who decides that, and what does the early warning say?',
      'A decision with a name and a reason, also when it is no. The warning goes out with what is known.',
    ],
    restart_pressed: ({ line, hours }) => [
      board,
      `${line} now stands still longer than you thought; ${hours} hours come into sight. Sales wants to run tonight. Who says yes, and on what?`,
      'The process owner accepts the restart, line by line, on criteria that were set beforehand.',
    ],
  },
  goals:
    'Know who decides. Start the clock and get the early warning on paper. Close off a zone without danger. Establish what is missing, and write that down as an action.',
  unknown: {
    start: 'the office',
    supplier: 'a supplier',
    thing: 'the system',
    hours: 'an unknown number of',
  },
}
