// SPDX-License-Identifier: EUPL-1.2
import { type JsonObject, objectOf } from '../json.ts'
import { documentRules } from './document.ts'
import { productRules } from './products.ts'
import { profileRules } from './profiles.ts'
import { weaknessRules } from './weaknesses.ts'

type Rules = Readonly<Record<string, (document: JsonObject) => readonly string[]>>

/** The mandatory tests of CSAF 2.0 that are made here, by their number in section 6.1. */
export const mandatory: Rules = {
  ...documentRules,
  ...productRules,
  ...weaknessRules,
  ...profileRules,
}

export interface Broken {
  readonly rule: string
  readonly place: string
}

const mostPlaces = 20

/** Mandatory tests that a document fails, each with the first places where. */
export function brokenRules(value: unknown): readonly Broken[] {
  const document = objectOf(value)
  return Object.entries(mandatory).flatMap(([rule, test]) =>
    [...new Set(test(document))].slice(0, mostPlaces).map((place) => ({ rule, place })),
  )
}
