// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { statementModels, statementValues } from './index.ts'

describe('first messages to begin from', () => {
  it('are to the same four in both languages, and none has the code of another', () => {
    const audiences = (language: 'nl' | 'en') =>
      statementModels(language).map(({ audience }) => audience)
    assert.deepEqual(audiences('nl'), ['staff', 'customers', 'press', 'authorities'])
    assert.deepEqual(audiences('en'), audiences('nl'))
    const codes = (['nl', 'en'] as const).flatMap((language) =>
      statementModels(language).map((model) => statementValues(model, language).code),
    )
    assert.equal(new Set(codes).size, 8)
  })
})
