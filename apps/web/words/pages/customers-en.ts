// SPDX-License-Identifier: EUPL-1.2
import type { CustomersWords } from './customers-nl.ts'

export const customersEn: CustomersWords = {
  title: 'Customers',
  intro:
    'What your customers want to know, what of it you can show and what you promised them. You answer a question once; the next customer gets the same answer.',
  answer: (of) =>
    `Of ${of.of} requirements you can show ${of.shown} with proof. ${
      of.open === 0
        ? 'No questionnaire of a customer is waiting.'
        : of.open === 1
          ? 'One questionnaire of a customer is waiting.'
          : `${of.open} questionnaires of customers are waiting.`
    }`,
  questionnaires: 'Questionnaires of customers',
  noQuestionnaires:
    'None yet. Put your customer’s file below; for every question you get a draft with the proof beside it.',
  columns: {
    party: 'Customer',
    name: 'File',
    progress: 'Approved',
    due: 'Due back',
    state: 'State',
  },
  states: {
    open: 'open',
    sent: 'sent',
    cancelled: 'cancelled',
    draft: 'draft',
    shared: 'shared',
    withdrawn: 'withdrawn',
  },
  late: 'late',
  progress: (approved, asked) => `${approved} of ${asked}`,
  bring: 'Answer a customer’s questionnaire',
  party: 'Which customer',
  due: 'Due back',
  file: 'The customer’s file',
  fileHelp: 'XLSX, Word (docx), CSV or text, up to 16 MB. The file itself is filled in.',
  find: 'Find the questions',
  nothingFound:
    'No questions were found. Say in which sheet and in which column they are; A is 1, B is 2.',
  sheet: 'Sheet',
  question: 'Column of questions',
  answerColumn: 'Column for the answer',
  explanationColumn: 'Column for the explanation',
  showing: 'What customers ask, what you can show, what is missing',
  showingHelp:
    'With proof: in place, with a document that still holds. Said: in place, without one. Begin with what is asked most.',
  showingColumns: {
    duty: 'Duty of care',
    asked: 'Questions',
    shown: 'With proof',
    said: 'Said',
    of: 'Requirements',
    missing: 'Missing',
  },
  nothingMissing: 'nothing',
  andMore: (count) => `and ${count} more`,
  promises: 'What you promised customers',
  promisesHelp:
    'From the contracts with customers. Name the contract in an incident and its clock runs along by itself.',
  noPromises: 'There is no contract with a customer in the register.',
  addContract: 'Add a contract',
  promise: (hours) => (hours === null ? 'no term for notice' : `notice within ${hours} hours`),
  audit: (clause, until) =>
    `may ask for an audit${clause === null ? '' : ` (${clause})`}${
      until === null ? '' : `, this contract year until ${until}`
    }`,
  audited: (on) => `this contract year’s audit was held on ${on}`,
  recordAudit: 'Record an audit',
  shares: 'What you share with customers',
  sharesHelp:
    'Each customer sees, behind a link of its own with a code, what you chose for that customer, straight from the registers. No names of people and no secrets are in it.',
  noShares: 'You share nothing yet.',
  addShare: 'Share something with a customer',
  until: (day) => `until ${day}`,
  views: (count) => (count === 1 ? 'looked at once' : `looked at ${count} times`),
  noLink: 'no link yet',
  one: {
    intro:
      'Every question has a draft. Read it, change it and approve it: only what you approve goes into the customer’s file.',
    progress: (approved, asked) => `${approved} of ${asked} answers approved.`,
    only: 'Only what is not approved yet',
    answer: 'Answer',
    choose: 'Choose an answer',
    options: { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Does not apply' },
    explanation: 'Explanation for the customer',
    approve: 'Approve',
    again: 'Approve again',
    state: { draft: 'draft', approved: 'approved', lapsed: 'changed since it was approved' },
    about: 'About',
    proof: 'Proof',
    unread: (count) =>
      count === 1
        ? 'One piece is attached that nobody has accepted; it does not count as proof yet.'
        : `${count} pieces are attached that nobody has accepted; they do not count as proof yet.`,
    noProof: 'No proof found. If you say yes here, it rests on your word alone.',
    rests: { said: 'said', shown: 'shown', tested: 'tested' },
    dated: (day) => `of ${day}`,
    stale: 'expired',
    staleAnswer: 'Something this answer rests on has expired.',
    fresh: (day) => `Holds until ${day}.`,
    unknown: 'The registers say nothing about this.',
    earlier: 'Said before',
    use: 'Take over',
    likeness: (percent) => `${percent}% alike`,
    place: (place) => `in their file: ${place}`,
    fill: 'Fill in the customer’s file',
    filled: (count) => `${count} ${count === 1 ? 'cell' : 'cells'} filled in.`,
    left: 'Not filled in',
    because: {
      formula: 'the customer computes in this cell',
      taken: 'this cell is taken',
      absent: 'this place was not found',
      no_choice: 'their list does not have what you answer',
      not_approved: 'not approved yet',
    },
    sent: 'It was sent',
    sentHelp: 'From then on these answers are what this customer was told.',
    isSent: (day) => `Sent on ${day}.`,
  },
  share: {
    preview: 'As the customer sees it',
    notShared:
      'This is not shared yet. Set it to shared in the register; then you can make a link.',
    over: 'This share is over.',
    record: 'Choose what you share',
    link: 'Make a link and a code',
    linkHelp:
      'You see them once. Mail the link and tell the code by another way. A former link works no more then.',
    code: 'Code',
    copy: 'Copy the link',
    copied: 'Copied',
    revoke: 'Revoke the link',
    revoked: 'No link works now.',
    pack: 'Proof pack',
    summary: 'Summary as PDF',
    views: 'Who looked',
    noViews: 'Nobody has looked.',
    what: { shown: 'looked at', code_refused: 'wrong code', downloaded: 'proof pack taken' },
  },
  trust: {
    gone: 'This link or code does not work',
    goneText:
      'The code may be mistyped, the time may be over or the link was revoked. Ask your supplier for a new one.',
    title: 'Type the code',
    text: 'You were given the code apart from this link.',
    code: 'Code',
    open: 'Open',
    pack: 'Take the proof pack',
    packHelp: 'Summary, shared documents and a page to check them without a network.',
  },
}
