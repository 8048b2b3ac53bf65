// SPDX-License-Identifier: EUPL-1.2
import { posterTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'
import { poster } from '@schouw/report/poster'
import type { Answer } from '../http/answer.ts'

interface Asked {
  readonly organisation: string
  readonly place: string
  readonly link: string
  readonly language: 'nl' | 'en'
  readonly at: string
}

/** The poster of a report point as a file. */
export function posterAnswer({ at, ...asked }: Asked): Answer {
  const made = poster({ ...asked, at: new Date(at) })
  if (made === undefined) throw new Error('the link of a report point is too long for a picture')
  const written = writePdf({
    ...{ template: posterTemplate(), data: made.data, fonts: paperFonts() },
    ...{ attachments: {}, createdAt: made.createdAt },
  })
  if (!written.ok) throw new Error(`the poster was not made: ${String(written.facts['detail'])}`)
  const headers = { 'content-disposition': 'attachment; filename="poster.pdf"' }
  return { status: 200, type: 'application/pdf', headers, body: Buffer.from(written.value) }
}
