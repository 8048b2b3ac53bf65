// SPDX-License-Identifier: EUPL-1.2
import type { PoliciesWords } from './policies-nl.ts'

export const policiesEn: PoliciesWords = {
  title: 'Policies',
  intro:
    'What you have agreed with each other: which text holds, who adopted it, when you review it and who has read it.',
  summary: ({ all, held }) =>
    all === 1
      ? `There is one policy; its newest text ${held === 1 ? 'is adopted' : 'is not adopted'}.`
      : `Of ${all} policies ${held} ${held === 1 ? 'is' : 'are'} adopted in their newest text.`,
  lapsed: (count) =>
    count === 1
      ? 'Of one there is a newer text that nobody has agreed to yet.'
      : `Of ${count} there is a newer text that nobody has agreed to yet.`,
  late: (count) =>
    count === 1 ? 'One is past its day of review.' : `${count} are past their day of review.`,
  columns: {
    name: 'Policy',
    standing: 'Standing',
    version: 'Version in force',
    owner: 'Owner',
    review: 'Review before',
    read: 'Read',
  },
  standing: {
    no_text: 'no text yet',
    not_approved: 'not adopted yet',
    in_force: 'adopted',
    newer_waits: 'approval does not cover the newest text',
    expired: 'no longer valid',
  },
  marks: { no_text: '–', not_approved: '▲', in_force: '●', newer_waits: '▲', expired: '■' },
  none: '–',
  nobody: 'nobody',
  noReview: 'not agreed',
  lateOn: (day) => `${day}, late`,
  read: (read, asked, day) => `${read} of ${asked} (${day})`,
  notAsked: 'not asked',
  overdue: (count) => `${count} late`,
  start: {
    title: 'What is not there yet',
    empty:
      'Policies are what the board adopts and people read. A good one fits on a few pages, names who decides what and has a day on which you review it. The law expects policies on these subjects. Titles and purposes are ready; the text is yours to write.',
    some: 'The law expects a policy on these subjects, and you have none of it yet.',
    button: (count) => (count === 1 ? 'Make this policy' : `Make these ${count} policies`),
    done: 'Made. Give each an owner and a text.',
    new: 'Another policy',
  },
  one: {
    all: 'All policies',
    purpose: 'What it is for',
    noPurpose: 'Not described yet.',
    facts: 'Facts',
    register: 'In the register',
    texts: 'Versions',
    noTexts: 'There is no text yet. Add the first below; you can type or choose a file.',
    version: (version) => `Version ${version}`,
    from: (day) => `holds from ${day}`,
    decision: 'Decision of the board',
    noDecision: 'No decision of the board is named with it.',
    held: 'This is the text that holds.',
    lapsed:
      'The approval of the board is of the version below. For this newer text there is none yet.',
    changes: 'What is different',
    ask: 'Put before the board',
    asked: 'Put before the board. Complete on the decision what follows if yes and if no.',
    toDecision: 'To the decision',
    adopt: 'Record as adopted',
    adoptHelp: 'Possible once the board has agreed; a director confirms.',
    waits: 'Waits for a director to confirm.',
    notDecided: 'The board has not agreed yet.',
    replace: 'Record as replaced',
    question: (name, version) => `Does the board adopt “${name}”, version ${version}?`,
    decisionName: (name, version) => `Adopt: ${name} ${version}`,
    ifYes:
      'The text holds from the day named, replaces the former one and is put before whom it concerns.',
    ifNo: 'The former text stays in force, or there is no policy; whoever proposed it amends the text.',
  },
  add: {
    title: 'New version',
    version: 'Number',
    versionHelp: 'For example 1.0',
    text: 'Text',
    textHelp: 'Is kept as a file, with its fingerprint, so that it is certain what was adopted.',
    file: 'Or a file',
    summary: 'In short',
    summaryHelp: 'Three sentences. A reader sees this first.',
    changes: 'What is different from the former',
    from: 'Holds from',
    save: 'Keep as draft',
    needs: 'Type a text or choose a file.',
    language: 'Language of the text',
  },
  readers: {
    title: 'Who has read it',
    count: (read, asked, day) =>
      `${read} of ${asked} people who were asked have read this version (${day}).`,
    none: 'Nobody was asked to read this version.',
    only: 'People are asked to read the version that holds.',
    audience: 'Whom do you ask',
    audiences: {
      all: 'all our own people',
      it: 'who works in IT',
      ot: 'who works in the factory',
      office: 'who works in the office',
      board: 'the board',
    },
    due: 'No later than',
    days: 'Link valid, in days',
    ask: 'Ask to read',
    help: 'Who has an account sees it there. Everybody else gets a personal link, which opens this text and nothing else.',
    told: ({ asked, already, mailed }) =>
      `Asked: ${asked}. Asked before: ${already}. By mail: ${mailed}.`,
    remind: 'Remind who has not read it',
    links: 'Hand these links over yourself. You see them only once.',
    copy: 'Copy',
    copied: 'Copied',
    columns: { name: 'Name', state: 'Standing', how: 'By', act: 'Link' },
    state: {
      read: (at) => `read on ${at}`,
      asked: (at) => `asked on ${at}`,
      withdrawn: 'no longer needed',
    },
    late: 'late',
    account: 'account',
    personal: 'personal link',
    link: {
      open: (until) => `open until ${until}`,
      expired: 'expired',
      revoked: 'revoked',
    },
    opened: 'seen',
    renew: 'New link',
    revoke: 'Revoke',
    letOff: 'Need not',
    letOffWhy: 'Why need this person not read it?',
  },
}
