// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { emergencyTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'
import { captureKit, captureKitPaper } from './index.ts'
import { switchWays } from './switches.ts'

const languages = ['nl', 'en'] as const

it('has the same parts in both languages', () => {
  const shape = (language: 'nl' | 'en') =>
    captureKit(language).sections.map(({ opensPage, blocks }) => [
      opensPage,
      blocks.map((block) => [
        block.kind,
        block.kind === 'steps' ? block.items.length : 0,
        block.kind === 'table' ? block.table.rows.length : 0,
        block.kind === 'message' ? block.lines.length : 0,
      ]),
    ])
  assert.deepEqual(shape('nl'), shape('en'))
})

it('says of every switch how it is set back, and where that is written or that it is not', () => {
  for (const { maker, on, off, source, isSure } of switchWays) {
    assert.ok(on.length > 0 && off.length > 0, maker)
    assert.ok(!isSure || source.length > 10, maker)
  }
  for (const language of languages) {
    const told = JSON.stringify(captureKit(language))
    for (const { maker } of switchWays) assert.ok(told.includes(maker), maker)
  }
})

it('is a paper, the same bytes each time, with commands as they are typed', () => {
  for (const language of languages) {
    const { data, createdAt } = captureKitPaper(language, 'Oosterduin')
    const input = { template: emergencyTemplate(), data, fonts: paperFonts() }
    const made = () => writePdf({ ...input, attachments: {}, createdAt })
    const [one, other] = [made(), made()]
    assert.ok(one.ok && other.ok, JSON.stringify(one))
    assert.equal(Buffer.from(one.value.subarray(0, 5)).toString(), '%PDF-')
    assert.deepEqual(one.value, other.value)
    assert.match(JSON.stringify(data), /encapsulation replicate/)
  }
})
