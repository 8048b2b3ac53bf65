// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { useKept } from '../../data/kept.ts'
import {
  type Advisory,
  type Deletion,
  useDeleteAdvisory,
  useDeletions,
} from '../../data/vulnerabilities.ts'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Verify } from '../registers/seal.tsx'
import { Vouched } from './trail.tsx'
import { vouchesDeletion } from './vouched.ts'
import { useVulnerabilityWords } from './words.ts'

/** An advisory that does not belong here: it goes with a reason, and that it went stays. */
export function TakeAway({
  advisory: { document },
  onGone,
}: {
  readonly advisory: Pick<Advisory, 'document'>
  readonly onGone: (said: string) => void
}) {
  const { away: words } = useVulnerabilityWords()
  const take = useDeleteAdvisory()
  const [reason, setReason, forget] = useKept(`draft/away/${document}`, '')
  const [isKept, setKept] = useState(false)
  const remove = () =>
    take.mutate(
      { document, reason: reason.trim(), is_kept: isKept },
      {
        onSuccess: ({ files_left: left }) => {
          forget()
          onGone(isKept ? words.goneKept : left > 0 ? words.left(left) : words.gone)
        },
      },
    )
  return (
    <details className="no-print">
      <summary>{words.title}</summary>
      <p className="prose">{words.text}</p>
      <Textarea
        my="xs"
        maw="40rem"
        autosize
        minRows={2}
        label={words.reason}
        value={reason}
        maxLength={2_000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Checkbox
        my="xs"
        label={words.keep}
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Refusal error={take.error} />
      <Button
        size="xs"
        variant="default"
        disabled={reason.trim() === ''}
        loading={take.isPending}
        onClick={remove}
      >
        {words.act}
      </Button>
    </details>
  )
}

export function Gone({ name, said }: { readonly name: string; readonly said: string }) {
  const { away: words } = useVulnerabilityWords()
  return (
    <>
      <Title name={name} />
      <p role="status" className="answer">
        {said}
      </p>
      <p>
        <Link to="/vulnerabilities/advisories">{words.toList}</Link>
      </p>
    </>
  )
}

/** What was taken away, by whom and why; asked for when somebody looks. */
export function TakenAway() {
  const { away: words } = useVulnerabilityWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.list}</summary>
      {isOpen && <Deletions />}
    </details>
  )
}

function Deletions() {
  const { away: words } = useVulnerabilityWords()
  return (
    <Ready of={useDeletions()}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{words.none}</p>
        ) : (
          <ul className="plain">
            {items.map((one) => (
              <One key={one.id} one={one} />
            ))}
          </ul>
        )
      }
    </Ready>
  )
}

function One({ one }: { readonly one: Deletion }) {
  const { away: words, trail } = useVulnerabilityWords()
  const { language } = useLanguage()
  const { name, title, reason, is_kept, matches, revisions, document, entry, at, by } = one
  const file = is_kept ? words.kept : one.files_left > 0 ? words.among : words.erased
  return (
    <li className="difference">
      <strong>{name}</strong> <span className="stranger">{title}</span>
      <p>
        <span className="stranger">{reason}</span>
        <br />
        <span className="quiet">
          <PersonName id={by} />, {dayAndTime(at, language)}, {words.matches(matches)}, {file},{' '}
          {trail.entry(number(entry, language))}
        </span>
      </p>
      {is_kept && (
        <p>
          {revisions.map(({ digest, revision }) => (
            <a key={digest} href={`/api/v1/advisories/${document}/revisions/${digest}`}>
              {words.download(revision)}{' '}
            </a>
          ))}
        </p>
      )}
      <Verify
        name={`${name}-${entry}`}
        fetched={() =>
          api.call('GET /api/v1/vulnerabilities/entries/{entry}/proof', {
            params: { entry: String(entry) },
          })
        }
      >
        {(proof) => <Vouched isSo={vouchesDeletion(proof, one)} />}
      </Verify>
    </li>
  )
}
