// SPDX-License-Identifier: EUPL-1.2
import { distributionRules } from './distribution.ts'
import { documentRules } from './document.ts'
import { type Facts, factsOf } from './facts.ts'
import { fixRules } from './fixes.ts'
import { identityWarnings } from './identities.ts'
import { momentRules } from './moments.ts'
import { productRules, productRulesSince } from './products.ts'
import { profileRules, profileRulesSince } from './profiles.ts'
import { rangeRulesSince, rangeWarnings, rangeWarningsSince } from './ranges.ts'
import type { Rules } from './rule.ts'
import { scoreRules, scoreRulesSince } from './scores.ts'
import { weaknessNameRules, weaknessNameRulesSince } from './weakness-names.ts'
import { weaknessRules, weaknessRulesSince } from './weaknesses.ts'

interface Tests {
  /** Section 6.1. */
  readonly mandatory: Rules
  /** Section 6.2. */
  readonly recommended: Rules
}

const ofTwo: Tests = {
  mandatory: {
    ...documentRules,
    ...productRules,
    ...weaknessRules,
    ...weaknessNameRules,
    ...scoreRules,
    ...profileRules,
  },
  recommended: rangeWarnings,
}

const ofTwoOne: Tests = {
  mandatory: {
    ...ofTwo.mandatory,
    ...productRulesSince,
    ...weaknessRulesSince,
    ...weaknessNameRulesSince,
    ...scoreRulesSince,
    ...profileRulesSince,
    ...fixRules,
    ...momentRules,
    ...distributionRules,
    ...rangeRulesSince,
  },
  recommended: { ...ofTwo.recommended, ...rangeWarningsSince, ...identityWarnings },
}

/** The tests of CSAF that are made here for the version a document says it is of. */
export function testsFor({ isOfTwoOne }: Pick<Facts, 'isOfTwoOne'>): Tests {
  return isOfTwoOne ? ofTwoOne : ofTwo
}

export interface Broken {
  /** Its number in the standard. */
  readonly rule: string
  readonly place: string
}

const mostPlaces = 20

/** Mandatory tests that a document fails, each with the first places where. */
export function brokenRules(value: unknown): readonly Broken[] {
  const facts = factsOf(value)
  return failed(facts, testsFor(facts).mandatory)
}

/** Recommended tests that a document fails: it is valid all the same. */
export function warnings(value: unknown): readonly Broken[] {
  const facts = factsOf(value)
  return failed(facts, testsFor(facts).recommended)
}

function failed(facts: Facts, rules: Rules): readonly Broken[] {
  return Object.entries(rules).flatMap(([rule, test]) => {
    const found = test(facts)
    return found.length === 0
      ? []
      : [...new Set(found)].slice(0, mostPlaces).map((place) => ({ rule, place }))
  })
}
