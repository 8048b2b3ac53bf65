// SPDX-License-Identifier: EUPL-1.2
import { hex, sha256 } from '@schouw/core/kernel'
import { Link, useParams } from 'react-router'
import { type Table, useTable } from '../../data/signing.ts'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import type { Decision } from './decision.ts'
import { Print, useSignWords } from './signing.tsx'
import { useDecideWords } from './words.ts'

/** For a phone beside the screen: the same paper, its fingerprint computed here and not told. */
export function SecondDevice() {
  const { id = '' } = useParams()
  const words = useSignWords()
  const table = useTable(id)
  return (
    <>
      <Title name={words.secondTitle} />
      <Ready of={table}>{(found) => <OnTable table={found} id={id} />}</Ready>
    </>
  )
}

function OnTable({ table, id }: { readonly table: Table; readonly id: string }) {
  const words = useSignWords()
  const decide = useDecideWords()
  const { text, sha256: told } = table.document
  const own = hex(sha256(new TextEncoder().encode(text)))
  const values = valuesIn(text)
  return (
    <>
      <p className="answer">
        <Print sha256={own} />
      </p>
      {own === told ? (
        <p>{words.secondSame}</p>
      ) : (
        <p className="broken" role="alert">
          {words.secondDiffers}
        </p>
      )}
      <h2>{words.secondAsked}</h2>
      <p>{values.question ?? decide.unknown}</p>
      <h3>{decide.yes}</h3>
      <p>{values.if_yes ?? decide.unknown}</p>
      <h3>{decide.no}</h3>
      <p>{values.if_no ?? decide.unknown}</p>
      {values.conditions !== undefined && (
        <p>
          {decide.conditions}: {values.conditions}
        </p>
      )}
      <p>
        <Link to={`/decisions/${id}`}>{decide.opens}</Link>
      </p>
    </>
  )
}

/** Read from the very bytes that are signed, not from the register. */
function valuesIn(text: string): Partial<Decision['values']> {
  const parsed: unknown = JSON.parse(text)
  return (parsed as { readonly values?: Partial<Decision['values']> }).values ?? {}
}
