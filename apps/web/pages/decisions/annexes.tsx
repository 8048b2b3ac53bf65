// SPDX-License-Identifier: EUPL-1.2
import { Button, FileButton } from '@mantine/core'
import { type SignedElsewhere, signedElsewhere } from '@schouw/core/ledger/annexes'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useUploadFile } from '../../data/files.ts'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import type { Decision } from './decision.ts'
import { useDecideWords } from './words.ts'

/** Papers signed in another system: kept, and told what of them can be seen here and what cannot. */
export function Annexes({ decision }: { readonly decision: Decision }) {
  const words = useDecideWords()
  const allowed = useMay()
  const step = useStep('decision')
  const upload = useUploadFile()
  const { id, version, values } = decision
  const annexes = values.annexes ?? []
  const add = useMutation({
    mutationFn: async (file: File) => {
      const { sha256 } = await upload.mutateAsync(file)
      const kept = [...new Set([...annexes, sha256])]
      const on = { kind: 'decision', id, version } as const
      return step.mutateAsync({ do: 'change', on, values: { annexes: kept } })
    },
  })
  const mayAdd = allowed('change', 'decision', decision) && decision.retired === null
  if (annexes.length === 0 && !mayAdd) return null
  return (
    <section className="block" aria-labelledby="annexes">
      <h2 id="annexes">{words.annexes}</h2>
      <p className="quiet">{words.annexesWhy}</p>
      <ul className="plain">
        {annexes.map((digest) => (
          <li key={digest}>
            <FileOf digest={digest} />
            <Seen digest={digest} />
          </li>
        ))}
      </ul>
      <Refusal error={add.error} />
      {mayAdd && (
        <FileButton accept="application/pdf" onChange={(file) => file !== null && add.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={add.isPending} className="no-print">
              {words.annexAdd}
            </Button>
          )}
        </FileButton>
      )}
    </section>
  )
}

function Seen({ digest }: { readonly digest: string }) {
  const words = useDecideWords()
  const found = useQuery({
    queryKey: ['annex', digest],
    queryFn: async () => {
      const came = await fetch(`/api/v1/files/${digest}/content`)
      if (!came.ok) throw new Error(String(came.status))
      return signedElsewhere(new Uint8Array(await came.arrayBuffer()))
    },
  })
  if (found.data === undefined) return null
  return (
    <ul>
      {found.data.signatures.length === 0 && <li className="ask">{words.annexNone}</li>}
      {found.data.signatures.map((one) => (
        <li key={`${one.from}`}>
          {told(one, words)} <span className="ask">{words.annexUnchecked}</span>
        </li>
      ))}
    </ul>
  )
}

function told(
  { form, covers, digest }: SignedElsewhere['signatures'][number],
  words: ReturnType<typeof useDecideWords>,
): string {
  const name = form === 'pades' ? words.annexPades : words.annexPdf
  return `${name}; ${words.annexCovers[covers]}; ${words.annexDigest[digest]}.`
}
