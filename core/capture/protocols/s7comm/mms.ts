// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Recorder } from '../../protocol.ts'
import { type Element, elementAt, elementsIn } from '../der.ts'
import { textAt } from '../wire.ts'

/** Two session units of two bytes each stand before the presentation's data. */
const sessionBytes = 4

/** Tags on the way from the presentation's data to the answer of "identify" (ISO 9506-2). */
const tag = { userData: 0x61, list: 0x30, value: 0xa0, answer: 0xa1, identify: 0xa2 } as const

const fields: Readonly<Record<number, FactName>> = {
  128: 'vendor',
  129: 'model',
  130: 'firmware',
}

/** An MMS server says maker, model and revision when it is asked; everything else is left alone. */
export function recordMms(message: Uint8Array, recorder: Recorder): void {
  const outer = elementAt(message, sessionBytes, message.length)
  const list = outer?.tag === tag.userData ? inside(message, outer, tag.list) : undefined
  const value = list === undefined ? undefined : inside(message, list, tag.value)
  const answer = value === undefined ? undefined : inside(message, value, tag.answer)
  const identify = answer === undefined ? undefined : inside(message, answer, tag.identify)
  if (identify === undefined) return
  for (const field of elementsIn(message, identify.from, identify.to, 4)) {
    const name = fields[field.tag]
    if (name !== undefined) recorder.fact(name, textAt(message, field.from, field.to))
  }
}

function inside(bytes: Uint8Array, element: Element, wanted: number): Element | undefined {
  return elementsIn(bytes, element.from, element.to, 8).find((one) => one.tag === wanted)
}
