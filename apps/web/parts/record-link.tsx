// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import { Link } from 'react-router'
import { useName } from '../data/names.ts'
import { useWords } from '../words/language.tsx'

/** The name of a record that is referred to, which leads there. */
export function RecordLink({ id }: { readonly id: string }) {
  const { unknown } = useWords()
  const { data } = useName(id)
  if (data === undefined) return <span className="quiet">…</span>
  if (data === null) return <span className="quiet">{unknown}</span>
  const [name = unknown] = data.title === null || data.title === '' ? [] : data.title.split(' · ')
  return <Link to={`/registers/${plurals[data.kind]}/${id}`}>{name}</Link>
}

/** The name alone, where the whole already leads somewhere. */
export function RecordName({ id }: { readonly id: string }) {
  const { unknown } = useWords()
  const { data } = useName(id)
  if (data === undefined) return '…'
  return data === null || data.title === null || data.title === '' ? unknown : data.title
}

/** The name of a person without the code that tells namesakes apart. */
export function PersonName({ id }: { readonly id: string }) {
  const { unknown } = useWords()
  const { data } = useName(id)
  if (data === undefined) return '…'
  return data?.title?.split(' · ')[0] ?? unknown
}

/** A record among the choices of a list. */
export function NamedOption({ id }: { readonly id: string }) {
  const name = useName(id).data?.title?.split(' · ')[0] ?? id
  return <option value={id}>{name}</option>
}
