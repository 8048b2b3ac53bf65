// SPDX-License-Identifier: EUPL-1.2
import type { RegistrationWords } from './registration-nl.ts'

export const registrationEn: RegistrationWords = {
  title: 'The registration file',
  intro: (portal) => `This is what the authority asks at registration (${portal}).`,
  registered: (day) => `Registered on ${day}`,
  reference: (text) => `reference ${text}`,
  reported: (day) => `last change reported on ${day}`,
  notRegistered: 'Not registered yet, as far as is known here.',
  columns: ['Asked', 'What you have', 'Source'],
  allHeld: 'The data in your register',
  missing: (fields) => `Missing: ${fields}`,
  notHere: 'No register holds this. Look at the portal for what is asked.',
  ifAny: 'if it applies to you',
  changesTitle: 'Still to be reported',
  noChanges: 'Nothing that is registered changed since the last report.',
  change: (field, day) => `${field} changed on ${day}`,
  due: (day) => `report by ${day}`,
  noTerm: 'the law of this country names no term for it',
  late: 'late',
  told: 'I have reported this',
  register: 'Note the registration',
  day: 'Date',
  referenceField: 'Reference of the registration',
  save: 'Note',
  edit: 'Fill in data',
}
