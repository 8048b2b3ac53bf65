// SPDX-License-Identifier: EUPL-1.2
import { type AnswerOf, client } from '@schouw/contract/client'

/** Sends no cookie and keeps none: what stands behind a link knows nothing of whoever is signed in. */
const apart: typeof globalThis.fetch = (input, init) =>
  globalThis.fetch(input, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' })

export const outside = client({ fetch: apart })

export type Questionnaire = AnswerOf<'POST /api/v1/questionnaire'>
export type Line = Questionnaire['answers'][number]

/** The link stays out of addresses and logs: it goes in a header of its own. */
export async function attached(
  token: string,
  asked: { readonly question: string; readonly writer: string; readonly file: File },
): Promise<{ readonly is_apart: boolean }> {
  const { question, writer, file } = asked
  const name = file.name.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(0, 200)
  return outside.call('POST /api/v1/questionnaire/files', {
    query: { question, writer, name },
    body: file as never,
    headers: { 'x-schouw-link': token, 'content-type': 'application/octet-stream' },
  })
}

/** Opened nowhere, kept by whoever asked. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

export interface FormProps {
  readonly token: string
  readonly given: Questionnaire
  readonly writer: string
}
