// SPDX-License-Identifier: EUPL-1.2
import type { FirstWords } from './first-nl.ts'

export const firstEn: FirstWords = {
  board: {
    title: 'Who sits on your board?',
    intro:
      'One line a person is enough. The term for the training runs from the appointment; you see it at once.',
    name: 'Name',
    role: 'Seat',
    roles: [
      ['executive_director', 'Executive director'],
      ['non_executive_director', 'Non-executive director'],
      ['supervisory_director', 'Member of the supervisory board'],
    ],
    from: 'Appointed on',
    email: 'E-mail address',
    emailHelp: 'May stay empty. If you fill it in, Schouw makes an invitation at once.',
    add: 'Add',
    due: (date) => `Certificate of the training by ${date}.`,
    noDuty: 'The duty of training does not apply to this seat.',
    noTerm: 'The law sets no date here.',
    added: 'Added',
    waits:
      'An appointment holds once a director approves it. The first director to accept an invitation takes office by that.',
    link: 'Pass this link on yourself; it stands here once:',
    mailed: 'The invitation has been sent.',
    toTraining: 'To the training of the board',
    toPath: 'To the next step',
  },
  risk: {
    title: 'What could stop you?',
    intro: 'Three questions a risk. An estimate is enough; you sharpen it later.',
    what: 'What happens?',
    whatHelp: 'In one sentence, or choose an example.',
    ideas: [
      'Ransomware stops office and factory',
      'Somebody misuses the remote access of a supplier',
      'A controller fails and there is no backup',
      'Somebody changes a recipe or setting unnoticed',
    ],
    how: 'How long are you down?',
    low: 'At best, in hours',
    high: 'At worst, in hours',
    cost: 'What does an hour of downtime cost, in euros?',
    comes: (range) => `That comes to ${range} each time.`,
    odd: 'Fill in three numbers; the first no larger than the second.',
    grounds: (low, high, cost) => `${low} to ${high} hours of downtime at ${cost} an hour`,
    save: 'Record the risk',
    kept: 'On record',
    toRisks: 'To all risks',
    toPath: 'To the next step',
  },
}
