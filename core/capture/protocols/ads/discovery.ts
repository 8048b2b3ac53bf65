// SPDX-License-Identifier: EUPL-1.2
import type { Recorder, Subject } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'
import { netId, routerOf } from './net-id.ts'

/** Mark, number, service, AMS address, number of fields. */
export const discoveryBytes = 24
const mark = 0x71146603

const service = { addRoute: 6 } as const
const field = {
  password: 2,
  version: 3,
  system: 4,
  computer: 5,
  netId: 7,
  route: 12,
  user: 13,
} as const

/** Platforms of Windows' version structure: 2 is NT, 3 is CE. */
const platforms: Readonly<Record<number, string>> = { 2: 'Windows NT', 3: 'Windows CE' }

export function isDiscovery(view: DataView, from: number, to: number): boolean {
  return to - from >= discoveryBytes && view.getUint32(from, true) === mark
}

/** `cursor` begins at the service. */
export function recordDiscovery(cursor: Cursor, recorder: Recorder): void {
  const number = cursor.u32le()
  const isAnswer = number >>> 31 === 1
  const source = netId(cursor)
  cursor.skip(2)
  const count = cursor.u32le()
  const about = routerOf(source)
  recorder.fact('ads.netid', source, about)
  const login = { user: '', hasPassword: false }
  for (let index = 0; index < count && !cursor.isShort; index += 1) {
    const kind = cursor.u16le()
    const value = cursor.part(cursor.u16le())
    if (cursor.isShort) break
    if (kind === field.password) login.hasPassword = value.left > 1
    else if (kind === field.user) login.user = value.text(value.left)
    else recordField(kind, value, { about, isAnswer }, recorder)
  }
  if (cursor.isShort) recorder.oddity('truncated')
  if ((number & 0xff) === service.addRoute && !isAnswer && login.hasPassword) {
    recorder.event('cleartext_login', { protocol: 'ads', user: login.user, what: 'add_route' })
  }
}

function recordField(
  kind: number,
  value: Cursor,
  of: { readonly about: Subject; readonly isAnswer: boolean },
  recorder: Recorder,
): void {
  if (kind === field.computer) recorder.fact('hostname', value.text(value.left))
  else if (kind === field.route) recorder.fact('ads.route', value.text(value.left), 'receiver')
  else if (kind === field.netId) recorder.fact('ads.route_netid', netId(value))
  else if (kind === field.version && of.isAnswer) {
    const version = `${value.u8()}.${value.u8()}.${value.u16le()}`
    if (value.isShort) return
    recorder.fact('vendor', 'Beckhoff', of.about)
    recorder.fact('firmware', version, of.about)
  } else if (kind === field.system && of.isAnswer) {
    value.skip(4)
    const numbers = `${value.u32le()}.${value.u32le()}.${value.u32le()}`
    const platform = platforms[value.u32le()]
    if (value.isShort || platform === undefined) return
    recorder.fact('operating_system', `${platform} ${numbers}`)
  }
}
