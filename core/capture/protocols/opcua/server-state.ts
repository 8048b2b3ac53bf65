// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'
import { extensionObject, text } from './encoding.ts'

/** Encodings of the structures that state product and version. */
const type = { buildInfo: 340, serverStatus: 864 } as const

const hasValue = 1
const extensionVariant = 22

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
