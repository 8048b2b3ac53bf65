// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import type { applicability } from '@schouw/core/board'
import { type Relationship, relationships, useSetMapping } from '../../data/frameworks.ts'
import { useSession } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useApplicabilityWords } from './words.ts'

const setters: readonly string[] = ['ciso', 'consultant']

interface SetMappingProps {
  readonly framework: string
  readonly row: applicability.ApplicabilityRow
}

/** Says which of ours go together with one of theirs; it counts over what a document says. */
export function SetMapping({ framework, row }: SetMappingProps) {
  const words = useApplicabilityWords()
  const roles = useSession().data?.organisation?.roles ?? []
  const set = useSetMapping(framework)
  if (!roles.some((role) => setters.includes(role))) return null
  const own = words.mapping
  return (
    <details className="no-print">
      <summary>{own.title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const names =
            String(form.get('ours'))
              .toUpperCase()
              .match(/[A-Z]+\d+/g) ?? []
          const relationship =
            relationships.find((one) => one === form.get('relationship')) ?? 'intersects-with'
          const maps = [...new Set(names)].map((requirement) => ({ requirement, relationship }))
          set.mutate({ requirement: row.node, maps })
        }}
      >
        <Group gap="sm" align="end">
          <TextInput
            name="ours"
            size="xs"
            label={own.ours}
            placeholder="A1, C4"
            defaultValue={row.requirements.join(', ')}
          />
          <NativeSelect
            name="relationship"
            size="xs"
            label={own.how}
            data={relationships.map((value: Relationship) => ({ value, label: own.hows[value] }))}
            defaultValue="intersects-with"
          />
          <Button type="submit" size="xs" variant="default" loading={set.isPending}>
            {own.save}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => set.mutate({ requirement: row.node, maps: null })}
          >
            {own.forget}
          </Button>
        </Group>
        <p className="quiet">
          <Glossed text={own.help} />
        </p>
        <Refusal error={set.error} />
      </form>
    </details>
  )
}
