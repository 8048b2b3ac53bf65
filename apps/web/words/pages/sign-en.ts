// SPDX-License-Identifier: EUPL-1.2
import type { SignWords } from './sign-nl.ts'

export const signEn: SignWords = {
  sign: 'Sign with passkey',
  without: 'Vote without passkey',
  signed: 'Your vote is signed and in the log.',
  signedMark: 'Signed with passkey',
  signedAt: (size: string) => `at entry ${size} of the log`,
  stamped: 'after a time-stamp',
  synced: 'passkey that is on several devices',
  unsigned: 'Not signed',
  refused: 'The signature does not hold',
  lapsed: 'Lapsed: what is on the table changed after this vote',
  file: 'Proof of this approval',
  noKey: 'You have no key to sign decisions with yet.',
  noKeyWhy:
    'A passkey for approvals alone proves later, without this server too, that you took this decision over exactly these papers. It does not sign you in.',
  keyName: 'Name of the key',
  keyNameFirst: 'My device',
  makeKey: 'Make a key',
  print: 'Fingerprint of what is on the table',
  printWhy:
    'Your device does not show the document. Open this decision on a second device: if it says the same there, you sign what you read.',
  behalf: 'I vote for',
  own: 'myself',
}
