// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { KindName } from '@schouw/core/registers'
import { type Expected, faultSentence } from './faults.ts'

const languages = ['nl', 'en'] as const

/** One of every rule; a rule that is not here does not compile. */
const broken = {
  text: { rule: 'text', max: 120 },
  long_text: { rule: 'long_text', max: 20_000 },
  format: { rule: 'format', format: 'email' },
  whole: { rule: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER },
  decimal: { rule: 'decimal', decimals: 2, min: 0, max: 100 },
  date: { rule: 'date', first: '1900-01-01', last: '2199-12-31' },
  instant: { rule: 'instant', first: '1900-01-01', last: '2199-12-31' },
  choice: { rule: 'choice', options: ['plant', 'office'] },
  list: { rule: 'list', max: 20 },
  not_before: { rule: 'not_before', fields: ['dated'] },
  exactly_one_of: { rule: 'exactly_one_of', fields: ['name', 'code'] },
  cidr: { rule: 'cidr' },
  digest: { rule: 'digest' },
  filled_row: { rule: 'filled_row' },
  ip: { rule: 'ip' },
  known: { rule: 'known' },
  mac: { rule: 'mac' },
  no_duplicate: { rule: 'no_duplicate' },
  object: { rule: 'object' },
  personal: { rule: 'personal' },
  reference: { rule: 'reference' },
  yes_no: { rule: 'yes_no' },
} as const satisfies Readonly<Record<Expected['rule'], Expected>>

function isSentence(said: string): void {
  assert.match(said, /[.]$/)
  assert.doesNotMatch(said, /undefined|NaN|\[object/)
}

it('has a sentence for every rule, in both languages', () => {
  for (const expected of Object.values(broken)) {
    for (const language of languages) {
      const fault = { code: 'field-refused', path: '/nature', expected, found: '"x"' }
      isSentence(faultSentence(fault, { language, kind: 'site', field: 'nature' }))
    }
  }
})

it('says what stood there, what is expected and an example', () => {
  const fault = {
    code: 'field-refused',
    path: '/staff_count',
    expected: { rule: 'whole', min: 0, max: 1_000_000 },
    found: '"veel"',
  }
  const kind: KindName = 'site'
  assert.equal(
    faultSentence(fault, { language: 'nl', kind }),
    'Er stond “veel”. Verwacht: een heel getal van 0 tot en met 1000000, bijvoorbeeld 3.',
  )
  assert.equal(
    faultSentence(fault, { language: 'en', kind }),
    'Found “veel”. Expected: a whole number from 0 to 1000000, for example 3.',
  )
})

it('says something of a code that it does not know', () => {
  const said = faultSentence({ code: 'new-one', found: '"x' }, { language: 'nl', kind: 'site' })
  assert.equal(said, 'Er stond “"x”. Dit is geweigerd (new-one).')
})
