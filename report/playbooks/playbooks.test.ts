// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds, records, roles } from '@schouw/core/registers'
import { playbookModels, playbookValues } from './index.ts'

const languages = ['nl', 'en'] as const

describe('playbooks to begin from', () => {
  it('are the same in both languages, step by step', () => {
    const shape = (language: 'nl' | 'en') =>
      playbookModels(language).map(({ code, types, steps }) => ({
        ...{ code, types },
        steps: steps.map(([, , hours, mark]) => [hours, mark ?? null]),
      }))
    assert.equal(playbookModels('nl').length, 10)
    assert.deepEqual(shape('nl'), shape('en'))
  })

  it('become records of the register as they are', () => {
    const id = '0190e000-0000-7000-8000-000000000001'
    const actor = {
      person: id,
      roles,
      processes: [],
      from: '2000-01-01T00:00:00.000Z',
      until: '2200-01-01T00:00:00.000Z',
    }
    const none = () => undefined
    const lookup = { find: none, holder: none, referrers: () => [], seats: () => [] }
    const made = languages.flatMap((language) =>
      playbookModels(language).map((model) => playbookValues(model, language)),
    )
    for (const values of made) {
      const outcome = records.create({
        ...{ kind: kinds.playbook, id, values, actor },
        ...{ now: '2026-11-12T09:00:00.000Z', lookup },
      })
      assert.ok(outcome.ok, JSON.stringify(outcome))
    }
    // One register holds them all: no two may have the same code.
    assert.equal(new Set(made.map(({ code }) => code)).size, 20)
  })

  it('name only types that an incident can have, and decide about people, money and law by decision', () => {
    const types: readonly string[] = kinds.incident.fields.type.options
    for (const { types: named, steps } of playbookModels('en')) {
      for (const one of named) assert.ok(types.includes(one), one)
      for (const [text, , , mark] of steps) {
        assert.equal(
          text.startsWith('Decide') || text.startsWith('Accept'),
          mark?.startsWith('decide') ?? false,
          text,
        )
      }
    }
  })
})
