// SPDX-License-Identifier: EUPL-1.2
import { paperTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'

/** A paper for somebody outside, of the day it was drawn up. */
export function paperPdf(data: unknown, on: string): Buffer {
  const createdAt = new Date(`${on}T00:00:00Z`)
  const input = { template: paperTemplate(), data, fonts: paperFonts(), attachments: {}, createdAt }
  const pdf = writePdf(input)
  if (!pdf.ok) throw new Error(`the paper was not made: ${String(pdf.facts['detail'])}`)
  return Buffer.from(pdf.value)
}
