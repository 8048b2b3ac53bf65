// SPDX-License-Identifier: EUPL-1.2
import { dossierRoutes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import type { Files } from '../files/files.ts'
import { no } from '../http/answer.ts'
import { serveRoute } from '../http/route.ts'
import { packFor } from '../pack/gather.ts'
import { pdfOf } from '../pack/routes.ts'
import type { LossRuns } from '../risk/runs.ts'
import type { Storage } from '../storage/storage.ts'
import { sealedFiles } from '../timestamps/seal.ts'
import type { TimestampSettings } from '../timestamps/settings.ts'
import { container, filesOf, headOf } from './gather.ts'
import type { Wanted } from './wanted.ts'
import { withheldFrom } from './withheld.ts'

interface Around {
  readonly storage: Storage
  readonly files: Files
  readonly clock: () => string
  readonly timestamps: TimestampSettings | undefined
}

/** A dossier as of now: a director’s own, or one for whoever asks to see. */
export function servedDossiers(
  app: FastifyInstance,
  { storage, files, clock, timestamps }: Around,
  runs: LossRuns,
): void {
  serveRoute(app, dossierRoutes.dossier, { clock }, async ({ caller, query }) => {
    const { scope, language, from, until, names, withhold } = query
    if (from > until)
      return no('query-refused', { errors: [{ code: 'query-refused', path: '/from' }] })
    const isDirector = caller.actor.roles.includes('director')
    // A defence is one’s own: nobody makes it about somebody else.
    if (scope === 'director' && !isDirector) return no('not-permitted')
    const wanted: Wanted = {
      scope,
      language,
      from,
      until,
      showNames: names === '1',
      now: clock(),
      withhold: (withhold ?? '').split(',').filter((one) => one !== ''),
      ...(scope === 'director' ? { person: caller.actor.person } : {}),
    }
    const { tenant } = caller
    const { checkpoint: note } = await storage.log(tenant)
    const asOf = String(headOf(note).size)
    // Of a customer there is nothing in it that the pack would not say too much of.
    const isInside = scope !== 'customer'
    const of = isInside ? await packFor({ storage, clock }, runs, { caller, asOf }) : undefined
    const beside =
      of === undefined || 'refused' in of
        ? []
        : [{ name: 'report.pdf', bytes: pdfOf(of, language) }]
    const made = await storage.read(tenant, async (db) => {
      const held = await withheldFrom(db, { caller, now: clock() })
      return filesOf(
        { tenant, db, transaction: storage.session.transaction, store: files.store, note },
        { ...wanted, withhold: [...wanted.withhold, ...held] },
        beside,
      )
    })
    const seal = { storage, settings: timestamps, tenant, clock }
    const bytes = container(await sealedFiles(made, seal))
    const name = `dossier-${scope}-${from}-${until}-${headOf(note).size}.asice`
    return {
      status: 200,
      type: 'application/vnd.etsi.asic-e+zip',
      body: Buffer.from(bytes),
      headers: {
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    }
  })
}
