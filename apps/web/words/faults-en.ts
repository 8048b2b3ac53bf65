// SPDX-License-Identifier: EUPL-1.2
import type { Disorder } from '@schouw/core/registers/bodies'
import type { Fault, FaultWords, Naming } from './fault-words.ts'
import { disordersEn } from './pages/disorders-en.ts'

const expected = (what: string) => `Expected: ${what}.`
const listed = (names: unknown, say: (name: string) => string, last = 'or') => {
  const all = Array.isArray(names) ? names.map((name) => say(String(name))) : []
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`
}
const way = (names: unknown) => (Array.isArray(names) ? names.join(' → ') : '')
const kindsOf = (fault: Fault, naming: Naming) => listed(fault['expected'], naming.kind)

export const faultsEn: FaultWords = {
  found: {
    text: (found) => `Found “${found}”.`,
    list: (found) => `Found ${found} of them.`,
    other: (found) => `Found ${found}.`,
  },
  expected,
  rules: {
    text: ({ max }) => expected(`one line of text of at most ${max} characters`),
    long_text: ({ max }) => expected(`text of at most ${max} characters`),
    format: () => '',
    whole: ({ min, max }) =>
      expected(
        max >= Number.MAX_SAFE_INTEGER
          ? `a whole number of ${min} or more, for example ${Math.max(min, 12500)}`
          : `a whole number from ${min} to ${max}, for example ${Math.max(min, Math.min(max, 3))}`,
      ),
    decimal: ({ min, max, decimals }) =>
      expected(
        `a number from ${min} to ${max} with at most ${decimals} decimals, for example ${decimals === 0 ? min : `${min + 2}.5`}`,
      ),
    date: ({ first, last }) =>
      expected(`a day between ${first} and ${last}, for example 2026-03-05`),
    instant: ({ first, last }) =>
      expected(`a day and time between ${first} and ${last}, for example 2026-03-05 14:30`),
    choice: ({ options }, { code }) =>
      expected(
        options.length > 12
          ? `one of the ${options.length} choices, for example ${code(options[0] ?? '')}`
          : listed(options, code),
      ),
    list: ({ max }) => expected(`at least one and at most ${max} values`),
    not_before: ({ fields }, { field }) =>
      `This lies before ${listed(fields, field, 'and')}. Choose the same day or a later one.`,
    exactly_one_of: ({ fields }, { field }) => `Fill in exactly one of: ${listed(fields, field)}.`,
    cidr: () => expected('a network, for example 192.168.10.0/24'),
    digest: () => expected('a file, or its SHA-256: 64 characters 0-9 and a-f'),
    filled_row: () => 'This row is empty. Fill it in or remove it.',
    ip: () => expected('an IP address, for example 192.168.10.5'),
    known: () => 'This must be filled in.',
    mac: () => expected('a MAC address, for example 00:1b:1b:12:34:56'),
    no_duplicate: () => 'This is there already. Keep it once.',
    object: () => expected('a row with fields'),
    personal: () => 'This is no personal data of this person; only that can be erased.',
    reference: () => expected('a record of another register; find it by name'),
    yes_no: () => expected('yes or no'),
  },
  formats: {
    email: 'an e-mail address, for example m.devries@company.nl',
    phone: 'a telephone number, for example +31 592 123456',
    country: 'a country in two capitals, for example NL',
    language: 'a language, for example nl or nl-NL',
    time_zone: 'a time zone, for example Europe/Amsterdam',
    time: 'a time, for example 08:30',
    nace: 'a NACE code, for example 28.93',
    requirement: 'the number of a requirement, for example B3',
    url: 'a web address, for example https://company.nl/policy',
    purl: 'a package URL, for example pkg:npm/express@4.19.2',
    cpe: 'a CPE 2.3, for example cpe:2.3:h:siemens:s7-1500:-:*:*:*:*:*:*:*',
    lei: 'an LEI of twenty characters, for example 724500PMK2A2M1SQQ228',
    media_type: 'a file type, for example application/pdf',
    service: 'a service, for example tcp/102 or modbus',
  },
  codes: {
    'field-refused': () =>
      'This did not fit the field. What stood there was deleted once the import ended.',
    'unknown-field': () => 'There is no such field in this register.',
    'not-permitted': () => 'Your role may not change this field.',
    frozen: (fault, { code }) =>
      `This is fixed as long as the state is “${code(String(fault['state']))}”.`,
    'reference-missing': (fault, naming) =>
      fault['found'] === 'itself'
        ? 'This refers to itself. Choose another.'
        : fault['found'] === 'retired'
          ? 'What this refers to was retired. Choose another.'
          : `What this refers to is not there. ${expected(kindsOf(fault, naming))}`,
    'circular-reference': (fault) =>
      `This goes round in a circle: ${way(fault['names'])} → this itself. Expected: something that does not depend on it.`,
    'still-referenced': (fault, { kind }) =>
      `Something still refers to this: ${kind(String(fault['kind']))}. Remove that reference first.`,
    'under-hold': ({ names }) =>
      `A legal hold keeps this: ${listed(names, (name) => name, 'and')}. It can be erased once that is lifted.`,
    'natural-key-taken': (fault, { field }) =>
      `There is a record with the same ${listed(fault['fields'], field, 'and')} already. Give this one another, or change the existing one.`,
    'value-taken': () => 'Another record has this value already.',
    'out-of-order': ({ because }) => disordersEn[because as Disorder],
    'restart-not-accepted': ({ path }) =>
      path === '/owner'
        ? 'This still stands still because of an incident. While it does, only the CISO names another owner, and never oneself.'
        : 'By the log a line that stood still may not run yet. Have its owner accept the restart, or release it in the incident room.',
    'illegal-transition': (fault, { code }) =>
      `From “${code(String(fault['from']))}” this can only go to ${listed(fault['possible'], code)}.`,
    'reason-missing': () => 'Give a reason.',
    retired: () => 'This record was retired. Reinstate it first.',
    'needs-second-person': () => 'This needs the approval of a second person.',
    'stale-version': () => 'This was changed in the meantime.',
    'cell-fault': () => 'The formula in this cell gives an error. Mend it in the file.',
    'reference-unknown': () =>
      'This is in no register. Record it first, or write the name or code as it stands there.',
    'reference-ambiguous': () => 'Several can be meant by this. Use the code instead of the name.',
    'record-unknown': () => 'There is no record with this id. Leave the cell empty to make one.',
    'row-repeated': (fault) =>
      `This is on line ${String(fault['first'])} of the file already. Keep one of them.`,
    'row-disputed': () => 'The register says something else, and you chose to refuse then.',
    'field-erased': () => 'This was erased and does not come back by a file.',
    'not-by-import': () =>
      'State and retirement are not changed by a file. Do that at the record itself.',
  },
  count: (count) =>
    count === 1
      ? 'One field asks for attention. Nothing has been saved yet.'
      : `${count} fields ask for attention. Nothing has been saved yet.`,
  other: (code) => `This was refused (${code}).`,
}
