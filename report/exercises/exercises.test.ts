// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ScenarioSort, scenariosOf } from '@schouw/core/board/exercises'
import { kinds, records, roles } from '@schouw/core/registers'
import { scenarioValues, scenarioWords } from './index.ts'
import { scenariosEn } from './scenarios-en.ts'
import { scenariosNl } from './scenarios-nl.ts'

const id = (number: number) => `0190e000-0000-7000-8000-00000000000${number}`

const scenario = (sort: ScenarioSort, more: object = {}) => ({
  ...{ id: `${sort}/j`, sort, jewel: id(1), jewel_name: 'Verspanen', process: id(2) },
  ...{ process_name: 'Lijn 1', mtd_hours: 48, eur_per_hour: 2100, playbook: id(3) },
  ...{ way: [{ zone: id(4), name: 'Kantoor' }], supplier: null, supplier_name: null, thing: 'PLC' },
  injects: (Object.keys(scenariosNl.injects) as (keyof typeof scenariosNl.injects)[]).map(
    (code, at) => ({ code, after_minutes: at * 10 }),
  ),
  ...more,
})

const sorts = Object.keys(scenariosNl.sorts) as ScenarioSort[]

describe('scenarios in words', () => {
  it('become records of the register as they are, in both languages', () => {
    const actor = {
      ...{ person: id(9), roles, processes: [] },
      ...{ from: '2000-01-01T00:00:00.000Z', until: '2200-01-01T00:00:00.000Z' },
    }
    const kind: Readonly<Record<string, string>> = {
      ...{ [id(1)]: 'crown-jewel', [id(2)]: 'process', [id(3)]: 'playbook', [id(4)]: 'zone' },
    }
    const lookup = {
      find: (one: string) =>
        kind[one] === undefined
          ? undefined
          : { kind: kind[one] as 'process', version: 1, isRetired: false },
      holder: () => undefined,
      referrers: () => [],
      seats: () => [],
    }
    for (const language of ['nl', 'en'] as const) {
      for (const sort of sorts) {
        const values = { code: 'O-1', ...scenarioValues(scenario(sort), language) }
        const made = records.create({
          ...{ kind: kinds.exercise, id: id(8), values, actor, lookup },
          now: '2026-11-22T09:00:00.000Z',
        })
        assert.ok(made.ok, JSON.stringify(made))
      }
    }
  })

  it('say nothing that is empty, whatever the registers lack', () => {
    for (const language of ['nl', 'en'] as const) {
      for (const sort of sorts) {
        const bare = scenario(sort, { way: [], thing: null, mtd_hours: null, process_name: null })
        const { name, story } = scenarioWords(bare, language)
        const texts = [
          name,
          story,
          ...scenarioValues(bare, language).injects.map(({ text }) => text),
        ]
        for (const text of texts) assert.doesNotMatch(text, /undefined|null| {2}|: \./)
      }
    }
  })

  it('have a text in both languages for everything that can come in', () => {
    assert.deepEqual(Object.keys(scenariosNl.injects), Object.keys(scenariosEn.injects))
    const used = scenariosOf({
      ...{ jewels: [], processes: [], zones: [], conduits: [], assets: [] },
      ...{ remoteAccess: [], suppliers: [], playbooks: [] },
    })
    assert.deepEqual(used, [])
  })
})
