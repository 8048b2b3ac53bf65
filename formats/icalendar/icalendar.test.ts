// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type IcalEvent, writeIcal } from './index.ts'

const event: IcalEvent = {
  uid: 'a@b',
  stamp: '2026-11-12T09:00:00.123Z',
  sequence: 3,
  summary: 'Segment, test; done \\ o',
  when: { day: '2026-12-31' },
}
const feed = (one: Partial<IcalEvent> = {}) =>
  writeIcal({ name: 'Schouw', timeZone: 'Europe/Amsterdam', events: [{ ...event, ...one }] })

/** As a reader does it: what begins with a blank belongs to the line before. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

const read = (text: string) =>
  text.replaceAll(/\\([\\;,nN])/g, (_, found) => (/n/i.test(found) ? '\n' : found))

describe('a calendar feed', () => {
  it('writes a whole day up to the next, over the end of a year', () => {
    const lines = unfolded(feed())
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20261231'))
    assert.ok(lines.includes('DTEND;VALUE=DATE:20270101'))
    assert.ok(lines.includes('DTSTAMP:20261112T090000Z'))
    assert.ok(lines.includes('UID:a@b'))
    assert.ok(lines.includes('X-WR-TIMEZONE:Europe/Amsterdam'))
  })

  it('writes an hour, and an hour more where no end is known', () => {
    const lines = unfolded(feed({ when: { from: '2026-11-30T23:30:00.000Z', to: null } }))
    assert.ok(lines.includes('DTSTART:20261130T233000Z'))
    assert.ok(lines.includes('DTEND:20261201T003000Z'))
  })

  it('escapes what would end a value', () => {
    assert.ok(unfolded(feed()).includes('SUMMARY:Segment\\, test\\; done \\\\ o'))
  })

  it('has lines of at most 75 octets that say the same, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (summary) => {
        const text = feed({ summary })
        assert.ok(text.endsWith('END:VCALENDAR\r\n'))
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75)
        assert.ok(!/[^\r]\n|\r[^\n]/.test(text))
        const [found = ''] = unfolded(text).filter((line) => line.startsWith('SUMMARY:'))
        const meant = summary
          .toWellFormed()
          .replaceAll(/\r\n|\r|\n/g, '\n')
          .replaceAll(/[^\P{Cc}\t\n]/gu, '')
        assert.equal(read(found.slice('SUMMARY:'.length)), meant)
      }),
    )
  })

  it('leaves out an address that could end its line', () => {
    assert.ok(!feed({ url: 'https://a.example/\r\nX:1' }).includes('URL:'))
    assert.ok(feed({ url: 'https://a.example/b' }).includes('URL:https://a.example/b\r\n'))
  })
})
