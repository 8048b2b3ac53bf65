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
  theirVote: 'The vote of whoever gave you the proxy',
  inNameOf: 'on behalf of',
  mayTakeBack: (until) => `You may object to this vote until ${until}.`,
  takeBack: 'Object',
  takeBackDoes:
    'The vote stays in the log and counts no more. If the decision was taken, it is shown as contested from now on and comes on the agenda of the next meeting. As long as it is on the table you can vote again.',
  ground: 'Why',
  groundReason: 'Explanation',
  object: 'Record the objection',
  takenBack: (at, ground) => `Objected to on ${at} (${ground}): this vote does not count.`,
  secondDevice: 'Look at it on a second device',
  secondTitle: 'What is on the table, computed on this device',
  secondSame:
    'Compare this with the device on which you sign. If it says the same, you sign over these papers.',
  secondDiffers:
    'The server names another fingerprint than this device computes. Do not sign, and report it.',
  secondAsked: 'What is asked',
  secondScan: 'Or scan with your phone:',
}
