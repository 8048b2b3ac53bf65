// SPDX-License-Identifier: EUPL-1.2
import type { PurchaseWords } from './purchases-nl.ts'

export const purchasesEn: PurchaseWords = {
  title: 'Purchases',
  text: 'Ask the supplier how secure it is before you order it. The points carry the numbers of IEC 62443-4-1, IEC 62443-4-2 and Annex I of the CRA. You judge each point, somebody else decides, and only then do you order.',
  empty:
    'There is no purchase in the register yet. Begin with the next machine: record it before you ask for a price.',
  register: 'New purchase',
  name: 'Purchase',
  state: 'Standing',
  states: {
    draft: 'not asked yet',
    asked: 'asked',
    answered: 'answered',
    decided: 'decided',
    ordered: 'ordered',
    cancelled: 'cancelled',
  },
  points: 'Points',
  progress: (answered, judged, all) => `${answered} of ${all} answered, ${judged} judged`,
  outcome: 'Judgement',
  order: 'Order',
  orders: {
    none: 'not ordered yet',
    after_decision: 'ordered after the decision',
    before_decision: 'ordered before there was a decision',
    against_decision: 'ordered against the decision',
  },
  advice: {
    buy: 'Every point is enough.',
    buy_with_conditions: 'You can buy, with conditions in the contract.',
    do_not_buy:
      'A point that may not be missing is not enough. Do not buy, or first agree how it will be put right.',
    open: (count) => `${count} ${count === 1 ? 'point' : 'points'} left to judge.`,
  },
  key: 'may not be missing',
  onlySaid: 'only said: ask for proof',
  answer: 'Answer of the supplier',
  answers: {
    '': 'no answer',
    yes: 'yes',
    partly: 'partly',
    no: 'no',
    not_applicable: 'does not apply',
  },
  explanation: 'Explanation',
  judged: 'Your judgement',
  judgements: {
    '': 'not judged yet',
    enough: 'enough',
    enough_with_condition: 'enough, with a condition',
    not_enough: 'not enough',
  },
  evidence: 'Evidence',
  addEvidence: 'Add a file',
  save: 'Save the points',
  saved: 'Saved.',
  lapses: 'A decision that was taken lapses when you change the points or the supplier.',
  steps: 'Asking, deciding and ordering happen on the card of the purchase',
  stepsText:
    'Its history and its seal are there too. Whoever decides is somebody else than whoever prepared it. There it can be ordered only after the decision.',
  download: 'Get the questions for the supplier',
  letter: (name) =>
    `Questions about security: ${name}\n\nAnswer each point with yes, partly, no or does not apply, and explain. Add proof where it is asked for.\n`,
  proofAsked: 'With proof, please.',
  cra: 'CRA Annex I',
  others: 'Points of your own',
  noSort: 'First choose on the card what sort of purchase it is: its points then stand here.',
  sections: {
    maker: 'How it is made',
    access: 'Who can get in',
    integrity: 'What runs on it',
    network: 'On your network',
    recovery: 'When it breaks',
    lifetime: 'As long as you have it',
  },
  questions: {
    'MAK-1': 'Do you work by a fixed process for secure development, and who has examined it?',
    'MAK-2':
      'Have you written down for this product who would want to misuse it and how, and what you did about it?',
    'MAK-3':
      'Was this product examined for vulnerabilities before you delivered it, also by somebody who tried to break it?',
    'MAK-4': 'Do you know which parts of others are in it, and do you make demands on those?',
    'MAK-5': 'Where do we report a vulnerability, and how and how soon do you tell us about one?',
    'ACC-1': 'Does every user have an account of their own, with no more rights than needed?',
    'ACC-2':
      'Is there no fixed or predictable password, and can we replace every password and every key?',
    'ACC-3':
      'Does it stop repeated wrong sign-ins and end a forgotten session, without blocking operation?',
    'ACC-4':
      'Can you get in from outside only when we open the door, with a second factor and a log?',
    'ACC-5': 'Are service and test ports closed, or usable only by whoever may?',
    'INT-1': 'Does it accept only updates of which it has checked the signature?',
    'INT-2': 'Does it check at start-up that its own software is genuine?',
    'INT-3': 'Are connections and stored data encrypted by usual, current means?',
    'INT-4': 'How is it protected against malicious software, and what do you advise us for that?',
    'NET-1':
      'Is everything that is not needed switched off on delivery, and do we have a list of open ports and services?',
    'NET-2':
      'Can it stand in a zone of its own, and which connections across the border does it need?',
    'NET-3': 'Does it keep doing its work when the network is overloaded or attacked?',
    'NET-4':
      'Does it record sign-ins and changes with the right time, and can we collect that record?',
    'REC-1': 'Can we back up and restore program and settings ourselves, without you?',
    'REC-2': 'How long does recovery to a known, good state take, and is it described?',
    'LIF-1':
      'Until which day do we get security updates, free of charge, and how soon after a discovery?',
    'LIF-2': 'Do we get a list of software components (SBOM) with every version?',
    'LIF-3':
      'How do we know beforehand what an update does to the machine, and can we plan it ourselves?',
    'LIF-4': 'Do you tell after an update which vulnerabilities it has solved?',
    'LIF-5': 'Can we erase all data and keys for good at the end?',
  },
}
