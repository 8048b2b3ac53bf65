// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from './advisory.ts'
import { csafAdvisory } from './csaf/read.ts'
import { cycloneDxAdvisory } from './vex/cyclonedx.ts'
import { openVexAdvisory } from './vex/openvex.ts'

/** Reads CSAF, OpenVEX or the vulnerabilities of CycloneDX; undefined for anything else. */
export function advisoryOf(value: unknown): Advisory | undefined {
  return csafAdvisory(value) ?? openVexAdvisory(value) ?? cycloneDxAdvisory(value)
}
