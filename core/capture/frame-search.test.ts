// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hazards } from '../../fixtures/hazards/index.ts'
import { mixCapture, mixFrames } from '../../fixtures/mix/index.ts'
import { FrameSearch } from './frame-search.ts'
import { NotACapture } from './readers/not-a-capture.ts'
import { pieces } from './testing.ts'

const capture = mixCapture()
const frames = mixFrames()

function searched(bytes: Uint8Array, frame: number, places: readonly number[] = []): FrameSearch {
  const search = new FrameSearch(frame)
  for (const piece of pieces(bytes, places)) if (!search.feed(piece)) break
  return search
}

describe('FrameSearch', () => {
  it('gives every packet of a capture as it lies there, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: frames.length }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (number, places) => {
          const { found } = searched(capture, number, places)
          assert.equal(found?.frame, number)
          const frame = frames[number - 1]
          assert.ok(frame !== undefined)
          assert.deepEqual(found?.bytes, 'bytes' in frame ? frame.bytes : frame)
          assert.ok(found.protocols.length > 0 || found.transport !== null)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds nothing beyond the last packet, and says how many it passed', () => {
    const search = searched(capture, frames.length + 1)
    assert.equal(search.found, undefined)
    assert.equal(search.passed, frames.length)
  })

  it('refuses what is no capture and lives through every hazard', () => {
    for (const { name, file, packets, state } of hazards) {
      if (name.startsWith('gzip')) continue
      if (state === 'refused') {
        try {
          assert.equal(searched(file(), 1).found, undefined)
        } catch (fault) {
          assert.ok(fault instanceof NotACapture, name)
        }
        continue
      }
      for (const number of [1, packets, packets + 1]) {
        const { found } = searched(file(), number)
        assert.equal(found !== undefined, number >= 1 && number <= packets, `${name} ${number}`)
      }
    }
  })
})
