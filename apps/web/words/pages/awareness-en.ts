// SPDX-License-Identifier: EUPL-1.2
import type { AwarenessWords } from './awareness-nl.ts'

export const awarenessEn: AwarenessWords = {
  title: 'Noticing and reporting',
  intro:
    'People are often the first to see that something is not right. Here is what you do so that they report it, and whether it works.',
  empty:
    'A campaign is anything you do so that people notice: a toolbox talk, a poster, a phishing test. Begin small: one subject, one group, one month. What counts is whether more is reported afterwards, not how few click.',
  new: 'Plan a campaign',
  campaigns: 'Campaigns',
  none: '–',
  unknown: 'not known',
  columns: {
    name: 'Campaign',
    when: 'When',
    who: 'For whom',
    how: 'How reached',
    reached: 'Reached',
    lessons: 'Lesson',
  },
  reached: (reached, invited) => `${reached} of ${invited}`,
  noLessons: 'no lesson recorded yet',
  lessons: {
    title: 'What we learned',
    none: 'Here comes what an incident, an exercise or a campaign taught, with the work that followed. Nothing is over yet from which something could be learned.',
    without: (count) =>
      count === 1
        ? 'Of one no lesson is on record yet.'
        : `Of ${count} no lesson is on record yet.`,
    from: 'From',
    lesson: 'Lesson',
    notYet: 'not on record yet',
    work: 'What followed',
    noWork: 'no action',
    open: 'still open',
    done: 'done',
    about: 'Risks and measures',
  },
  reports: {
    title: 'What is reported',
    year: (count, people) =>
      `In the last twelve months ${count === 0 ? 'nobody reported anything odd' : count === 1 ? 'one report of something odd came in' : `${count} reports of something odd came in`}. There ${people === 1 ? 'is one person' : `are ${people} people`} in the register.`,
    month: 'Month',
    count: 'Reports',
    table: 'Reports by month',
    link: 'To the reports',
    figure: 'To the figures',
    help: 'Few reports are seldom good news. Make reporting easy, and show what happens with a report.',
  },
  drills: {
    title: 'Phishing tests',
    empty:
      'There is no phishing test yet. Plan a campaign of the sort phishing test and read the results in afterwards.',
    columns: {
      name: 'Test',
      when: 'When',
      delivered: 'Delivered',
      opened: 'Opened',
      clicked: 'Clicked',
      reported: 'Reported',
    },
    share: (part, percent) => `${part} (${percent})`,
    bring: 'Read the results in',
    again: 'Read in again',
    base: 'Percentages are of the messages delivered. In a small group they say little.',
    private: 'Who did what is seen only by whoever holds the test, and by the person.',
  },
  bring: {
    choose: 'Choose the CSV file',
    hint: 'or drag it here',
    read: (name) => `${name}: this is how it was read`,
    column: 'Column in the file',
    absent: 'is not in it',
    names: {
      who: 'Person or mail',
      sent: 'Sent',
      opened: 'Opened',
      clicked: 'Clicked',
      reported: 'Reported',
      date: 'Date',
    },
    counts: ({ delivered, known }) => `${delivered} delivered, of whom ${known} in the register.`,
    notSent: (count) => (count === 1 ? 'Nothing was sent to 1.' : `Nothing was sent to ${count}.`),
    unknown: (count) =>
      count === 1
        ? '1 is not in the register, and is counted all the same:'
        : `${count} are not in the register, and are counted all the same:`,
    line: (line) => `line ${line}`,
    problem: ({ line, found }) =>
      `${line === null ? '' : `Line ${line}: `}cannot be read, found ${found}.`,
    keep: 'Record',
    kept: (count) => `Recorded, with the results of ${count} ${count === 1 ? 'person' : 'people'}.`,
    cancel: 'Not now',
    tooLarge: 'This file is too large. Take one test at a time.',
  },
}
