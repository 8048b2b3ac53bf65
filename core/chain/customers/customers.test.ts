// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { requirementsPack } from '@schouw/core/assurance'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { chainOf } from '../index.ts'
import { AnswerBook, choiceAmong, languageOf, layoutOf, promisesOf, questionsIn } from './index.ts'
import { Topics } from './topics.ts'
import { typicalQuestions } from './typical.ts'

const texts = Object.fromEntries(
  requirementsPack.measures.flatMap(({ requirements }) =>
    requirements.map(({ id, text_nl, text_en }) => [id, [text_nl, text_en]]),
  ),
)

describe('the requirement that a question is about', () => {
  const topics = new Topics(texts)
  const found = typicalQuestions.map(([question, ...wanted]) => ({
    first: wanted.includes(topics.find(question)[0]?.id ?? ''),
    amongThree: topics.find(question).some(({ id }) => wanted.includes(id)),
  }))
  const share = (hits: number) => hits / typicalQuestions.length

  it('comes first for four questions of five, and among three for nineteen of twenty', () => {
    assert.ok(share(found.filter(({ first }) => first).length) >= 0.8)
    assert.ok(share(found.filter(({ amongThree }) => amongThree).length) >= 0.95)
  })

  it('is none for what has nothing to do with it', () => {
    assert.deepEqual(topics.find('Hoeveel vrachtwagens rijdt u?'), [])
    assert.deepEqual(topics.find(''), [])
  })

  it('is a requirement that exists, for every question of the set', () => {
    const known = new Set(Object.keys(texts))
    for (const [, ...wanted] of typicalQuestions) assert.ok(wanted.every((id) => known.has(id)))
  })
})

describe('the layout of a sheet', () => {
  const wide = (...rows: readonly (readonly string[])[]) => rows
  it('is found under a title, beside numbers and norms, and with headings over two rows', () => {
    const dutch = wide(
      ['Vragen? Mail ons.'],
      ['Nr', 'Vraag', 'Norm', 'Antwoord leverancier', 'Toelichting'],
      ['1', 'Heeft u een beleid?', 'A.5', '', ''],
    )
    assert.deepEqual(layoutOf(dutch), { question: 1, answer: 3, explanation: 4, heading: 1 })
    const merged = wide(
      ['#', 'Requirement', 'Supplier response', ''],
      ['', '', 'Yes / No', 'Comments'],
      ['1', 'Is MFA required?', '', ''],
    )
    assert.deepEqual(layoutOf(merged), { question: 1, answer: 2, explanation: 3, heading: 1 })
    const numbered = wide(
      ['Question no.', 'Question', 'Response'],
      ['Q1', 'Is MFA required for all?', ''],
    )
    assert.deepEqual(layoutOf(numbered).question, 1)
  })

  it('without headings is the column that asks, and answers go where there is room', () => {
    const bare = wide(['1', 'Is er beleid?', 'x'], ['2', 'Is er een CISO?', ''])
    assert.deepEqual(layoutOf(bare), { question: 1, answer: 3, explanation: null, heading: -1 })
  })

  it('of instructions and lists is none', () => {
    assert.equal(layoutOf(wide(['Vul de gele kolommen in. Vragen? Mail ons.'])).question, null)
    assert.equal(layoutOf(wide(['Yes'], ['No'], ['Not applicable'])).question, null)
    assert.equal(layoutOf([]).question, null)
  })

  it('keeps chapters beside their questions', () => {
    const cells = wide(['Question', 'Answer'], ['Access', ''], ['Is MFA required?', ''])
    assert.deepEqual(questionsIn(cells, layoutOf(cells)), [
      { row: 2, text: 'Is MFA required?', chapter: 'Access' },
    ])
  })
})

