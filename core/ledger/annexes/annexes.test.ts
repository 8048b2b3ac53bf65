// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hex, sha256 } from '@schouw/core/kernel'
import fc from 'fast-check'
import { signedElsewhere } from './index.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** A file of the shape that signing leaves: everything but the contents is covered. */
function signed(body = 'the minutes', more = ''): Uint8Array {
  const head = (range: string) =>
    `%PDF-1.7\n${body}\n<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[${range}]/Contents`
  const tail = '>>\n%%EOF\n'
  const length = 2 * (15 + 32) + 2
  const digits = head('0 0000 0000 0000').length
  const pad = (n: number) => String(n).padStart(4, '0')
  const range = `0 ${pad(digits)} ${pad(digits + length)} ${pad(tail.length)}`
  const digest = hex(sha256(bytesOf(head(range) + tail)))
  return bytesOf(`${head(range)}<06092A864886F70D01090431220420${digest}>${tail}${more}`)
}

describe('a paper signed elsewhere', () => {
  it('shows its form, that all of it is covered, and that nothing covered was changed', () => {
    const [one] = signedElsewhere(signed()).signatures
    assert.deepEqual([one?.form, one?.covers, one?.digest], ['pades', 'whole', 'same'])
  })

  it('shows what was put in after it was signed', () => {
    const [one] = signedElsewhere(signed('x', 'more')).signatures
    assert.deepEqual([one?.covers, one?.digest], ['part', 'same'])
  })

  it('shows every changed byte that is covered', () => {
    const whole = signed()
    const at = Buffer.from(whole).indexOf('minutes')
    const changed = Uint8Array.from(whole)
    changed[at] = 0x4d
    assert.equal(signedElsewhere(changed).signatures[0]?.digest, 'differs')
  })

  it('is told from a paper without a signature, and from what is no PDF', () => {
    assert.deepEqual(signedElsewhere(bytesOf('%PDF-1.7\n')), { isPdf: true, signatures: [] })
    assert.equal(signedElsewhere(bytesOf('hello')).isPdf, false)
    const lost = '%PDF-1.7 /ByteRange [0 9 99 99]'
    assert.equal(signedElsewhere(bytesOf(lost)).signatures[0]?.covers, 'broken')
  })

  it('takes any bytes', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.nat(300), { minLength: 4, maxLength: 4 }),
        (text, of) => {
          const bytes = bytesOf(`%PDF-1.7 /ByteRange [${of.join(' ')}] ${text}`)
          assert.equal(signedElsewhere(bytes).signatures.length, 1)
        },
      ),
    )
  })
})
