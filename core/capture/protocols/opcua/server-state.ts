// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'
import { extensionObject, text } from './encoding.ts'

/** Encodings of the structures that state product and version. */
const type = { buildInfo: 340, serverStatus: 864 } as const

/** A message with channel, token and two numbers, the service's id, an answer's header, a value. */
const fixed = { result: 40, diagnostics: 44, texts: 45, header: 49, count: 52, mask: 56, value: 57 }
const shortest = 58
const none = 0xffffffff

const hasValue = 1
const extensionVariant = 22

/** Whether the answer to a read in the message from `at` to `to` may hold such a structure. */
export function mayHoldState(view: DataView, at: number, to: number): boolean {
  if (to - at < shortest) return true
  if (view.getUint32(at + fixed.result, true) >>> 30 !== 0) return false
  if (view.getUint8(at + fixed.diagnostics) !== 0) return false
  const texts = view.getUint32(at + fixed.texts, true)
  // A header of its own in the shortest form: no node, no body.
  const isUsual = (view.getUint8(at + fixed.header) & 0x3f) === 0
  if (!isUsual || view.getUint8(at + fixed.header + 2) !== 0) return true
  if (texts !== 0 && texts !== none) return true
  if (view.getUint32(at + fixed.count, true) === 0) return false
  if ((view.getUint8(at + fixed.mask) & hasValue) === 0) return false
  return view.getUint8(at + fixed.value) === extensionVariant
}

/**
 * Reads the first value of an answer, when it is the state of the server or its build: everybody
 * who watches a server reads that alone.
 */
export function recordReadAnswer(cursor: Cursor, recorder: Recorder): void {
  if (cursor.u32le() === 0 || cursor.isShort) return
  if ((cursor.u8() & hasValue) === 0 || cursor.u8() !== extensionVariant) return
  const object = extensionObject(cursor)
  const body = object.body
  if (object.type === type.serverStatus) {
    // Started, now, state.
    body.skip(20)
    recordBuild(body, recorder)
  } else if (object.type === type.buildInfo) recordBuild(body, recorder)
}

function recordBuild(body: Cursor, recorder: Recorder): void {
  const uri = text(body)
  const maker = text(body)
  const product = text(body)
  const version = text(body)
  const build = text(body)
  if (body.isShort) return
  recorder.fact('opcua.product_uri', uri)
  recorder.fact('vendor', maker)
  recorder.fact('opcua.product_name', product)
  recorder.fact('server_software', `${product} ${version}`)
  recorder.fact('opcua.build', build)
}
