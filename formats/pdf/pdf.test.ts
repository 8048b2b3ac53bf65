// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { characters, replaced } from './coverage.ts'
import { writePdf } from './index.ts'

const font = readFileSync(join(import.meta.dirname, '../../report/fonts/schouw-sans-regular.ttf'))
const template = `#set document(title: "x", date: datetime(year: 2026, month: 1, day: 2))
#set text(font: "Schouw Sans", fallback: false)
#let d = json(bytes(sys.inputs.data))
#d.name`
const base = {
  template,
  fonts: [font],
  attachments: {},
  createdAt: new Date('2026-01-02T00:00:00Z'),
}

// First of all: once loaded, the module is remembered.
describe('a platform without the compiler', () => {
  it('is refused with its name, so that the rest can still be written', () => {
    const hooks = registerHooks({
      resolve(specifier, context, next) {
        if (specifier.startsWith('@myriaddreamin/')) throw new Error('Cannot find native binding')
        return next(specifier, context)
      },
    })
    try {
      const made = writePdf({ ...base, data: {} })
      assert.ok(!made.ok)
      assert.equal(made.refusal, 'no-compiler')
      assert.match(String(made.facts['detail']), /native binding/)
      assert.match(String(made.facts['detail']), new RegExp(`^${process.platform}-`))
    } finally {
      hooks.deregister()
    }
  })
})

describe('pdf', () => {
  it('shows a character no font has as a box instead of failing', () => {
    const made = writePdf({ ...base, data: { name: 'A工🏭\u0000ي#b *c*' } })
    assert.ok(made.ok, made.ok ? '' : String(made.facts['detail']))
  })

  it('gives the same bytes for the same values and other bytes for another time', () => {
    const bytes = (createdAt: Date) => {
      const timeless = template.replace('datetime(year: 2026, month: 1, day: 2)', 'auto')
      const made = writePdf({ ...base, template: timeless, data: { name: 'a' }, createdAt })
      assert.ok(made.ok)
      return Buffer.from(made.value)
    }
    assert.ok(bytes(base.createdAt).equals(bytes(base.createdAt)))
    assert.ok(!bytes(base.createdAt).equals(bytes(new Date('2026-01-03T00:00:00Z'))))
  })

  it('refuses a template that fails, with the reason, and reads no file', () => {
    for (const broken of ['#panic("no")', '#read("/etc/hostname")', '#let']) {
      const made = writePdf({ ...base, template: broken, data: {} })
      assert.ok(!made.ok)
      assert.equal(made.refusal, 'template-failed')
      assert.ok(String(made.facts['detail']).length > 5)
    }
  })
})

describe('characters of a font', () => {
  it('are read from the file', () => {
    const known = characters(font)
    for (const character of 'Aé€ŁΩж–□') assert.ok(known.has(character.codePointAt(0)!), character)
    for (const character of '工ي🏭\u0000') assert.ok(!known.has(character.codePointAt(0)!))
    assert.ok(known.size > 900)
  })

  it('replace the rest in every text of plain data and leave numbers alone', () => {
    const known = new Set([65, 66])
    assert.deepEqual(replaced({ a: ['A工B', 1, null, { b: '🏭\n' }] }, known), {
      a: ['A□B', 1, null, { b: '□\n' }],
    })
  })
})
