// SPDX-License-Identifier: EUPL-1.2

/** What a language has to say about alerts and who watches. */
export interface MonitoringWords {
  readonly title: string
  readonly intro: string
  readonly toSensors: string
  readonly figures: (open: number, silent: number) => string
  readonly detect: (hours: number, of: number) => string
  readonly contain: (hours: number, of: number) => string
  readonly unmeasured: string
  readonly waiting: string
  readonly none: string
  readonly silent: string
  readonly done: string
  readonly until: (day: string) => string
  readonly awake: string
  readonly times: (count: number) => string
  readonly toIncident: string
  readonly toRoom: string
  readonly handTo: string
  readonly handOver: string
  readonly handedOver: string
  readonly look: string
  readonly more: string
  readonly silence: string
  readonly silenceUntil: string
  readonly silenceWhy: string
  readonly close: string
  readonly verdict: string
  readonly verdictWhy: string
  readonly files: string
  readonly filesHelp: string
  readonly read: (made: number, again: number, leftOut: number) => string
  readonly sheet: string
  readonly sheetIntro: string
  readonly never: { readonly title: string; readonly items: readonly string[] }
  readonly first: { readonly title: string; readonly items: readonly string[] }
  readonly call: { readonly title: string; readonly text: string; readonly link: string }
  readonly print: string
  readonly intakes: string
  readonly intakesIntro: string
  readonly intakeName: string
  readonly makeIntake: string
  readonly intakeOnce: string
  readonly end: string
  readonly ended: string
  readonly last: (moment: string) => string
  readonly nothingYet: string
}
