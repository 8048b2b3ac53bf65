// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../../data/api.ts'
import { downloaded, useChainAct } from '../../data/chain.ts'
import { type ShareAnswer, useShare } from '../../data/customers.ts'
import { useMay } from '../../data/may.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import '../suppliers/suppliers.css'
import './customers.css'
import { Shown } from './shown.tsx'
import { useCustomersWords } from './words.ts'

/** One customer: what they see, the link to it, what they can take along, and who looked. */
export function SharePage() {
  const { id = '' } = useParams()
  return <Ready of={useShare(id)}>{(found) => <Found id={id} found={found} />}</Ready>
}

interface FoundProps {
  readonly id: string
  readonly found: ShareAnswer
}

function Found({ id, found }: FoundProps) {
  const { language } = useLanguage()
  const { share: words } = useCustomersWords()
  const allowed = useMay()
  const { share, shown, views } = found
  const isOpen = share.state === 'shared' && !share.is_over
  return (
    <>
      <Title name={share.party_name} />
      <p className="row no-print">
        <Link to={`/registers/trust-shares/${id}`}>{words.record}</Link>
        {isOpen && allowed('move', 'trust-share') && <Papers id={id} />}
      </p>
      {!isOpen && <p className="answer">{share.is_over ? words.over : words.notShared}</p>}
      {isOpen && allowed('change', 'trust-share') && <Linking id={id} found={found} />}
      <section aria-labelledby="views">
        <h2 id="views">{words.views}</h2>
        {views.length === 0 ? (
          <p>{words.noViews}</p>
        ) : (
          <ul className="plain">
            {views.slice(0, 20).map(({ at, what }) => (
              <li key={`${at} ${what}`} className={what === 'code_refused' ? 'ask' : undefined}>
                {dayAndTime(at, language)} {words.what[what]}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="preview">
        <h2 id="preview">{words.preview}</h2>
        <div className="preview">
          <Shown shown={shown} />
        </div>
      </section>
    </>
  )
}

function Papers({ id }: { readonly id: string }) {
  const { language } = useLanguage()
  const { share: words } = useCustomersWords()
  const base = `/api/v1/chain/customers/shares/${id}`
  const papers = [
    ['summary', words.summary],
    ['pack', words.pack],
  ] as const
  return papers.map(([name, label]) => (
    <Button
      key={name}
      variant="default"
      size="xs"
      onClick={() => void downloaded(`${base}/${name}?language=${language}`, name)}
    >
      {label}
    </Button>
  ))
}

function Linking({ id, found }: FoundProps) {
  const { share: words } = useCustomersWords()
  const [isCopied, setIsCopied] = useState(false)
  const params = { id }
  const made = useChainAct(() =>
    api.call('POST /api/v1/chain/customers/shares/{id}/link', { params }),
  )
  const revoked = useChainAct(() =>
    api.call('DELETE /api/v1/chain/customers/shares/{id}/link', { params }),
  )
  const told = made.data
  return (
    <section className="no-print">
      <p className="row">
        <Button size="xs" onClick={() => made.mutate(undefined)} loading={made.isPending}>
          {words.link}
        </Button>
        {found.share.has_link && (
          <Button variant="default" size="xs" onClick={() => revoked.mutate(undefined)}>
            {words.revoke}
          </Button>
        )}
        <span className="quiet">{words.linkHelp}</span>
      </p>
      <Refusal error={made.error ?? revoked.error} />
      {revoked.isSuccess && !found.share.has_link && <output>{words.revoked}</output>}
      {told !== undefined && found.share.has_link && (
        <output>
          <p className="mono handed">{told.link}</p>
          <p>
            {words.code}: <strong className="mono trust-code">{told.code}</strong>
          </p>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              void navigator.clipboard.writeText(told.link).then(() => setIsCopied(true))
            }
          >
            {isCopied ? words.copied : words.copy}
          </Button>
        </output>
      )}
    </section>
  )
}
