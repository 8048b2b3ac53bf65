// SPDX-License-Identifier: EUPL-1.2

/** What the sentences are about, in words; empty where the registers do not know. */
export interface ScenarioTold {
  readonly jewel: string
  readonly line: string
  readonly way: string
  readonly start: string
  readonly supplier: string
  readonly thing: string
  readonly hours: string
}
