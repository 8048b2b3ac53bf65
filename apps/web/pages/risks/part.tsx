// SPDX-License-Identifier: EUPL-1.2
import { NativeSelect } from '@mantine/core'
import { useList } from '../../data/records.ts'
import { useRiskWords } from './words.ts'

/** Of everything, or of one site or line: what stops something there. */
export function Part({
  part,
  choose,
}: {
  readonly part: string
  readonly choose: (part: string) => void
}) {
  const { part: words } = useRiskWords()
  const sites = useNames('site')
  const processes = useNames('process')
  if (sites.length + processes.length === 0) return null
  return (
    <>
      <NativeSelect
        className="narrow"
        size="xs"
        label={words.label}
        value={part}
        data={[
          { value: '', label: words.all },
          { group: words.sites, items: sites },
          { group: words.processes, items: processes },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {part !== '' && <p className="quiet">{words.note}</p>}
    </>
  )
}

function useNames(kind: 'site' | 'process') {
  const query = useList(kind, { limit: 200 })
  return (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(({ id, values }) => ({ value: id, label: String(values.name) }))
}
