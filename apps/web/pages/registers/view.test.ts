// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readListQuery } from '@schouw/contract'
import { kinds } from '@schouw/core/registers'
import fc from 'fast-check'
import { addressOf, askedOf, choosable, filterable, optionsOf, viewOf } from './view.ts'

const usual = { q: '', asOf: '', sort: 'title', chosen: {}, columns: [] }

describe('a view of a register', () => {
  it('is an empty address when it is the usual one', () => {
    assert.equal(addressOf(usual).toString(), '')
    assert.deepEqual(viewOf(kinds.finding, new URLSearchParams()), usual)
  })

  it('leaves out of an address what the register does not know', () => {
    const search = new URLSearchParams('filter=state:in:open,nowhere&filter=colour:in:red&filter=x')
    assert.deepEqual(viewOf(kinds.finding, search).chosen, { state: ['open'] })
  })

  for (const kind of [kinds.finding, kinds.asset, kinds.action, kinds.decision]) {
    const chosen = fc.dictionary(fc.constantFrom(...filterable(kind)), fc.nat({ max: 999 }), {
      maxKeys: 4,
    })
    it(`of ${kind.name} comes back from its address, and the server understands it`, () => {
      fc.assert(
        fc.property(chosen, fc.string({ maxLength: 20 }), (picked, text) => {
          const view = {
            ...usual,
            columns: choosable(kind).slice(0, text.length),
            q: text.replaceAll('\0', '').trim(),
            chosen: Object.fromEntries(
              Object.entries(picked).map(([name, at]) => {
                const options = optionsOf(kind, name)
                return [name, [options[at % options.length] ?? '']]
              }),
            ),
          }
          const back = viewOf(kind, new URLSearchParams(addressOf(view).toString()))
          assert.deepEqual(back, view)
          const { limit, filter, ...rest } = askedOf(view)
          const read = readListQuery(kind, {
            ...rest,
            limit: String(limit),
            ...(filter === undefined ? {} : { filter: [...filter] }),
          })
          assert.ok(read.ok)
        }),
      )
    })
  }
})
