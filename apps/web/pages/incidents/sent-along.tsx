// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { useTimes } from '../../parts/times.ts'
import { warningsOf } from './warnings.ts'
import { useIncidentWords } from './words.ts'

type Item = AnswerOf<'GET /api/v1/incidents/{id}/mails'>['items'][number]
type Mail = Item['mail']

/** What came with a report: the files, and of mails what they say without opening them. */
export function SentAlong({
  incident,
  files,
}: {
  readonly incident: string
  readonly files: readonly string[]
}) {
  const { along: words } = useIncidentWords()
  const mails = useQuery({
    queryKey: ['record', 'incident', incident, 'mails', files.join()],
    queryFn: () => api.call('GET /api/v1/incidents/{id}/mails', { params: { id: incident } }),
    enabled: files.length > 0,
  })
  if (files.length === 0) return null
  return (
    <>
      <h3>{words.title}</h3>
      <ul className="plain">
        {files.map((digest) => (
          <li key={digest}>
            <FileOf digest={digest} />
          </li>
        ))}
      </ul>
      <Ready of={mails}>
        {({ items }) =>
          items.map(({ file, mail }, at) => (
            <MailShown
              key={`${file} ${mail.message_id} ${mail.subject}`}
              mail={mail}
              isFirst={at === 0}
            />
          ))
        }
      </Ready>
    </>
  )
}

function MailShown({ mail, isFirst }: { readonly mail: Mail; readonly isFirst: boolean }) {
  const { along: words } = useIncidentWords()
  const times = useTimes()
  const warnings = warningsOf(mail)
  const rows = [
    [words.from, mail.from],
    [words.replyTo, mail.reply_to],
    [words.returnPath, mail.return_path],
    [words.to, mail.to],
    [words.date, mail.sent_at === null ? mail.date : times.at(mail.sent_at)],
    [words.authentication, mail.authentication.join('\n')],
  ] as const
  return (
    <details className="mail" open={isFirst}>
      <summary>
        {words.mail}: {mail.subject === '' ? words.noSubject : mail.subject}
      </summary>
      {warnings.map((one) => (
        <p key={one} className="ask">
          {words.warnings[one]}
        </p>
      ))}
      <dl className="facts">
        {rows.map(([name, value]) =>
          value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="said">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {mail.links.length > 0 && (
        <>
          <h4>{words.links}</h4>
          <p className="quiet small">
            <Glossed text={words.linksHelp} />
          </p>
          <ul className="plain">
            {mail.links.slice(0, shownLinks).map((link) => (
              <li key={`${link.to} ${link.text}`}>
                {link.text} → <code>{link.to}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {mail.attachments.length > 0 && (
        <>
          <h4>{words.attachments}</h4>
          <ul className="plain">
            {mail.attachments.map(({ name, type, bytes, sha256 }) => (
              <li key={`${name} ${sha256}`}>
                {name === '' ? words.noName : name} · {type} · {words.bytes(bytes)} ·{' '}
                <code title={sha256}>SHA-256 {sha256.slice(0, 12)}…</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{words.text}</h4>
      <p className="said">{mail.text === '' ? words.noText : mail.text}</p>
    </details>
  )
}

const shownLinks = 20
