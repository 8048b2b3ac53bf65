// SPDX-License-Identifier: EUPL-1.2
import type { CycleWords } from './cycle-nl.ts'

export const cycleEn: CycleWords = {
  title: 'The yearly round',
  intro:
    'Plan, do, check, adjust: what comes back this year, what audits left to do and what the board looks at itself.',
  late: (count) =>
    count === 0
      ? 'Nothing is late.'
      : count === 1
        ? 'One thing is late.'
        : `${count} things are late.`,
  openFindings: (count) => (count === 1 ? 'One finding is open.' : `${count} findings are open.`),
  lateWord: 'late',
  noDay: 'no day agreed',
  nobody: 'nobody',
  none: '–',
  audits: {
    title: 'Audit plan',
    empty:
      'An audit is a look by somebody who did not do the work. Plan at least one a year, over a part of the measures; after three years all of it has been looked at once.',
    new: 'Plan an audit',
    columns: { name: 'Audit', type: 'Sort', state: 'State', on: 'When', findings: 'Findings' },
    findings: (open, all) =>
      all === 0 ? 'none' : open === 0 ? `${all}, all solved` : `${all}, of which ${open} open`,
    next: (day) => `next: ${day}`,
  },
  improvements: {
    title: 'Improvement list',
    empty: 'There are no findings. After an audit, exercise or incident they come here.',
    new: 'Record a finding',
    action: 'Add an action',
    closed: (count) => (count === 1 ? 'One finding is solved' : `${count} findings are solved`),
    columns: {
      name: 'Finding',
      severity: 'Severity',
      state: 'State',
      owner: 'Owner',
      due: 'No later than',
      actions: 'Actions',
    },
    rest: (count) => `${count} more open findings`,
    noAction: 'no action yet',
  },
  review: {
    title: 'Management review',
    intro:
      'The board sees for itself whether the approach works. This is then on the table; the numbers are those of ISO/IEC 27001:2022.',
    never: 'No management review has been recorded yet.',
    last: (day) => `Last held on ${day}.`,
    next: (day) => `The next is on ${day}.`,
    nextLate: (day) => `Planned for ${day}, and not held yet.`,
    noNext: 'None is planned.',
    noMinutes: 'Its minutes are not there yet.',
    plan: 'Plan a review',
    on: 'Day',
    name: (year) => `Management review ${year}`,
    planned: 'Planned, with this agenda.',
    columns: {
      number: 'Number',
      subject: 'What is on the table',
      last: 'Last time',
      source: 'From the registers',
    },
    covered: 'discussed',
    notCovered: 'not on the agenda',
    points: {
      '9.3.2 a': 'What came of what was agreed last time',
      '9.3.2 b': 'What changed outside and inside the company',
      '9.3.2 c': 'What customers, authorities and others expect now',
      '9.3.2 d 1': 'What was not right and what was done about it',
      '9.3.2 d 2': 'What was measured: the figures',
      '9.3.2 d 3': 'What audits showed',
      '9.3.2 d 4': 'Whether the goals were reached',
      '9.3.2 e': 'What others noticed and said of the security',
      '9.3.2 f': 'The risks and how far their treatment is',
      '9.3.2 g': 'What can be better',
    },
    sources: {
      actions: 'actions',
      scope: 'the law and your figures',
      suppliers: 'contracts',
      findings: 'findings',
      kpis: 'figures',
      audits: 'audits',
      measures: 'duties of care',
      incidents: 'incidents and reports',
      risks: 'risks',
      improvements: 'the improvement list',
    },
  },
  calendar: {
    title: 'What comes when',
    empty: 'Nothing is on the calendar yet. Plan an audit, exercise, training or review.',
    lateTitle: 'Late',
    what: { planned: 'planned', again: 'again', review: 'review' },
    later: 'Later',
    undated: (count) =>
      count === 1 ? 'One policy has no day of review.' : `${count} policies have no day of review.`,
  },
}
