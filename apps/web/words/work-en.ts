// SPDX-License-Identifier: EUPL-1.2
import type { problemsNl, workNl } from './work-nl.ts'

export const workEn: typeof workNl = {
  draft: {
    kept: 'You were typing here and had not saved yet. What you typed is back, and so is what others changed since.',
    drop: 'Drop it and start again',
    note: 'What you type stays in this window until you save it or drop it.',
    cancel: 'Cancel and drop',
  },
  search: {
    open: 'Search',
    title: 'Search everything',
    label: 'What are you looking for?',
    help: 'Type a name, code, address or word. Choose with ↑ and ↓, open with Enter.',
    none: (text) => `Nothing found for “${text}”. Use fewer or other words, or a code.`,
    count: (count) => (count === 1 ? '1 result' : `${count} results`),
    retired: 'retired',
    untitled: 'name not visible to you',
    pages: 'Pages',
  },
  files: {
    choose: 'Choose a file',
    drop: 'or drop it here',
    replace: 'Choose another file',
    busy: (name) => `Storing ${name}`,
    remove: 'Remove',
    download: 'Download',
    digest: 'SHA-256',
    states: {
      stored: 'stored',
      quarantined: 'in quarantine',
      absent: 'only its fingerprint is known; the file itself was not brought here',
      leaving: 'being removed',
      erased: 'erased',
    },
    quarantine: 'This file is kept apart and is not handed out.',
    doubts: {
      'type-unknown': 'We do not recognise what kind of file this is.',
      'type-differs': 'What is in it is of another kind than its name says.',
      macros: 'It may hold macros.',
      'active-content': 'It holds something that runs when somebody opens it.',
      encrypted: 'It is encrypted; nobody can look inside.',
      bomb: 'It unpacks to far more than it is.',
      'container-broken': 'The list of contents of this archive is not right.',
      'not-utf8': 'It is text in an unknown encoding.',
    },
    whatToDo:
      'If you do not know where it came from, do not bring it again. If it is all right, a CISO who did not bring it releases it.',
    look: 'Download it all the same, to look',
    release: 'Release',
    releaseReason: 'Why may this file be released?',
    released: (at, reason) => `Released on ${at}: ${reason}`,
    own: 'You brought this file yourself. Somebody else must release it.',
  },
  tables: {
    title: 'Spreadsheet',
    exportCsv: 'This list as CSV',
    exportXlsx: 'This list as Excel',
    template: 'Empty template',
    import: 'Read a spreadsheet',
  },
}

export const problemsEn: typeof problemsNl = {
  'field-refused': 'One or more fields are not right yet. Nothing has been saved.',
  'body-refused': 'What you sent cannot be read as it is.',
  'query-refused': 'This question cannot be read.',
  'file-empty': 'This file is empty.',
  'file-too-large': 'This file is too large for what it is.',
  'file-quarantined': 'This file is kept apart until somebody has looked at it.',
  'file-not-quarantined': 'This file is no longer in quarantine.',
  'file-absent': 'This file was not brought here.',
  'digest-differs': 'The file did not arrive whole. Bring it again.',
  'upload-stalled': 'The file did not arrive entirely. Bring it again.',
  'body-too-large': 'This is too large.',
  'import-state': 'This import has moved on. The page shows again where it stands.',
  'import-moved':
    'The registers have changed since the dry run, and that makes a difference. Nothing was written; look again.',
  stopped: 'Somebody stopped this before it was done.',
  'registers-in-use':
    'There is something in the registers already. A baseline is loaded once, into an empty organisation. Lists and sources you can bring here at any time.',
  'last-factor': 'This is your last second factor. Make another one first.',
  'own-change': 'Somebody else must approve this.',
  'natural-key-taken': 'There is a record with this code already.',
  'illegal-transition': 'That cannot be done from this state.',
  'still-referenced': 'Other records lean on this one.',
  'out-of-order': 'The other records of the body say otherwise.',
  'restart-not-accepted':
    'The log does not say yet that a line that stood still may run again. Have its owner do so, or release it in the incident room.',
  'reason-missing': 'Give a reason.',
  'too-many': 'There is one under way already. Wait until it is done.',
  'moment-ahead': 'The log has not come that far.',
}
