// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Protocol } from '../protocol.ts'
import { Layers } from './layers.ts'
import { Operations, operationWord } from './operations.ts'
import { Registry } from './registry.ts'

/** Odd codes change the device, so the first few frames of them are kept. */
const example: Protocol = {
  name: 'example',
  carrier: 'tcp',
  decode: () => undefined,
  operation: (code) => ({ name: `code_${code}`, effect: code % 2 === 1 ? 'write' : 'read' }),
}

/** Two of them share a place among the latest. */
const flows = [0, 1, 2, 8192] as const
const kept = 3

describe('operations', () => {
  it('are counted exactly, whatever comes between them', () => {
    const one = fc.record({
      flow: fc.constantFrom(...flows),
      code: fc.integer({ min: 0, max: 2 }),
      isFromServer: fc.boolean(),
      times: fc.integer({ min: 1, max: 6 }),
      folds: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), fc.integer(), (list, seed) => {
        const registry = new Registry([example], new Layers())
        const limits = { operations: 1000, framesPerOperation: kept }
        const operations = new Operations(limits, registry, seed)
        const model = new Map<string, number[]>()
        let frame = 0
        for (const { flow, code, isFromServer, times, folds } of list) {
          const word = operationWord(code, isFromServer, 1)
          const frames = model.get(`${flow} ${word}`) ?? []
          model.set(`${flow} ${word}`, frames)
          for (let index = 0; index < times; index += 1) {
            frame += 1
            frames.push(frame)
            operations.add(flow, word, frame)
          }
          if (folds) operations.fold((number) => number)
        }
        operations.fold((number) => number)
        operations.forEach((flow, { word, count, frames }) => {
          const expected = model.get(`${flow} ${word}`) ?? []
          assert.equal(count, expected.length)
          const isWrite = (word & 1) === 1
          assert.deepEqual(frames, isWrite ? expected.slice(0, kept) : [expected[0]])
          model.delete(`${flow} ${word}`)
        })
        assert.equal(model.size, 0)
      }),
    )
  })
})