describe('the choice in a customer’s own list', () => {
  const dutch = ['Ja', 'Deels', 'Nee', 'N.v.t.']
  const ladder = ['Fully implemented', 'Partially', 'Not implemented', 'Not applicable']
  it('says the same in their words', () => {
    const of = (options: readonly string[]) =>
      (['yes', 'partly', 'no', 'not_applicable'] as const).map((one) => choiceAmong(one, options))
    assert.deepEqual(of(dutch), dutch)
    assert.deepEqual(of(ladder), ladder)
    assert.deepEqual(of(['Yes', 'Yes, partly', 'No']), ['Yes', 'Yes, partly', 'No', undefined])
  })

  it('is none rather than another answer', () => {
    assert.equal(choiceAmong('partly', ['Yes', 'No']), undefined)
    assert.equal(choiceAmong('no', ['Not applicable', 'Yes']), undefined)
    assert.equal(choiceAmong('yes', ['1', '2', '3']), undefined)
  })
})

let serial = 0
function record(kind: KindName, values: object, state: string): RecordVersion {
  serial += 1
  const id = `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`
  const made = { at: '2026-01-01T00:00:00.000Z', by: 'somebody' }
  return {
    ...{ id, kind, version: 1, state, values, created: made, changed: made },
    ...{ approval: null, retired: null },
  } as unknown as RecordVersion
}

describe('a draft', () => {
  const policy = record(
    'evidence-file',
    { name: 'Beleid v3', type: 'document', dated: '2026-03-01', valid_until: '2027-03-01' },
    'accepted',
  )
  const own = (values: object) =>
    record('requirement-answer', { requirement: 'A1', ...values }, 'checked')
  const said = (values: object) =>
    record(
      'customer-answer',
      { question: 'Heeft u een vastgesteld beveiligingsbeleid?', answer: 'yes', ...values },
      'approved',
    )
  const book = (...records: readonly RecordVersion[]) =>
    new AnswerBook(
      {
        records: Object.fromEntries(Map.groupBy(records, ({ kind }) => kind)),
        hidden: [],
        today: '2026-11-22',
      },
      texts,
    )
  const question = 'Is er een informatiebeveiligingsbeleid, vastgesteld door de directie?'

  it('says what the registers say, with what that rests on, and guesses nothing', () => {
    const draft = book(policy, own({ level: 3, evidence: [policy.id] })).draft(question)
    assert.deepEqual(
      [
        draft.answer,
        draft.basis,
        draft.proof.map(({ name }) => name),
        draft.fresh_until,
        draft.is_stale,
      ],
      ['yes', 'register', ['Beleid v3'], '2027-03-01', false],
    )
    assert.equal(book(own({ level: 2 })).draft(question).answer, 'partly')
    assert.equal(book(own({ level: 0 })).draft(question).answer, 'no')
    assert.equal(
      book(own({ not_applicable: 'Wij hebben geen…' })).draft(question).answer,
      'not_applicable',
    )
    const nothing = book().draft(question)
    assert.deepEqual([nothing.answer, nothing.basis], [null, 'nothing'])
  })

  it('takes the weakest of several sites', () => {
    assert.equal(book(own({ level: 4 }), own({ level: 1 })).draft(question).answer, 'partly')
  })

  it('takes up what was said before, as long as it is fresh and was not taken back', () => {
    const before = said({ explanation: 'Vastgesteld in maart.', fresh_until: '2026-12-01' })
    const draft = book(before, own({ level: 1 })).draft(question)
    assert.deepEqual(
      [draft.basis, draft.drawn_from, draft.answer],
      ['said_before', before.id, 'yes'],
    )
    const old = said({ fresh_until: '2026-11-21' })
    assert.equal(book(old, own({ level: 1 })).draft(question).answer, 'partly')
    const lapsed = { ...before, state: 'lapsed' } as RecordVersion
    assert.equal(book(lapsed).draft(question).answer, null)
  })
})

