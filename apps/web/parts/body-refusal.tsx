// SPDX-License-Identifier: EUPL-1.2
import { Alert } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import type { Disorder } from '@schouw/core/registers/bodies'
import { spoken } from '../words/spoken.ts'
import { Refusal } from './state.tsx'

export const useDisorders = spoken<Readonly<Record<Disorder, string>>>({
  nl: async () => (await import('../words/pages/disorders-nl.ts')).disordersNl,
  en: async () => (await import('../words/pages/disorders-en.ts')).disordersEn,
})

/** What is not in order about proxies, quorum, an outcome or an objection, in so many words. */
export function BodyRefusal({ error }: { readonly error: unknown }) {
  const words = useDisorders()
  const found = error instanceof Problem ? (error.body.errors ?? []) : []
  const because = found.flatMap((one) =>
    'because' in one && typeof one.because === 'string' && one.because in words
      ? [words[one.because as Disorder]]
      : [],
  )
  if (because.length === 0) return <Refusal error={error} />
  return (
    <Alert color="red" variant="outline" role="alert" my="sm">
      {[...new Set(because)].join(' ')}
    </Alert>
  )
}
