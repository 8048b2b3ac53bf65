// SPDX-License-Identifier: EUPL-1.2
// What a vector of CVSS may say, and the name and the words of each metric in JSON, from the schemas
// of FIRST.

/** The values of a vector, each with its word in JSON. */
type Words = Readonly<Record<string, string>>

export interface Metric {
  readonly name: string
  readonly words: Words
}

/** By its letters in a vector, in the order that version 4.0 demands. */
export type Vocabulary = Readonly<Record<string, Metric>>

const open = { X: 'NOT_DEFINED' }
const reach = { N: 'NETWORK', A: 'ADJACENT_NETWORK', L: 'LOCAL', P: 'PHYSICAL' }
const reachOfFour = { ...reach, A: 'ADJACENT' }
const twoSteps = { L: 'LOW', H: 'HIGH' }
const threeSteps = { N: 'NONE', ...twoSteps }
const wanted = { ...open, L: 'LOW', M: 'MEDIUM', H: 'HIGH' }
const needed = { N: 'NONE', R: 'REQUIRED' }
const neededOfFour = { N: 'NONE', P: 'PASSIVE', A: 'ACTIVE' }
const reachingOn = { U: 'UNCHANGED', C: 'CHANGED' }
const present = { N: 'NONE', P: 'PRESENT' }
const loss = { N: 'NONE', P: 'PARTIAL', C: 'COMPLETE' }
const wantedOfTwo = { L: 'LOW', M: 'MEDIUM', H: 'HIGH', ND: 'NOT_DEFINED' }
const onward = { N: 'NEGLIGIBLE', ...twoSteps }

const metric = (name: string, words: Words): Metric => ({ name, words })

export const two: Vocabulary = {
  AV: metric('accessVector', { N: 'NETWORK', A: 'ADJACENT_NETWORK', L: 'LOCAL' }),
  AC: metric('accessComplexity', { H: 'HIGH', M: 'MEDIUM', L: 'LOW' }),
  Au: metric('authentication', { M: 'MULTIPLE', S: 'SINGLE', N: 'NONE' }),
  C: metric('confidentialityImpact', loss),
  I: metric('integrityImpact', loss),
  A: metric('availabilityImpact', loss),
  E: metric('exploitability', {
    U: 'UNPROVEN',
    POC: 'PROOF_OF_CONCEPT',
    F: 'FUNCTIONAL',
    H: 'HIGH',
    ND: 'NOT_DEFINED',
  }),
  RL: metric('remediationLevel', {
    OF: 'OFFICIAL_FIX',
    TF: 'TEMPORARY_FIX',
    W: 'WORKAROUND',
    U: 'UNAVAILABLE',
    ND: 'NOT_DEFINED',
  }),
  RC: metric('reportConfidence', {
    UC: 'UNCONFIRMED',
    UR: 'UNCORROBORATED',
    C: 'CONFIRMED',
    ND: 'NOT_DEFINED',
  }),
  CDP: metric('collateralDamagePotential', {
    N: 'NONE',
    L: 'LOW',
    LM: 'LOW_MEDIUM',
    MH: 'MEDIUM_HIGH',
    H: 'HIGH',
    ND: 'NOT_DEFINED',
  }),
  TD: metric('targetDistribution', { N: 'NONE', ...wantedOfTwo }),
  CR: metric('confidentialityRequirement', wantedOfTwo),
  IR: metric('integrityRequirement', wantedOfTwo),
  AR: metric('availabilityRequirement', wantedOfTwo),
}