describe('what was promised to a customer', () => {
  const contract = (values: object) =>
    record('contract', { party: 'customer', party_name: 'Klant', name: 'C', ...values }, 'in_force')
  const clause = (subject: string, more: object = {}) => ({ subject, is_agreed: true, ...more })
  const of = (values: object) => ({
    ...{ records: { contract: [contract(values)] }, hidden: [], today: '2026-11-22' },
  })

  it('is the shortest term that the contract names, and an audit when it was agreed', () => {
    const clauses = [
      clause('incident_notice', { term_hours: 12 }),
      clause('audit_right', { number: '9.2' }),
    ]
    const [promise] = promisesOf(of({ notice_hours: 24, clauses, starts_on: '2024-03-01' }))
    assert.deepEqual(
      [promise?.notice_hours, promise?.audit_clause, promise?.audit_year_ends_on],
      [12, '9.2', '2027-03-01'],
    )
    assert.deepEqual(promisesOf(of({ party: 'supplier', notice_hours: 24 })), [])
  })

  it('stands on the agenda for the year of the contract that runs', () => {
    const agenda = (values: object) =>
      chainOf(of(values)).agenda.map(({ what, on }) => `${what} ${on}`)
    const clauses = [clause('audit_right')]
    assert.deepEqual(agenda({ clauses, starts_on: '2024-11-22' }), ['audit_owed 2026-11-22'])
    assert.deepEqual(agenda({ clauses, starts_on: '2024-11-21' }), ['audit_owed 2027-11-21'])
    assert.deepEqual(
      agenda({ clauses: [{ subject: 'audit_right', is_agreed: false }], starts_on: '2024-11-22' }),
      [],
    )
  })
})

describe('an audit that a customer has held', () => {
  const contract = record(
    'contract',
    {
      ...{ party: 'customer', party_name: 'Klant', name: 'C', starts_on: '2025-03-01' },
      clauses: [{ subject: 'audit_right', is_agreed: true }],
    },
    'in_force',
  )
  /** What the agenda and the promise say with one audit, on the last day of the year and after. */
  const after = (values: object, state = 'reported', today = '2026-11-22') => {
    const own = record('audit', { type: 'customer', contract: contract.id, ...values }, state)
    const facts = { records: { contract: [contract], audit: [own] }, hidden: [], today }
    const agenda = chainOf(facts).agenda.map(({ what, on }) => `${what} ${on}`)
    return [agenda.join(), promisesOf(facts)[0]?.audit_held_on ?? null]
  }
  const owed = 'audit_owed 2027-03-01'

  it('takes the audit of this year from the agenda, and stands with the promise', () => {
    assert.deepEqual(after({ ended_on: '2026-05-12' }), ['', '2026-05-12'])
    assert.deepEqual(after({ reported_on: '2026-06-01' }), ['', '2026-06-01'])
  })

  it('counts from the first day of the contract year to its last', () => {
    assert.deepEqual(after({ ended_on: '2026-03-01' }), [owed, null])
    assert.deepEqual(after({ ended_on: '2026-03-02' }), ['', '2026-03-02'])
    const last = (today: string) => after({ ended_on: '2026-03-01' }, 'reported', today)
    assert.deepEqual(last('2026-03-01'), [owed, '2026-03-01'])
    assert.deepEqual(last('2026-03-02'), [owed, null])
  })

  it('is still owed when it is to be held, was called off or was of somebody else', () => {
    assert.deepEqual(after({ planned_on: '2026-12-01' }, 'planned'), [owed, null])
    assert.deepEqual(after({ ended_on: '2026-12-01' }), [owed, null])
    assert.deepEqual(after({ ended_on: '2026-05-12' }, 'cancelled'), [owed, null])
    assert.deepEqual(after({ ended_on: '2026-05-12', contract: 'other' }), [owed, null])
    assert.deepEqual(after({ ended_on: '2026-05-12', type: 'internal' }), [owed, null])
  })
})

describe('the language of a questionnaire', () => {
  it('is the one most of it is written in', () => {
    const of = (nl: boolean) =>
      typicalQuestions.flatMap(([text]) =>
        /\b(de|het|een|uw|u|van)\b/i.test(text) === nl ? [text] : [],
      )
    assert.equal(languageOf(of(true)), 'nl')
    assert.equal(languageOf(of(false)), 'en')
  })
})
