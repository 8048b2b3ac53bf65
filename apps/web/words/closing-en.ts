// SPDX-License-Identifier: EUPL-1.2
import type { closingNl } from './closing-nl.ts'

export const closingEn: typeof closingNl = {
  title: 'Close your account',
  text: 'You will not sign in any more after this. Your sessions, passkeys, recovery codes and tokens end at once, at every organisation you work for.',
  stays:
    'What you recorded and decided stays in the log with your name: it is the proof of your organisation. Ask it to erase your name when it no longer needs it.',
  begin: 'Close account',
  password: 'Your password',
  confirm: (email: string) => `Close ${email}`,
  lastAdmitter: (organisations: string) =>
    `Without you nobody can be invited to ${organisations} any more. First have another CISO appointed and signed in.`,
}
