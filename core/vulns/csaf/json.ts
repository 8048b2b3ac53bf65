// SPDX-License-Identifier: EUPL-1.2
// Values of JSON from strangers: what is not of the expected kind is absent.

export type JsonObject = Readonly<Record<string, unknown>>

const nothing: JsonObject = {}

export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : nothing
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function textsOf(value: unknown): readonly string[] {
  const list = listOf(value)
  const isText = list.every((one) => typeof one === 'string')
  return (isText ? list : list.filter((one) => typeof one === 'string')) as readonly string[]
}
