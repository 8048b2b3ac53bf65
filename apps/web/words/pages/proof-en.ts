// SPDX-License-Identifier: EUPL-1.2
import type { ProofWords } from './proof-nl.ts'

export const proofEn: ProofWords = {
  title: 'Proof',
  intro:
    'Every change stands in a log that only grows. Below is what lies out of reach of the operator to check that log by. The more layers, the less anybody has to believe you.',
  layers: 'Layers',
  layer: 'Layer',
  state: 'How it stands',
  proves: 'What it shows',
  none: 'not set up',
  waiting: 'asked for, no answer yet',
  timestamps: 'Time-stamp',
  timestampsProve:
    'That everything up to that entry was there at that moment, by an outside service.',
  stamped: (size, at, by) => `up to entry ${size}, ${at}, ${by}`,
  endsOn: (date) => `holds until ${date}; renewed before`,
  renewedAt: (date) => `renewed on ${date}`,
  renewalError: 'renewing does not work yet',
  clock: (seconds) => `differs from our clock by ${seconds} s`,
  signed: 'Signatures of directors',
  signedProve: 'That the log up to that entry was as they saw it when they signed.',
  signedBy: (people, size) => `${people} directors, up to entry ${size}`,
  unsigned: 'nobody has decided with a passkey yet',
  mailed: 'Mailed to directors',
  mailedProve: 'That there is one history: its state lies in their mailboxes too.',
  mailedTo: (people, size, at) => `${people} directors, entry ${size}, ${at}`,
  mailSoon: 'the first day of every month',
  witness: 'Witness',
  witnessProve: 'That a third party saw each state grow out of the one before.',
  seen: (size, at, name) => `up to entry ${size}, ${at}, ${name}`,
  alarms: {
    'clock-differs':
      'The clock of the server and that of the time-stamp authority differ. Set the clock right; the time of the authority counts.',
    'stamp-late':
      'The time-stamp authority has not answered for a day. What is recorded now has no time from outside yet.',
    'chain-ends':
      'The certificate of the time-stamps ends within a month and was not renewed yet. Ask the authority for a new certificate, or set another authority.',
    'witness-ahead':
      'The witness has seen more than there still is: this log was put back or replaced. Decide nothing before it is known how that came about.',
    'witness-silent':
      'The witness does not sign. See whether its address is right and whether it knows this log.',
    'nothing-outside':
      'Nothing lies out of reach of the operator yet. The log then shows order and content only, not that this is the one history. Have a director sign with a passkey, or set up a time-stamp authority.',
  },
  head: 'State of the log',
  headWhy:
    'Put this code under signed minutes, or keep the text elsewhere. Whoever holds it against the log later sees whether anything from before this moment was changed.',
  qr: 'QR code of the state of the log',
  log: 'Log',
  entries: 'Entries',
  last: 'Last entry',
  checkpoint: 'Checkpoint',
  keys: 'Key',
  save: 'Keep the checkpoint',
  dossier: 'Dossier for others to check',
  dossierWhy: 'A file that a court, insurer, customer or regulator checks without this server.',
  scopes: {
    director: 'my own defence',
    regulator: 'regulator',
    insurer: 'insurer',
    customer: 'customer',
  },
  scope: 'For whom',
  from: 'From',
  until: 'Until',
  names: 'With names of people',
  withhold: 'Hold back',
  withholdHelp:
    'What you hold back keeps its place and its seal. The reader sees that something was held back, not what.',
  personal: 'all personal data',
  get: 'Make the dossier',
  what: 'What is in it and what it proves',
}
