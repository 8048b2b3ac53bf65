// SPDX-License-Identifier: EUPL-1.2
import type { KpiWords } from './kpis-nl.ts'

export const kpisEn: KpiWords = {
  title: 'Figures',
  intro:
    'What the board steers by. Schouw counts what the registers can tell; what nobody knows is never green.',
  summary: (of) =>
    `Of ${of.all} figures ${of.off} are off their limit; of ${of.unknown} the standing is not known.`,
  defaults:
    'Limits with a * are a proposal of Schouw. No law sets them; the board sets limits of its own.',
  columns: {
    figure: 'Figure',
    value: 'Value',
    limits: 'Limits',
    unit: 'Unit',
    standing: 'Standing',
    trend: 'Course',
    source: 'Rests on',
    work: 'Work',
  },
  units: {
    percent: '%',
    count: '',
    hours: 'hours',
    days: 'days',
    months: 'months',
    euro: '€',
    level: '',
  },
  of: (part, whole) => `${part} of ${whole}`,
  missing: (count) => (count === 1 ? 'nothing known of 1' : `nothing known of ${count}`),
  marks: { green: '●', amber: '▲', red: '■', unknown: '?', no_limit: '–' },
  green: (side, limit) => `green: ${side} ${limit}`,
  amber: (side, limit) => `amber: ${side} ${limit}`,
  atMost: 'at most',
  atLeast: 'at least',
  byBoard: (since) => `decided by the board on ${since}`,
  byBoardUndated: 'set by the board',
  asked: 'other limits are on the table',
  counted: 'counted',
  said: 'reported',
  evidence: { said: 'said', shown: 'shown', tested: 'tested' },
  on: (day) => `as of ${day}`,
  window: (from) => `counts from ${from}`,
  from: 'Counted from',
  off: (count) =>
    count === 1
      ? 'This one pulls the figure down or is not known'
      : `These ${count} make the deviation`,
  more: (count) => `and ${count} more`,
  notCounted: {
    no_known_exploited:
      'Cannot be counted yet: that takes knowing of each weakness whether it is being exploited. Record the value with proof.',
    own_figure: 'A figure of your own: you record the value, with proof.',
  },
  noData: 'The registers hold nothing about this yet.',
  trendOf: (name) => `Course of ${name}`,
  trendText: (values) => `From old to new: ${values}.`,
  noTrend: 'no course yet',
  when: 'Day',
  defined: 'How it is counted',
  record: 'Record a value',
  adopt: 'Put in use',
  adoptHelp: 'Enters the register, so that you can propose limits and hand out work.',
  deviations: (count) =>
    count === 1 ? 'One deviation asks something' : `${count} deviations ask something`,
  open: 'Open an action',
  openName: (name) => `Bring ${name} back within its limit`,
  openText: (of) => `${of.name} stands at ${of.value}; the limit is ${of.limit}.`,
  waits: (due) => `Being worked on, due by ${due}:`,
  waitsUndated: 'Being worked on:',
  close: 'Within its limit again. Finish the action:',
  action: 'the action',
  propose: 'Propose limits to the board',
  proposeHelp:
    'Tick which figures the board is asked about and change their limits. They hold from the day of the decision, without anybody copying them.',
  include: (name) => `Propose ${name}`,
  greenLimit: 'Green',
  amberLimit: 'Amber',
  limitOf: (which, name) => `${which} of ${name}`,
  decideBy: 'Decision needed by',
  table: (count) =>
    count === 1 ? 'Propose limits of 1 figure' : `Propose limits of ${count} figures`,
  wrongLimits: 'Of one figure amber lies on the wrong side of green, or a number is missing.',
  busy: (done, all) => `Figure ${done} of ${all} in the register`,
  question: (count) =>
    count === 1
      ? 'Does the board set the limits of this figure?'
      : `Does the board set the limits of these ${count} figures?`,
  decisionName: 'Limits of the figures',
  ifYes:
    'The limits hold from today. What is beyond them comes first for the board, and gets an action.',
  ifNo: 'The figures go on standing against a proposal that the board did not choose.',
  ifNothing: 'The company is steered by limits that nobody has set.',
  waitsForBoard: 'The decision is ready:',
  enter: {
    title: (name) => `Value of ${name}`,
    value: 'Value',
    from: 'From',
    to: 'Up to and including',
    how: 'How was this established?',
    proof: 'Proof',
    proofHelp: 'A report, print-out or screenshot that shows the figure.',
    save: 'Record',
  },
  homeDefaults: (count) =>
    count === 1
      ? 'One figure is off the proposed limit; the board has set none there yet.'
      : `${count} figures are off the proposed limits; the board has set none there yet.`,
}
