// SPDX-License-Identifier: EUPL-1.2
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMay } from '../../data/may.ts'
import { useNames, useSetNames } from '../../data/vulnerabilities.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import {
  type Names,
  type NamesText,
  namesOfText,
  textOfNames,
  type WrongLine,
} from './names-text.ts'
import { useVulnerabilityWords } from './words.ts'

/** Names of makers and products that an organisation knows beyond ours. */
export function OwnNames() {
  const { names: words } = useVulnerabilityWords()
  return (
    <details className="filters no-print">
      <summary>{words.title}</summary>
      <p className="prose">{words.text}</p>
      <Ready of={useNames()}>{(known) => <Lines known={known} />}</Ready>
    </details>
  )
}

const parts = ['vendors', 'families', 'aliases'] as const

function Lines({ known }: { readonly known: Names }) {
  const { names: words } = useVulnerabilityWords()
  const isKeeper = useMay()('change', 'asset')
  const set = useSetNames()
  const [text, setText] = useState<NamesText>(() => textOfNames(known))
  const [wrong, setWrong] = useState<WrongLine>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    const read = namesOfText(text)
    setWrong('line' in read ? read : undefined)
    if (!('line' in read)) set.mutate(read)
  }
  return (
    <form onSubmit={send}>
      {parts.map((part) => (
        <Textarea
          key={part}
          size="xs"
          mb="sm"
          label={words.parts[part]}
          description={words.help[part]}
          error={wrong?.of === part ? words.wrong.replace('{line}', String(wrong.line)) : undefined}
          value={text[part]}
          readOnly={!isKeeper}
          minRows={2}
          maxRows={12}
          autosize
          spellCheck={false}
          onChange={(event) => setText({ ...text, [part]: event.currentTarget.value })}
        />
      ))}
      {isKeeper && (
        <Button size="xs" type="submit" variant="default" loading={set.isPending}>
          {words.keep}
        </Button>
      )}
      <span aria-live="polite"> {set.isSuccess && wrong === undefined && words.kept}</span>
      <Refusal error={set.error} />
    </form>
  )
}
