// SPDX-License-Identifier: EUPL-1.2
/** FTP control connections (RFC 959): banner, system, log-ins in the clear, files. */
import type { Operation, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { fourLetters, isCommand, isReply, readLines, wordAndRest } from '../lines.ts'
import { textAt } from '../wire.ts'

const port = 21

export const ftp: Protocol = {
  name: 'ftp',
  carrier: 'tcp',
  ports: [port],
  roams: true,
  streamBytes: 4096,
  recognises({ bytes, view, from, to, isFromServer, source, destination }) {
    if (source.port === port || destination.port === port) {
      return isFromServer ? isReply(view, from, to) : isCommand(view, from, to, 3)
    }
    // Mail servers greet with the same number; elsewhere than on its port it must say its name.
    if (!isFromServer || !isReply(view, from, to)) return false
    return /^220[ -].*\bFTP/i.test(textAt(bytes, from, Math.min(to, from + 256)))
  },
  scan(view, from, to, isFromServer, tally) {
    if (isFromServer) return scan.seen
    if (to - from < 4) return scan.seen
    const index = commands.findIndex(({ letters }) => letters === fourLetters(view, from))
    if (index < 0) return scan.seen
    tally.add(index)
    return scan.decode
  },
  operation: (code): Operation => commands[code] ?? { name: `command_${code}`, effect: 'other' },
  decode(payload, recorder) {
    recorder.layer('ftp')
    return readLines(payload, (line) => {
      if (payload.isFromServer) recordReply(line, recorder)
      else recordCommand(line, recorder)
    })
  },
}

interface Command extends Operation {
  /** Of the word on the wire, as `fourLetters` gives them. */
  readonly letters: number
}

const commands: readonly Command[] = [
  { letters: 0x55534552, name: 'user', effect: 'authenticate' },
  { letters: 0x50415353, name: 'password', effect: 'authenticate' },
  { letters: 0x52455452, name: 'retrieve', effect: 'read' },
  { letters: 0x53544f52, name: 'store', effect: 'write' },
  { letters: 0x53544f55, name: 'store_unique', effect: 'write' },
  { letters: 0x41505045, name: 'append', effect: 'write' },
  { letters: 0x44454c45, name: 'delete', effect: 'write' },
  { letters: 0x524e544f, name: 'rename', effect: 'write' },
  { letters: 0x53495445, name: 'site', effect: 'other' },
]

const files: readonly string[] = ['RETR', 'STOR', 'APPE', 'DELE', 'RNTO']

function recordCommand(line: string, recorder: Recorder): void {
  const [word, rest] = wordAndRest(line)
  if (word === 'USER') recorder.event('cleartext_login', { command: 'USER', user: rest })
  else if (word === 'PASS') recorder.event('cleartext_login', { command: 'PASS' })
  else if (files.includes(word)) recorder.fact('ftp.file', rest)
}

function recordReply(line: string, recorder: Recorder): void {
  const [, code, text] = /^(\d{3})[ -](.*)$/.exec(line) ?? []
  if (code === '220' && text !== undefined) {
    recorder.fact('ftp.banner', text)
    // Whoever gives a version names a product; `ready` is all that others say.
    if (/\d\.\d|\(/.test(text)) recorder.fact('server_software', text)
  } else if (code === '215' && text !== undefined) recorder.fact('ftp.system', text)
}

/** Data of active transfers. Passive ones use any port, told only within the control connection. */
export const ftpData: Protocol = {
  name: 'ftp_data',
  carrier: 'tcp',
  ports: [20],
  deepPackets: 0,
  scan: () => scan.seen,
  decode: () => undefined,
}
