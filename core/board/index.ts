// SPDX-License-Identifier: EUPL-1.2
/**
 * Board: what the registers come to for whoever is answerable. Reads records as they stood on a
 * day and changes nothing; every line leads back to the record that it comes from.
 */
import * as applicability from './applicability/index.ts'
import * as cycle from './cycle/index.ts'
import * as figures from './figures/index.ts'
import * as incidents from './incidents/index.ts'
import * as losses from './losses/index.ts'
import * as plan from './plan/index.ts'
import * as vulnerabilities from './vulnerabilities/index.ts'

export { certificatePoints } from './certificate.ts'
export { kindsOfStanding, type Ref, type StandingFacts } from './facts.ts'
export { scopesOf } from './scope.ts'
export { type Standing, standing } from './standing.ts'

/**
 * `applicability`: what applies of a framework; `cycle`: policies and what comes round every year; `figures`: what the board steers by, and where
 * it is passed; `incidents`: rooms and clocks; `losses`: risks, treatments and processes as the
 * input of the simulation; `plan`: the work with its days and its money; `vulnerabilities`: the place
 * of a device that has one.
 */
export { applicability, cycle, figures, incidents, losses, plan, vulnerabilities }
