// SPDX-License-Identifier: EUPL-1.2
import type { JobsWords } from './jobs-nl.ts'

const units = {
  documents: 'advisories',
  devices: 'devices and programs',
  rows: 'rows',
  records: 'records',
  years: 'years',
} as const

export const jobsEn: JobsWords = {
  title: 'Work under way',
  intro: 'Work that takes a while and that somebody waits for. You can leave the page: it goes on.',
  all: 'You see the work of the whole organisation. Others see their own only.',
  going: 'Going on now',
  quiet: 'Nothing is going on. An import, a large export or a calculation shows here by itself.',
  ended: 'Ended last',
  noneEnded: 'Nothing yet.',
  what: 'What',
  by: 'Asked by',
  began: 'Began',
  state: 'State',
  progress: 'How far',
  stop: 'Stop',
  stopping: 'About to stop',
  open: 'Look',
  names: {
    'advisories-import': 'Reading advisories in',
    'advisories-fetch': 'Fetching advisories',
    'advisories-match': 'Holding devices against advisories',
    'import-judge': 'Dry run of a table',
    'import-write': 'Writing a table to the register',
    'import-undo': 'Taking an import back',
    export: 'Writing a register to a file',
    simulation: 'Calculating the loss a year',
    source: 'Reading a file of another system',
    'first-state': 'Loading the first state',
    other: 'Other work',
  },
  states: {
    waiting: 'waits for its turn',
    active: 'going on',
    done: 'done',
    failed: 'failed',
    cancelled: 'stopped',
    lost: 'broken off',
  },
  leaves: {
    nothing: 'If you stop it, nothing of it is left.',
    undoable:
      'If you stop it, what is written stays; you take that back on the page of the import.',
    done: 'If you stop it, what is done stays; the rest follows when you begin it again.',
  },
  left: {
    nothing: 'Nothing of it is left.',
    undoable: 'What was written by then is still there.',
    done: 'What was done by then is still there.',
  },
  lost: 'The server that did this has stopped. Begin it again.',
  counted: (done, total, of) =>
    total === null ? `${done} ${units[of]}` : `${done} of ${total} ${units[of]}`,
  uncounted: 'nothing to count yet',
  measuring: 'Files are being read and measured; nothing is written yet.',
  stoppedFirst: 'Stopped. Nothing of it is in the registers; you can begin again.',
}
