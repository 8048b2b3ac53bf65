// SPDX-License-Identifier: EUPL-1.2
import type { ContinuityWords } from './continuity-nl.ts'

export const continuityEn: ContinuityWords = {
  title: 'Coming back',
  intro:
    'How long each process may stand still, how much work may be lost, and what of that was measured. A copy counts once something has come back from it.',
  answer: (counts) => {
    const parts = [
      counts.missed === 0
        ? 'No measured process misses its target.'
        : counts.missed === 1
          ? 'One process misses its target.'
          : `${counts.missed} processes miss their target.`,
      counts.unmeasured === 0
        ? ''
        : counts.unmeasured === 1
          ? 'One was not measured, or not all of it.'
          : `${counts.unmeasured} were not measured, or not all of it.`,
      counts.overdue === 0
        ? ''
        : counts.overdue === 1
          ? 'One restore test was missed, failed or is overdue.'
          : `${counts.overdue} restore tests were missed, failed or are overdue.`,
    ]
    return parts.filter((one) => one !== '').join(' ')
  },
  board: (counts, missed) => {
    if (counts.backups === 0) {
      return 'No copy is in the register: whether you come back is not known.'
    }
    const parts = [
      counts.failed === 0 ? null : `${counts.failed} failed`,
      counts.overdue + missed === 0 ? null : `${counts.overdue + missed} overdue or missed`,
      counts.never === 0 ? null : `${counts.never} never done`,
    ].filter((one) => one !== null)
    return parts.length === 0
      ? `Something came back from all ${counts.backups} copies within the term.`
      : `Restore tests of ${counts.backups} copies: ${parts.join(', ')}.`
  },
  impact: 'What each process can bear',
  impactHelp:
    'Wanted beside measured, in hours. Measured is the slowest of what has to come back, from the last restore test of each.',
  noProcesses:
    'No process is in the register yet. Begin with the line you can spare least: how long may it stand still before it costs you customers?',
  columns: {
    process: 'Process',
    rto: 'Back within',
    rpo: 'Work lost',
    mtd: 'Longest standstill',
    tested: 'Rests on',
    gaps: 'What is missing',
  },
  wanted: (hours) => `wanted ${hours} h`,
  measured: (hours) => `measured ${hours} h`,
  happenedHours: (hours) => `${hours} h in the last incident`,
  noTarget: 'no target set',
  unmeasured: 'not measured',
  verdicts: {
    met: 'met',
    partly: 'tested in part',
    missed: 'missed',
    unmeasured: 'not measured',
    no_target: 'no target',
  },
  tests: (count) => (count === 1 ? '1 restore test' : `${count} restore tests`),
  noTests: 'no restore test',
  failed: (count) => (count === 1 ? '1 did not come back' : `${count} did not come back`),
  withoutBackup: (count) =>
    count === 1 ? '1 device without a copy' : `${count} devices without a copy`,
  untested: (count) => (count === 1 ? '1 device never tested' : `${count} devices never tested`),
  nothing: 'nothing',
  copies: 'Recovery of the factory, as solid as that of the office',
  copiesHelp:
    'Of each sort of device: is there a copy of what you need to make it anew, does it stand apart, and did something come back from it within its term.',
  copyColumns: {
    what: 'Copy of',
    devices: 'Devices',
    copied: 'With a copy',
    apart: 'Apart from the network',
    tested: 'Tested',
    missing: 'Without a copy',
  },
  what: {
    control_program: 'Programs of PLC, robot and CNC',
    hmi_project: 'HMI projects and engineering stations',
    drive_parameters: 'Parameters of drives',
    network_configuration: 'Configuration of switches, routers and firewalls',
    server_image: 'Servers and historian',
  },
  backups: 'Copies',
  noBackups:
    'No copy is in the register yet. A good first one: the PLC projects of your most important line, on a disk that hangs on no network.',
  backupColumns: {
    name: 'Copy',
    run: 'Last success',
    apart: 'Apart',
    test: 'Restore test',
    due: 'Next test',
  },
  run: {
    fresh: 'in time',
    late: 'too old',
    failed: 'failed last time',
  },
  runUnknown: 'not known',
  apart: { apart: 'apart', not_apart: 'reachable from the network' },
  apartUnknown: 'not known',
  unchangeable: 'unchangeable',
  test: {
    current: 'succeeded',
    overdue: 'overdue',
    failed: 'failed',
    never: 'never yet',
  },
  testTook: (hours, on) => `${on}, in ${hours} h`,
  noTerm: 'no term set; a year is taken',
  newBackup: 'Add a copy',
  newTest: 'Record a restore test',
  missed: 'Missed restore tests',
  missedOn: (day) => `planned for ${day}`,
  order: 'Order of restoring',
  orderHelp:
    'What waits for what follows from the processes. What can go side by side stands in the same round; what may stand still shortest goes first.',
  orderColumns: { wave: 'Round', process: 'Process', waits: 'Waits for', mtd: 'May stand still' },
  circle: 'waits for itself: choose where to begin',
  hours: (hours) => `${hours} h`,
  bring: {
    title: 'Read a report of backup software',
    help: 'A CSV of Veeam, Acronis or Windows Server Backup, the JSON of restic or Borg, or the mail that comes after a job, saved as .eml: the table that came with it, else what its subject says.',
    choose: 'Choose the file',
    hint: 'CSV, JSON or the mail (.eml); or drag it here',
    tooLarge: 'This file is too large. Take a shorter period.',
    runs: (count, unfinished) =>
      `${count === 1 ? '1 run' : `${count} runs`}${unfinished === 0 ? '' : `, ${unfinished} still going`}.`,
    outcome: { passed: 'succeeded', partly: 'with a warning', failed: 'failed' },
    isNew: 'new',
    isOld: 'known already',
    unknown: 'No copy in the register has this name. Put the name with the copy and read again:',
    ambiguous: 'More than one copy has this name; nothing changes:',
    problem: (line, found) =>
      `${line === null ? '' : `Line ${line}: `}cannot be read, found ${found}.`,
    keep: 'Record',
    cancel: 'Not now',
    kept: (count) =>
      count === 0
        ? 'There was nothing new.'
        : count === 1
          ? 'One copy was updated.'
          : `${count} copies were updated.`,
    columns: { job: 'Job', name: 'Copy', last: 'Last run', outcome: 'Outcome' },
  },
}
