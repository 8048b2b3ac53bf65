// SPDX-License-Identifier: EUPL-1.2
import { trustSummary } from '@schouw/report/chain'
import { dossierOf, headOf } from '../../dossier/gather.ts'
import { type Answer, no } from '../../http/answer.ts'
import { recordsOf } from '../../reading/around.ts'
import type { TenantId } from '../../storage/session.ts'
import type { ChainAround } from '../around.ts'
import { paperPdf } from '../paper.ts'
import { shownTo } from './shown.ts'

interface Asked {
  readonly share: string
  readonly language: 'nl' | 'en'
}

interface Made {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** The summary by itself. */
export async function summaryOf(
  around: ChainAround,
  tenant: TenantId,
  asked: Asked,
): Promise<Answer> {
  const found = await summary(around, tenant, asked)
  if (found === undefined) return no('not-found')
  const name = asked.language === 'nl' ? 'overzicht' : 'summary'
  return file(Buffer.from(found.pdf), 'application/pdf', `${name}-${found.today}.pdf`)
}

/** Summary, proof that is shared with customers, and the page that checks it, in one file. */
export async function packOf(
  around: ChainAround,
  tenant: TenantId,
  asked: Asked,
): Promise<Made | (Answer & { readonly no: string })> {
  const { storage, files, clock } = around
  const found = await summary(around, tenant, asked)
  if (found === undefined || files === undefined) return { no: 'not-found' }
  const { checkpoint: note } = await storage.log(tenant)
  const { today, evidence } = found
  const wanted = {
    ...{ scope: 'customer' as const, language: asked.language, from: firstDay, until: today },
    ...{ showNames: false, withhold: ['personal'], evidence, now: clock() },
  }
  const beside = [{ name: 'report.pdf', bytes: found.pdf }]
  const bytes = await storage.read(tenant, (db) =>
    dossierOf(
      { tenant, db, transaction: storage.session.transaction, store: files.store, note },
      wanted,
      beside,
    ),
  )
  const name = `${asked.language === 'nl' ? 'bewijs' : 'proof'}-${today}-${headOf(note).size}.asice`
  return file(Buffer.from(bytes), 'application/vnd.etsi.asic-e+zip', name)
}

/** Proof is of whatever age it is; its own dates say how fresh. */
const firstDay = '2000-01-01'

async function summary(
  { storage, clock }: ChainAround,
  tenant: TenantId,
  { share, language }: Asked,
): Promise<
  | { readonly pdf: Uint8Array; readonly today: string; readonly evidence: readonly string[] }
  | undefined
> {
  const now = clock()
  const { checkpoint } = await storage.log(tenant)
  const read = await storage.read(tenant, async (db) => ({
    shown: await shownTo(db, share, now),
    record: (await recordsOf(db, 'trust-share', [share])).get(share),
  }))
  const { shown, record } = read
  if (shown === undefined || record === undefined) return undefined
  const data = trustSummary(shown, { language, size: headOf(checkpoint).size })
  const pdf = paperPdf(data, shown.today)
  const { evidence } = record.values as { readonly evidence?: readonly string[] }
  return { pdf, today: shown.today, evidence: evidence ?? [] }
}

function file(body: Buffer, type: string, name: string): Made {
  const headers = {
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  }
  return { status: 200, type, body, headers }
}
