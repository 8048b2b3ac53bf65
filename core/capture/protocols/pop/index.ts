// SPDX-License-Identifier: EUPL-1.2
/** POP3 (RFC 1939): banner of the server, log-ins in the clear. */
import type { Protocol } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { fourLetters, isCommand, readLines, wordAndRest } from '../lines.ts'

export const pop: Protocol = {
  name: 'pop',
  carrier: 'tcp',
  ports: [110],
  streamBytes: 4096,
  deepPackets: 2,
  recognises: ({ view, from, to, isFromServer }) =>
    isFromServer ? isAnswer(view, from, to) : isCommand(view, from, to, 4),
  scan: (view, from, to, isFromServer) =>
    !isFromServer && to - from >= 4 && logsIn(fourLetters(view, from)) ? scan.decode : scan.seen,
  decode(payload, recorder) {
    recorder.layer('pop')
    let isFirst = true
    return readLines(payload, (line) => {
      const [word, rest] = wordAndRest(line)
      if (payload.isFromServer) {
        if (isFirst && word === '+OK') recorder.fact('pop.banner', rest)
      } else if (word === 'USER') {
        recorder.event('cleartext_login', { command: 'USER', user: rest })
      } else if (word === 'PASS') recorder.event('cleartext_login', { command: 'PASS' })
      isFirst = false
    })
  },
}

const user = 0x55534552
const password = 0x50415353

function logsIn(letters: number): boolean {
  return letters === user || letters === password
}

const plus = 0x2b
const minus = 0x2d

function isAnswer(view: DataView, from: number, to: number): boolean {
  return to - from >= 5 && (view.getUint8(from) === plus || view.getUint8(from) === minus)
}
