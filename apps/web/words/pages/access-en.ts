// SPDX-License-Identifier: EUPL-1.2
import type { AccessWords } from './access-nl.ts'

const of = (part: number, whole: number) => `${part} of ${whole}`

const accounts = (count: number) => (count === 1 ? '1 account' : `${count} accounts`)

export const accessEn: AccessWords = {
  title: 'Access',
  intro:
    'Who can sign in where, by the systems’ own word, beside your list of people. Schouw signs in nowhere: you bring an export.',
  bring: 'Bring in an export',
  bringText:
    'Entra ID: users, registration of authentication methods, sign-in activity, roles. Active Directory: csvde or Get-ADUser. Of a machine: a list as CSV. Each export adds what another does not know.',
  system: 'Of which system',
  systemHelp: 'Where the file does not say. Entra ID, for example, or the name of a panel.',
  exportedOn: 'Made on',
  file: 'Choose a CSV',
  drop: 'or drop it here',
  read: (rows, format) => `${rows} accounts read from ${format}.`,
  toImport: 'See what changes and record it',
  formats: {
    'entra-users': 'the users of Entra ID',
    'entra-methods': 'the authentication methods of Entra ID',
    'entra-sign-ins': 'the sign-ins of Entra ID',
    'entra-roles': 'the roles of Entra ID',
    'active-directory': 'Active Directory',
    local: 'a list of a machine',
  },
  problems: 'Not everything could be read',
  problem: (line, expected, found) =>
    `${line === null ? '' : `Line ${line}: `}expected ${expected}, found ${found}`,
  empty:
    'There are no accounts yet. Start with the users of your largest system; then the authentication methods, and you see who works without a second factor.',
  coverage: 'Second factor',
  covered: of,
  coverageText: (part, whole, unknown) =>
    unknown === 0
      ? `Accounts of people with a second factor: ${of(part, whole)}.`
      : `Accounts of people with a second factor: ${of(part, whole)}; of ${unknown} it is not known.`,
  privilegedText: (part, whole, unknown) =>
    unknown === 0
      ? `Administrator accounts: ${of(part, whole)}.`
      : `Administrator accounts: ${of(part, whole)}; of ${unknown} it is not known.`,
  noBase: 'There is no account of people yet of which this can be said.',
  rightsUnknown: (count) => `Rights not known: ${accounts(count)}.`,
  neverSeen: (count) => `No sign-in known: ${accounts(count)}.`,
  systems: 'Systems',
  seenOn: 'List of',
  active: 'Active',
  noList: 'no whole list yet',
  flagged: 'What asks for a look',
  nothingFlagged: 'Nothing stands out in what the exports show.',
  flags: {
    leaver: 'of somebody who left',
    privileged_without_mfa: 'administrator without second factor',
    stale: 'no longer used',
    shared: 'shared',
    without_mfa: 'without second factor',
    nobody: 'belongs to nobody known',
    gone: 'no longer in the list',
  },
  hiddenPeople: 'Your role does not see whose accounts they are.',
  unknownCount: 'not known',
  account: 'Account',
  where: 'System',
  who: 'Of',
  lastUsed: 'Last used',
  why: 'What stands out',
  all: 'All',
  shown: (part, whole) => `${of(part, whole)} shown`,
  staleDays: 'Unused after (days)',
  toRegister: 'All accounts in the register',
  reviews: 'Reviews',
  reviewsText:
    'Twice a year whoever answers for it looks at every account: keep, remove or change. Signed, it is a test on which duties i and j rest, for half a year.',
  noReviews: 'Nothing has been reviewed yet.',
  start: 'Start a review',
  which: 'Which accounts',
  whichFlagged: 'What asks for a look',
  whichPrivileged: 'All administrators',
  whichAll: 'All active ones',
  reviewer: 'Reviewer',
  due: 'Done before',
  name: 'Name',
  usualName: (day) => `Access ${day}`,
  begin: (count) => (count === 1 ? 'Start with 1 account' : `Start with ${count} accounts`),
  tooMany: (most, parts) => `A review has at most ${most} accounts; this makes ${parts} of them.`,
  decided: of,
  state: { open: 'open', signed: 'signed', withdrawn: 'withdrawn' },
  late: 'late',
  signedOn: (day) => `signed on ${day}`,
  review: 'Review',
  asOf: (size, day) =>
    `The list of ${day}, at entry ${size.toLocaleString('en-GB')} of the log. What you sign stays as it is.`,
  notFrozen: 'This review was signed before the list was recorded.',
  digestHolds: 'The list is what was signed; made again from the log:',
  digestDiffers: 'The list can no longer be made from the log as it was signed:',
  since: 'Changed since the list',
  sinceText: 'This changes nothing of what was on the table. Take it along in the next review.',
  sinceWhat: { changed: 'has changed', gone: 'is gone or off', fresh: 'has come' },
  sinceMore: (count) => `and ${count} more`,
  verdict: 'Verdict',
  verdicts: { keep: 'keep', remove: 'remove', change: 'change' },
  reason: 'Reason',
  reasonNeeded: 'Say why where you remove or change.',
  keepRest: 'Keep the rest',
  save: 'Save for now',
  saved: 'Saved.',
  sign: 'Sign',
  left: (count) => (count === 1 ? '1 account to go' : `${count} accounts to go`),
  onlyReviewer: 'Only the reviewer signs.',
  makeAction: 'Make this an action',
  actionMade: 'The action is in the register.',
  actionName: (count, name) =>
    `Remove or change ${count === 1 ? '1 account' : `${count} accounts`} (${name})`,
  figures: 'What the exports showed',
  back: 'Access',
  yes: 'yes',
  no: 'no',
  mfa: 'Second factor',
  admin: 'Administrator',
}
