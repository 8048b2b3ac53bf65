// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { addressRange } from '@schouw/core/network'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useKeepZone } from './keep.ts'
import type { Network, Proposal, Proposals } from './propose.ts'
import { useZonesWords } from './words.ts'

interface ProposalProps {
  readonly title: string
  readonly proposal: Proposal
  readonly nodes: Proposals['nodes']
  readonly zones: Network['zones']
  readonly isFlat: boolean
  readonly onKept: (sentence: string) => void
}

/** One zone to be: what it is called, what it is, and who belongs to it. */
export function OneProposal({ title, proposal, isFlat, ...rest }: ProposalProps) {
  const words = useZonesWords()
  const { language } = useLanguage()
  const { existing, members, insideShare } = proposal
  return (
    <section className="network-group" aria-label={title}>
      <h3>{title}</h3>
      <p>
        {existing !== null && words.partly(existing.name, existing.count, members.length)}{' '}
        {insideShare !== null && words.inside(`${number(100 * insideShare, language)} %`)}
      </p>
      {isFlat && <p className="broken">{words.flat}</p>}
      <Correcting proposal={proposal} {...rest} />
    </section>
  )
}

type CorrectingProps = Omit<ProposalProps, 'title' | 'isFlat'>

function Correcting({ proposal, nodes, zones, onKept }: CorrectingProps) {
  const words = useZonesWords()
  const keep = useKeepZone()
  const { existing, members, site } = proposal
  const [name, setName] = useState('')
  const [kind, setKind] = useState<string>(proposal.kind ?? '')
  const [level, setLevel] = useState<string>(proposal.level ?? '')
  const [text, setText] = useState(proposal.ranges.join(', '))
  const [out, setOut] = useState<readonly string[]>(
    members.filter(({ isOdd }) => isOdd).map(({ id }) => id),
  )
  const ranges = text.split(/[\s,;]+/).filter((one) => one !== '')
  const odd = ranges.find((one) => addressRange(one) === undefined)
  const assets = members.flatMap(({ id }) => {
    const node = nodes.get(id)
    return node?.is_registered === true && !out.includes(id) ? [node] : []
  })
  const done = (zone: string) => ({
    onSuccess: ({ count, refused }: { count: number; refused: readonly string[] }) => {
      const left = refused.length === 0 ? '' : ` ${words.refused(refused.join(', '))}`
      onKept(words.kept(zone, count) + left)
    },
  })
  const values = {
    name: name.trim(),
    code: name
      .trim()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 40),
    kind,
    ...(level === '' ? {} : { purdue_level: level }),
    ...(ranges.length === 0 ? {} : { ranges }),
    ...(site === null ? {} : { site }),
  }
  const missing = assets.filter(({ zone }) => zone !== existing?.id)
  return (
    <>
      <Members {...{ proposal, nodes, zones, out, setOut }} />
      <Group align="flex-end" my="sm" gap="sm">
        <TextInput
          label={words.name}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <KindAndLevel {...{ kind, setKind, level, setLevel }} />
        <TextInput
          label={words.ranges}
          value={text}
          error={odd === undefined ? undefined : words.rangeOdd(odd)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <Refusal error={keep.error} />
      <p className="quiet">{words.keepText(assets.length)}</p>
      <Group>
        <Button
          size="xs"
          loading={keep.isPending}
          disabled={name.trim() === '' || kind === '' || odd !== undefined}
          onClick={() => keep.mutate({ zone: { values }, assets }, done(name.trim()))}
        >
          {words.keep}
        </Button>
        {existing !== null && missing.length > 0 && (
          <Button
            size="xs"
            variant="default"
            loading={keep.isPending}
            onClick={() => keep.mutate({ zone: existing, assets: missing }, done(existing.name))}
          >
            {words.add(existing.name)}
          </Button>
        )}
      </Group>
    </>
  )
}

interface KindAndLevelProps {
  readonly kind: string
  readonly setKind: (kind: string) => void
  readonly level: string
  readonly setLevel: (level: string) => void
}

function KindAndLevel({ kind, setKind, level, setLevel }: KindAndLevelProps) {
  const words = useZonesWords()
  const tongue = registerTongue(useLanguage().language)
  const option = (value: string) => ({ value, label: tongue.code('zone', value, 'kind') })
  return (
    <>
      <NativeSelect
        label={words.kind}
        value={kind}
        data={[
          { value: '', label: words.chooseKind },
          ...kinds.zone.fields.kind.options.map(option),
        ]}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.level}
        value={level}
        data={[
          { value: '', label: words.noLevel },
          ...kinds.zone.fields.purdue_level.options.map((value) => ({ value, label: value })),
        ]}
        onChange={(event) => setLevel(event.currentTarget.value)}
      />
    </>
  )
}

interface MembersProps extends Pick<ProposalProps, 'proposal' | 'nodes' | 'zones'> {
  readonly out: readonly string[]
  readonly setOut: (out: readonly string[]) => void
}

function Members({ proposal, nodes, zones, out, setOut }: MembersProps) {
  const words = useZonesWords()
  const nameOf = (id: string) => nodes.get(id)?.name ?? id
  return (
    <Table
      label={words.members}
      rows={proposal.members}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.device,
          is: 'head',
          cell: ({ id }) => (
            <Checkbox
              size="xs"
              label={nameOf(id)}
              aria-label={words.include(nameOf(id))}
              checked={!out.includes(id)}
              onChange={(event) =>
                setOut(event.currentTarget.checked ? out.filter((one) => one !== id) : [...out, id])
              }
            />
          ),
        },
        {
          title: words.address,
          cell: ({ id }) => <span className="mono">{nodes.get(id)?.address}</span>,
        },
        {
          title: words.why,
          cell: ({ by, isOdd }) => (isOdd ? `${words.by[by]}; ${words.odd}` : words.by[by]),
          tone: ({ isOdd }) => (isOdd ? 'broken' : undefined),
        },
        {
          title: words.now,
          cell: ({ id }) => {
            const node = nodes.get(id)
            if (node?.is_registered === false) return words.unregistered
            return zones.find((zone) => zone.id === node?.zone)?.name ?? ''
          },
        },
      ]}
    />
  )
}
