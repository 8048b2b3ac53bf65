// SPDX-License-Identifier: EUPL-1.2
import type { GlossaryWords } from './glossary-nl.ts'

export const glossaryEn: GlossaryWords = {
  title: 'Glossary',
  intro:
    'Every word in one sentence, with the word of the other language. On other pages such words are dotted underneath: point at them, or reach them with Tab.',
  search: 'Search a word',
  none: 'No word found. Search for part of the word, in Dutch or English.',
  count: (shown, all) => `${shown} of ${all} words`,
  columns: ['Word', 'What it is', 'Dutch'],
  difference: 'IT and OT: the same word, another world',
  differenceIntro:
    'IT keeps and handles data. OT makes machines move. Whoever puts the rules of one on the other stops the factory or leaves it open. These are the differences that a director can watch for.',
  differenceColumns: ['About', 'IT: the office', 'OT: the factory', 'So ask'],
  differences: [
    [
      'What weighs most',
      'That data stay secret.',
      'That people are safe and the line runs.',
      'What happens to people and machines when this system fails or lies?',
    ],
    [
      'How long it lasts',
      'Three to five years.',
      'Fifteen to thirty years.',
      'Which controller gets no updates any more, and what protects it then?',
    ],
    [
      'Updating',
      'Every month, often by itself.',
      'In a planned window, after a trial, sometimes never.',
      'When is the next window, and what do we do until then?',
    ],
    [
      'Stopping',
      'A quick restart is nearly always possible.',
      'A restart costs product, hours and sometimes a machine.',
      'Who may decide to stop, and what does an hour cost?',
    ],
    [
      'Examining',
      'Scanning is fine.',
      'A scan can make a controller hang; only listen.',
      'Was this measured by listening or by asking?',
    ],
    [
      'Who may come in',
      'Own people, an account each.',
      'The builder of the machine too, often from afar, sometimes with a shared account.',
      'Which supplier can reach our machines now, and who opens that door?',
    ],
    [
      'Protecting',
      'Software on every device.',
      'Walls in between: zones and guarded links.',
      'How does somebody get from the office to the line, and what stops him?',
    ],
    [
      'Coming back',
      'Restoring files.',
      'Recipes, controller programs and machine settings too.',
      'When did we last really restore a controller?',
    ],
    [
      'Who knows',
      'The IT department.',
      'Maintenance, production and the supplier.',
      'Do they sit at one table when we decide about this?',
    ],
  ],
}
