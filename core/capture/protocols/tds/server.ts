// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { Cursor, utf16At } from '../wire.ts'

// [MS-TDS], section 2.2.6.5: options of the prelogin, of both sides.
const option = { version: 0, encryption: 1, end: 0xff } as const
const encryptions = ['off', 'on', 'not supported', 'required'] as const
const maxOptions = 16

export function recordPrelogin(body: Cursor, recorder: Recorder): void {
  const start = body.at
  for (let index = 0; index < maxOptions; index += 1) {
    const kind = body.u8()
    // A TLS handshake may travel in packets of this type; it begins with 22.
    if (kind === option.end || kind > 16) return
    const from = start + body.u16()
    const to = from + body.u16()
    if (body.isShort || to > body.to) {
      recorder.oddity('truncated')
      return
    }
    const value = new Cursor(body, from, to)
    if (kind === option.version && value.left >= 6) {
      const version = `${value.u8()}.${value.u8()}.${value.u16()}`
      // Clients that do not know their version send zeros.
      if (!version.startsWith('0.')) recorder.fact('tds.version', version)
    } else if (kind === option.encryption && value.left >= 1) {
      recorder.fact('tds.encryption', encryptions[value.u8() & 3])
    }
  }
}

// [MS-TDS], section 2.2.7: tokens of an answer to a login; all have a length of two bytes.
const token = { error: 0xaa, information: 0xab, loginAnswer: 0xad, change: 0xe3 } as const
const maxTokens = 32

/** Reads the tokens in front that are about the session; result sets end it. */
export function recordTokens(body: Cursor, recorder: Recorder): void {
  for (let index = 0; index < maxTokens && body.left >= 3; index += 1) {
    const kind = body.u8()
    if (!Object.values(token).some((known) => known === kind)) return
    const content = body.upTo(body.u16le())
    if (content.isShort) {
      recorder.oddity('truncated')
      return
    }
    if (kind === token.loginAnswer) recordLoginAnswer(content, recorder)
    else if (kind === token.information || kind === token.error) recordMessage(content, recorder)
  }
}

function recordLoginAnswer(content: Cursor, recorder: Recorder): void {
  content.skip(1 + 4)
  const name = shortText(content)
  const version = [content.u8(), content.u8(), content.u16()]
  if (content.isShort) return
  recorder.fact('server_software', name)
  recorder.fact('tds.version', version.join('.'))
}

/** Every message names the server that sends it. */
function recordMessage(content: Cursor, recorder: Recorder): void {
  content.skip(4 + 1 + 1)
  content.skip(content.u16le() * 2)
  const server = shortText(content)
  if (!content.isShort) recorder.fact('tds.server_name', server)
}

function shortText(content: Cursor): string {
  const part = content.upTo(content.u8() * 2)
  return utf16At(part.bytes, part.at, part.to)
}
