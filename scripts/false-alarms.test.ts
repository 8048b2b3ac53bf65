// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { documentFile, documentText, rowsOf, wholeOf } from './false-alarms.ts'
import { hasSharedCaptures } from './recall/truth.ts'

const skip = hasSharedCaptures ? false : 'SKIPPED: no shared captures beside the repository'
if (skip !== false) console.error(`false alarms: ${skip}`)

describe('the page about false alarms', () => {
  it('adds up what its rows count', () => {
    const [, quiet = ''] = readFileSync(documentFile, 'utf8').split(/^## .*$/m)
    const rows = [...quiet.matchAll(/^\| (\S+\/\S+|\*\*together\*\*) \|(.*)\|$/gm)].map(
      ([, name, cells]) => ({ name, alarms: cells!.split('|').slice(2).map(Number) }),
    )
    const { alarms: together } = rows.find(({ name }) => name === '**together**')!
    const sums = together.map((_, at) =>
      rows.reduce((sum, { name, alarms }) => sum + (name === '**together**' ? 0 : alarms[at]!), 0),
    )
    assert.deepEqual(sums, together)
    const listed = [...quiet.matchAll(/, frame [1-9]\d* \|/g)].length
    assert.equal(
      listed,
      together.slice(-3).reduce((sum, count) => sum + count, 0),
    )
  })
})

describe('false alarms over the captures', { skip }, () => {
  const rows = skip === false ? rowsOf('') : []
  const whole = skip === false ? wholeOf('') : { recordings: 0, packets: 0, found: [] }

  it('are those that the page counts, no more and no fewer', () => {
    assert.equal(documentText(rows, whole), readFileSync(documentFile, 'utf8'))
  })

  it('name the capture and the frame, each of them', () => {
    const alarms = [
      ...rows.flatMap(({ found }) => found),
      ...whole.found.map(({ detection }) => detection),
    ]
    assert.ok(alarms.length > 0)
    const blind = alarms.filter(
      ({ frames: [frame] }) => !frame || frame.frame < 1 || !frame.capture,
    )
    assert.deepEqual(blind, [])
  })
})
