// SPDX-License-Identifier: EUPL-1.2

/** What a language has to say at and about report points. */
export interface ReportPointWords {
  readonly at: (organisation: string, name: string) => string
  readonly anonymous: string
  readonly files: string
  readonly code: string
  readonly codeHelp: string
  readonly follow: string
  readonly look: string
  readonly states: {
    readonly received: string
    readonly looked_at: string
    readonly closed: string
  }
  readonly noFeedback: string
  readonly feedback: string
  readonly gone: { readonly title: string; readonly text: string }
  readonly points: string
  readonly pointsIntro: string
  readonly pointName: string
  readonly pointHelp: string
  readonly make: string
  readonly made: (day: string) => string
  readonly ended: string
  readonly end: string
  readonly poster: string
  readonly posterOnce: string
  readonly posterPdf: string
  readonly print: string
  readonly close: string
}
