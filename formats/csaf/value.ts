// SPDX-License-Identifier: EUPL-1.2
import { fromXml } from '../cyclonedx/index.ts'
import { quoted } from '../problem/index.ts'

export type DocumentValue =
  | { readonly value: unknown; readonly problem?: undefined }
  | {
      readonly problem: { readonly expected: string; readonly found: string }
      readonly value?: undefined
    }

/** An advisory as a value: JSON in UTF-8, or CycloneDX as XML in the shape that it has as JSON. */
export function documentValue(bytes: Uint8Array): DocumentValue {
  if (isXml(bytes)) {
    const { value, problem } = fromXml(bytes)
    if (problem === undefined) return { value }
    // An XML document of something else is no advisory, and no fault in one.
    if (problem.code === 'not-this-format') return { value: undefined }
    return { problem: { expected: problem.expected, found: `${problem.code}: ${problem.found}` } }
  }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch (fault) {
    const found = fault instanceof SyntaxError ? quoted(fault.message.slice(0, 120)) : 'other bytes'
    return { problem: { expected: 'JSON in UTF-8', found } }
  }
}

/** By the first sign that is no blank, whatever marks or zeros an encoding puts around it. */
export function isXml(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 64)).toString('latin1').replaceAll('\0', '')
  return /^[^\w#{["]*</.test(begin)
}
