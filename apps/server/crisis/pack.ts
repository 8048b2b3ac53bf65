// SPDX-License-Identifier: EUPL-1.2
import { emergencyTemplate, writePdf } from '@schouw/formats/pdf'
import { type EmergencyFacts, emergencyPack } from '@schouw/report/emergency'
import { paperFonts } from '@schouw/report/fonts'
import type { Answer } from '../http/answer.ts'

const names = { nl: 'noodpakket', en: 'emergency-pack' } as const

/** The pack as a file, dated by the last change in what it holds. */
export function packAnswer(facts: EmergencyFacts, language: 'nl' | 'en'): Answer {
  const { data, createdAt } = emergencyPack(facts, language)
  const made = writePdf({
    ...{ template: emergencyTemplate(), data, fonts: paperFonts() },
    ...{ attachments: {}, createdAt },
  })
  if (!made.ok) throw new Error(`the emergency pack was not made: ${String(made.facts['detail'])}`)
  const name = `${names[language]}-${createdAt.toISOString().slice(0, 10)}.pdf`
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  return { status: 200, type: 'application/pdf', headers, body: Buffer.from(made.value) }
}