export const three: Vocabulary = {
  AV: metric('attackVector', reach),
  AC: metric('attackComplexity', twoSteps),
  PR: metric('privilegesRequired', threeSteps),
  UI: metric('userInteraction', needed),
  S: metric('scope', reachingOn),
  C: metric('confidentialityImpact', threeSteps),
  I: metric('integrityImpact', threeSteps),
  A: metric('availabilityImpact', threeSteps),
  E: metric('exploitCodeMaturity', {
    ...open,
    U: 'UNPROVEN',
    P: 'PROOF_OF_CONCEPT',
    F: 'FUNCTIONAL',
    H: 'HIGH',
  }),
  RL: metric('remediationLevel', {
    ...open,
    O: 'OFFICIAL_FIX',
    T: 'TEMPORARY_FIX',
    W: 'WORKAROUND',
    U: 'UNAVAILABLE',
  }),
  RC: metric('reportConfidence', { ...open, U: 'UNKNOWN', R: 'REASONABLE', C: 'CONFIRMED' }),
  CR: metric('confidentialityRequirement', wanted),
  IR: metric('integrityRequirement', wanted),
  AR: metric('availabilityRequirement', wanted),
  MAV: metric('modifiedAttackVector', { ...open, ...reach }),
  MAC: metric('modifiedAttackComplexity', { ...open, ...twoSteps }),
  MPR: metric('modifiedPrivilegesRequired', { ...open, ...threeSteps }),
  MUI: metric('modifiedUserInteraction', { ...open, ...needed }),
  MS: metric('modifiedScope', { ...open, ...reachingOn }),
  MC: metric('modifiedConfidentialityImpact', { ...open, ...threeSteps }),
  MI: metric('modifiedIntegrityImpact', { ...open, ...threeSteps }),
  MA: metric('modifiedAvailabilityImpact', { ...open, ...threeSteps }),
}

/** The first eleven are those of the base. */
export const four: Vocabulary = {
  AV: metric('attackVector', reachOfFour),
  AC: metric('attackComplexity', twoSteps),
  AT: metric('attackRequirements', present),
  PR: metric('privilegesRequired', threeSteps),
  UI: metric('userInteraction', neededOfFour),
  VC: metric('vulnConfidentialityImpact', threeSteps),
  VI: metric('vulnIntegrityImpact', threeSteps),
  VA: metric('vulnAvailabilityImpact', threeSteps),
  SC: metric('subConfidentialityImpact', threeSteps),
  SI: metric('subIntegrityImpact', threeSteps),
  SA: metric('subAvailabilityImpact', threeSteps),
  E: metric('exploitMaturity', {
    ...open,
    A: 'ATTACKED',
    P: 'PROOF_OF_CONCEPT',
    U: 'UNREPORTED',
  }),
  CR: metric('confidentialityRequirement', wanted),
  IR: metric('integrityRequirement', wanted),
  AR: metric('availabilityRequirement', wanted),
  MAV: metric('modifiedAttackVector', { ...open, ...reachOfFour }),
  MAC: metric('modifiedAttackComplexity', { ...open, ...twoSteps }),
  MAT: metric('modifiedAttackRequirements', { ...open, ...present }),
  MPR: metric('modifiedPrivilegesRequired', { ...open, ...threeSteps }),
  MUI: metric('modifiedUserInteraction', { ...open, ...neededOfFour }),
  MVC: metric('modifiedVulnConfidentialityImpact', { ...open, ...threeSteps }),
  MVI: metric('modifiedVulnIntegrityImpact', { ...open, ...threeSteps }),
  MVA: metric('modifiedVulnAvailabilityImpact', { ...open, ...threeSteps }),
  MSC: metric('modifiedSubConfidentialityImpact', { ...open, ...onward }),
  MSI: metric('modifiedSubIntegrityImpact', { ...open, ...onward, S: 'SAFETY' }),
  MSA: metric('modifiedSubAvailabilityImpact', { ...open, ...onward, S: 'SAFETY' }),
  S: metric('Safety', { ...open, N: 'NEGLIGIBLE', P: 'PRESENT' }),
  AU: metric('Automatable', { ...open, N: 'NO', Y: 'YES' }),
  R: metric('Recovery', { ...open, A: 'AUTOMATIC', U: 'USER', I: 'IRRECOVERABLE' }),
  V: metric('valueDensity', { ...open, D: 'DIFFUSE', C: 'CONCENTRATED' }),
  RE: metric('vulnerabilityResponseEffort', { ...open, L: 'LOW', M: 'MODERATE', H: 'HIGH' }),
  U: metric('providerUrgency', {
    ...open,
    Clear: 'CLEAR',
    Green: 'GREEN',
    Amber: 'AMBER',
    Red: 'RED',
  }),
}

/** Of a vector: the version it says it is of, and its metrics one by one. */
export function vectorParts(vector: string): {
  readonly version: string
  readonly parts: readonly (readonly [letters: string, value: string])[]
} {
  const version = /^CVSS:(\d\.\d)\//.exec(vector)?.[1]
  const body = version === undefined ? vector : vector.slice(9)
  return {
    version: version ?? '2.0',
    parts: body.split('/').map((part) => {
      const at = part.indexOf(':')
      return [part.slice(0, Math.max(at, 0)), part.slice(at + 1)] as const
    }),
  }
}
