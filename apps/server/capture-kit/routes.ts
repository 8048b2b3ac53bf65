// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { emergencyTemplate, writePdf } from '@schouw/formats/pdf'
import { captureKitPaper } from '@schouw/report/capture-kit'
import { paperFonts } from '@schouw/report/fonts'
import type { FastifyInstance } from 'fastify'
import { registersRead } from '../http/reading/registers.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const names = { nl: 'opnamepakket', en: 'capture-kit' } as const

/** How to record a plant safely, on paper, in the name of the organisation. */
export function servedCaptureKit(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, routes.captureKit, { clock }, async ({ caller, query: { language } }) => {
    const kinds = ['organisation'] as const
    const read = await registersRead({ storage, caller, kinds, asOf: undefined, now: clock() })
    if ('refused' in read) return read.refused
    const named = read.facts.records.organisation?.find(({ retired }) => retired === null)
    const organisation = String(named?.values['name'] ?? '')
    const { data, createdAt } = captureKitPaper(language, organisation)
    const made = writePdf({
      ...{ template: emergencyTemplate(), data, fonts: paperFonts() },
      ...{ attachments: {}, createdAt },
    })
    if (!made.ok) throw new Error(`the capture kit was not made: ${String(made.facts['detail'])}`)
    const headers = { 'content-disposition': `attachment; filename="${names[language]}.pdf"` }
    return { status: 200, type: 'application/pdf', headers, body: Buffer.from(made.value) }
  })
}
