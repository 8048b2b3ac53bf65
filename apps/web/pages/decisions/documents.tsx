// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useDecideWords } from './words.ts'

/** The documents that lie on the table, by the digest that a vote is cast over. */
export function Documents({ digests }: { readonly digests: readonly string[] }) {
  const words = useDecideWords()
  return (
    <section className="block">
      <h2>{words.documents}</h2>
      {digests.length === 0 && <p className="quiet">{words.noDocuments}</p>}
      <ul className="plain">
        {digests.map((digest) => (
          <li key={digest}>
            <Document digest={digest} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Document({ digest }: { readonly digest: string }) {
  const words = useDecideWords()
  const file = useQuery({
    queryKey: ['file', digest],
    queryFn: () => api.call('GET /api/v1/files/{digest}', { params: { digest } }),
  })
  const mark = <span className="mono quiet">{digest.slice(0, 12)}…</span>
  if (file.data?.state !== 'stored') return mark
  return (
    <>
      <a href={`/api/v1/files/${digest}/content`}>{file.data.name ?? words.opens}</a> {mark}
    </>
  )
}
