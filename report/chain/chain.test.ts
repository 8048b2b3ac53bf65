// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clauses, questions } from '@schouw/core/chain'
import { clauseWords, questionWords } from './index.ts'

describe('words of the chain', () => {
  for (const language of ['nl', 'en'] as const) {
    it(`are there for every question and every clause, ${language}`, () => {
      const { questions: texts, sections } = questionWords(language)
      const asked = questions.bank.map(({ id }) => id)
      assert.deepEqual(Object.keys(texts).toSorted(), asked.toSorted())
      assert.deepEqual(Object.keys(sections), [...questions.sections])
      for (const [question, help] of Object.values(texts)) {
        assert.match(question, /\?$/)
        assert.match(help, /[.?]$/)
        assert.ok(question.length < 200)
      }
      const subjects = clauses.map(({ subject }) => subject)
      assert.deepEqual(Object.keys(clauseWords(language)).toSorted(), subjects.toSorted())
    })
  }
})
