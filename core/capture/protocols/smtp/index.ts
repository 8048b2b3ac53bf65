// SPDX-License-Identifier: EUPL-1.2
/** SMTP (RFC 5321): names of mail clients, banners of servers, log-ins in the clear. */
import type { Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { fourLetters, isCommand, isReply, readLines, wordAndRest } from '../lines.ts'

export const smtp: Protocol = {
  name: 'smtp',
  carrier: 'tcp',
  ports: [25, 587, 2525],
  streamBytes: 4096,
  recognises: ({ view, from, to, isFromServer }) =>
    isFromServer ? isReply(view, from, to) : isCommand(view, from, to, 4),
  // Mail itself may look like anything, and says nothing that we want.
  scan: (view, from, to, isFromServer) =>
    !isFromServer && to - from >= 4 && greets(fourLetters(view, from)) ? scan.decode : scan.seen,
  decode(payload, recorder) {
    recorder.layer('smtp')
    return readLines(payload, (line) => {
      if (payload.isFromServer) recordReply(line, recorder)
      else recordCommand(line, recorder)
    })
  },
}

const hello = 0x48454c4f
const extendedHello = 0x45484c4f
const authenticate = 0x41555448

function greets(letters: number): boolean {
  return letters === hello || letters === extendedHello || letters === authenticate
}

function recordReply(line: string, recorder: Recorder): void {
  if (!line.startsWith('220')) return
  const banner = line.slice(4)
  recorder.fact('smtp.banner', banner)
  if (/ESMTP|SMTP/i.test(banner)) recorder.fact('server_software', banner)
}

function recordCommand(line: string, recorder: Recorder): void {
  const [word, rest] = wordAndRest(line)
  if (word === 'EHLO' || word === 'HELO') recorder.fact('smtp.hello', rest)
  if (word !== 'AUTH') return
  const method = wordAndRest(rest)[0].toLowerCase()
  if (method === 'plain' || method === 'login') recorder.event('cleartext_login', { method })
}
