// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, TextInput } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Stands, type Table, useEnrolKey } from '../../data/signing.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { QrOf } from '../../parts/qr-of.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { SignWords } from '../../words/pages/sign-nl.ts'
import { spoken } from '../../words/spoken.ts'
import { upper } from '../registers/page.tsx'

export const useSignWords = spoken<SignWords>({
  nl: async () => (await import('../../words/pages/sign-nl.ts')).signNl,
  en: async () => (await import('../../words/pages/sign-en.ts')).signEn,
})

/** What a vote stands on, and what has changed since it was cast. */
export function Standing({ of }: { readonly of: Stands }) {
  const { language } = useLanguage()
  const words = useSignWords()
  const size = of.log_size === null ? '' : words.signedAt(number(of.log_size, language, 0))
  const marks = [
    size,
    of.is_stamped ? words.stamped : '',
    of.is_synced === true ? words.synced : '',
  ].filter((mark) => mark !== '')
  return (
    <span className="standing">
      {of.signature === 'signed' && (
        <span className="quiet">
          {words.signedMark}, {marks.join(', ')} ·{' '}
          <a href={`/api/v1/signing/approvals/${of.vote}`} download={`approval-${of.vote}.json`}>
            {words.file}
          </a>
        </span>
      )}
      {of.signature === 'unsigned' && <span className="quiet">{words.unsigned}</span>}
      {of.signature === 'refused' && (
        <span className="broken">
          {words.refused} ({of.why})
        </span>
      )}
      {of.changed.length > 0 && <Lapsed changed={of.changed} />}
    </span>
  )
}

function Lapsed({ changed }: { readonly changed: readonly string[] }) {
  const { language } = useLanguage()
  const words = useSignWords()
  const tongue = registerTongue(language)
  return (
    <span className="ask">
      {' '}
      {words.lapsed}:{' '}
      {changed.map((path, at) => (
        <span key={path}>
          {at > 0 && ', '}
          {path.startsWith('about/') ? (
            <RecordLink id={path.slice('about/'.length)} />
          ) : (
            upper(tongue.field('decision', path)[0])
          )}
        </span>
      ))}
    </span>
  )
}

/** What a second device computes and shows as well, when it is the same. */
export function Fingerprint({
  table,
  decision,
}: {
  readonly table: Table
  readonly decision: string
}) {
  const words = useSignWords()
  const place = `/decisions/${decision}/second`
  return (
    <div>
      {words.print}: <Print sha256={table.document.sha256} />
      <p className="quiet">
        <Glossed text={words.printWhy} /> <Link to={place}>{words.secondDevice}</Link>
      </p>
      <details>
        <summary>{words.secondScan}</summary>
        <QrOf text={`${location.origin}${place}`} label={words.secondDevice} />
      </details>
    </div>
  )
}

/** The first 96 bits in groups: enough that nobody makes another paper with the same. */
export function Print({ sha256 }: { readonly sha256: string }) {
  const groups = sha256.slice(0, 24).match(/.{4}/g) ?? []
  return <strong className="mono">{groups.join(' ')}</strong>
}

/** A key for approvals, made once on a device of one’s own. */
export function FirstKey() {
  const words = useSignWords()
  const enrol = useEnrolKey()
  const [name, setName] = useState(words.keyNameFirst)
  return (
    <section className="block no-print">
      <p>{words.noKey}</p>
      <p className="quiet">
        <Glossed text={words.noKeyWhy} />
      </p>
      <Refusal error={enrol.error} />
      <Group align="end">
        <TextInput
          label={words.keyName}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={name.trim() === ''}
          loading={enrol.isPending}
          onClick={() => enrol.mutate(name.trim())}
        >
          {words.makeKey}
        </Button>
      </Group>
    </section>
  )
}
