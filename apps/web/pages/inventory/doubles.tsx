// SPDX-License-Identifier: EUPL-1.2
import { Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { plurals } from '@schouw/contract/client'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Inventory } from '../../data/inventory.ts'
import type { Acting } from './new.tsx'
import { WithReason } from './reason.tsx'
import { useInventoryWords } from './words.ts'

type Double = Inventory['doubles'][number]
type Several = Inventory['several'][number]

interface DoublesProps {
  readonly doubles: readonly Double[]
  readonly several: readonly Several[]
}

/** Records that are one device, and a record that is more than one. */
export function Doubles({ doubles, several, ...acting }: DoublesProps & Acting) {
  const words = useInventoryWords()
  if (doubles.length + several.length === 0) return <p>{words.noDoubles}</p>
  return (
    <>
      {doubles.length > 0 && <p className="prose">{words.doublesText}</p>}
      {doubles.map((double) => (
        <Merging
          key={double.assets.map(({ id, version }) => `${id} ${version}`).join()}
          double={double}
          {...acting}
        />
      ))}
      {several.map((one) => (
        <Splitting key={`${one.asset.id} ${one.asset.version}`} several={one} {...acting} />
      ))}
    </>
  )
}

/** Two at a time: of three the third comes back as a pair. */
function Merging({ double, step, isBusy }: { readonly double: Double } & Acting) {
  const words = useInventoryWords()
  const { assets, by, value } = double
  const [keep, setKeep] = useState(assets[0]?.id ?? '')
  const kept = assets.find(({ id }) => id === keep)
  const gone = assets.find(({ id }) => id !== keep)
  const label = `${assets.map(({ name }) => name).join(' = ')} (${words.sharedBy[by]}: ${value})`
  return (
    <section className="network-group" aria-label={label}>
      <h2>{label}</h2>
      <Radio.Group label={words.keep} value={keep} onChange={setKeep} my="xs">
        <Stack gap="xs" mt="xs">
          {assets.map(({ id, name }) => (
            <Radio key={id} value={id} label={name} />
          ))}
        </Stack>
      </Radio.Group>
      <p className="quiet prose">{words.mergeText}</p>
      <WithReason
        label={words.merge}
        about={label}
        isBusy={isBusy}
        onGiven={(reason) => {
          if (kept === undefined || gone === undefined) return
          const of = ({ id, version }: typeof kept) => ({ id, version })
          step({ do: 'merge', body: { keep: of(kept), gone: of(gone), reason } })
        }}
      />
    </section>
  )
}

function Splitting({ several, step, isBusy }: { readonly several: Several } & Acting) {
  const words = useInventoryWords()
  const { asset, parts, source_name } = several
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const all = [...new Set(parts.flatMap(({ macs, ips }) => [...macs, ...ips]))]
  const of = (field: 'macs' | 'ips') => [
    ...new Set(parts.flatMap((part) => part[field]).filter((one) => chosen.includes(one))),
  ]
  return (
    <section className="network-group" aria-label={asset.name}>
      <h2>
        <Link to={`/registers/${plurals.asset}/${asset.id}`}>{asset.name}</Link>
      </h2>
      <p className="prose">{words.severalText(source_name)}</p>
      <Checkbox.Group label={words.splitWhich} value={[...chosen]} onChange={setChosen}>
        <Stack gap="xs" my="xs">
          {all.map((one) => (
            <Checkbox key={one} value={one} label={one} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        size="xs"
        maw="22rem"
        label={words.newName}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <WithReason
        label={words.split}
        about={asset.name}
        isBusy={isBusy}
        isReady={name.trim() !== '' && chosen.length > 0 && chosen.length < all.length}
        onGiven={(reason) => {
          const about = { asset: asset.id, version: asset.version, name: name.trim(), reason }
          step({ do: 'split', body: { ...about, macs: of('macs'), ips: of('ips') } })
        }}
      />
    </section>
  )
}
