// SPDX-License-Identifier: EUPL-1.2
import type { waysNl } from './ways-nl.ts'

export const waysEn: typeof waysNl = {
  noPasskeys: 'You have no passkey yet. With one you sign in by fingerprint, face or security key.',
  password: 'Password',
  former: 'Your present password',
  next: 'Your new password',
  change: 'Change password',
  changed: 'Your password has changed. Your other sessions have ended.',
  weak: 'This password is too easy to guess. A sentence of four words is good.',
  wrong: 'Your present password is not right.',
  codes: 'Recovery codes',
  left: (count: number) =>
    count === 1 ? 'You have one unused code left.' : `You have ${count} unused codes left.`,
  endAccess: 'End access',
  endAccessSure: (email: string) => `Yes, ${email} can no longer come in`,
  makeCodes: 'Make new codes',
  madeCodes:
    'These are your new codes; the old ones no longer work. Keep them on paper. You see them only once.',
}
