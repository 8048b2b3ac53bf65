// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder, Subject } from '../../protocol.ts'
import { hex } from '../wire.ts'
import type { Datagram } from './datagram.ts'
import { recordMailbox } from './mailbox.ts'
import { command, processMemory, register } from './scan-datagrams.ts'
import { recordProduct, recordVendor } from './vendors.ts'

/** Words of the EEPROM with an identity, two words each. */
const identityWords: ReadonlySet<number> = new Set([0x08, 0x0a, 0x0c, 0x0e])

/** Bits of the EEPROM's status: busy, and errors. */
const busyOrFailed = 0xf800

/**
 * Reads what slaves put into a frame, so on its way back. The first slave marks the frame by
 * setting the "locally administered" bit of the sender's address: without it, it is the master's.
 */
export function recordDatagram(datagram: Datagram, payload: Payload, recorder: Recorder): void {
  const { workingCounter, offset } = datagram
  if (workingCounter === 0 || payload.source.mac === undefined) return
  const master = masterOf(payload.source.mac)
  if (datagram.command === command.brd) {
    recorder.remember('slaves', String(workingCounter))
    recorder.fact('ecat.slaves', String(workingCounter), { mac: master })
    recorder.fact('role_hint', 'ethercat_master', { mac: master })
    return
  }
  const slave = slaveOf(datagram, recorder)
  if (slave === undefined) return
  if (offset === register.station && datagram.command === command.apwr) {
    recordStation(datagram, slave, master, recorder)
  } else if (offset === register.eeprom || offset === register.eepromData) {
    recordEeprom(datagram, slave, master, recorder)
  } else if (offset >= processMemory && datagram.command === command.fprd) {
    recordMailbox(datagram.data, subjectOf(slave, master), recorder)
  }
}

/** `station` where it is known, else the place in the ring. */
interface Slave {
  readonly place: number | undefined
  readonly station: string | undefined
}

/**
 * By station, or by place: every slave raises the address by one, so that it is the number of
 * slaves less the place when the frame is back.
 */
function slaveOf({ command: code, address }: Datagram, recorder: Recorder): Slave | undefined {
  if (code === command.fprd || code === command.fpwr) {
    return { place: undefined, station: String(address) }
  }
  if (code !== command.aprd && code !== command.apwr) return undefined
  const slaves = Number(recorder.recall('slaves') ?? 0)
  const place = slaves - address
  if (place < 0 || place >= slaves) return undefined
  return { place, station: recorder.recall(`station ${place}`) }
}

function subjectOf({ station, place }: Slave, master: string): Subject {
  const key = station ?? `place ${place ?? 0}`
  return { child: 'ethercat-slave', key, of: { mac: master } }
}

/** From now on the slave has a station address; what it said before belongs to that. */
function recordStation(
  { data }: Datagram,
  { place }: Slave,
  master: string,
  recorder: Recorder,
): void {
  const station = data.u16le()
  if (data.isShort || place === undefined || station === 0) return
  recorder.remember(`station ${place}`, String(station))
  const slave = { place, station: String(station) }
  recorder.fact('ecat.place', String(place), subjectOf(slave, master))
  for (const word of identityWords) {
    const value = recorder.recall(`word ${place} ${word}`)
    if (value !== undefined) recordWord(word, Number(value), subjectOf(slave, master), recorder)
  }
}

/** Status or control, address in words, data; reads of the data alone need the address before. */
function recordEeprom(
  { command: code, offset, data }: Datagram,
  slave: Slave,
  master: string,
  recorder: Recorder,
): void {
  const name = slave.station === undefined ? `place ${slave.place}` : `station ${slave.station}`
  const isWrite = code === command.apwr || code === command.fpwr
  let address = Number(recorder.recall(`eeprom ${name}`) ?? -1)
  if (offset === register.eeprom) {
    const status = data.u16le()
    const told = data.u32le()
    if (data.isShort) return
    if (isWrite) {
      recorder.remember(`eeprom ${name}`, String(told))
      return
    }
    if ((status & busyOrFailed) !== 0) return
    address = told
  }
  if (isWrite) return
  for (let word = address; data.left >= 4; word += 2) {
    const value = data.u32le()
    if (!identityWords.has(word)) continue
    if (slave.station === undefined) recorder.remember(`word ${slave.place} ${word}`, String(value))
    else recordWord(word, value, subjectOf(slave, master), recorder)
  }
}

function recordWord(word: number, value: number, about: Subject, recorder: Recorder): void {
  if (word === 0x08) recordVendor(value, about, recorder)
  else if (word === 0x0a) recordProduct(value, about, recorder)
  else if (word === 0x0c) recorder.fact('ecat.revision', hex(value, 8), about)
  else if (word === 0x0e && value !== 0) recorder.fact('serial', hex(value, 8), about)
}

function masterOf(mac: string): string {
  const first = Number.parseInt(mac.slice(0, 2), 16) & ~0x02
  return `${first.toString(16).padStart(2, '0')}${mac.slice(2)}`
}
