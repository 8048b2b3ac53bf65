// SPDX-License-Identifier: EUPL-1.2
import { Link, useParams } from 'react-router'
import { type AssetView, useAssetView } from '../../data/vulnerabilities.ts'
import { PersonName, RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day, dayAndTime, percent } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Decide } from './decide.tsx'
import { Known, Proposed } from './line.tsx'
import { Trail } from './trail.tsx'
import { useVulnerabilityWords } from './words.ts'
import './vulnerabilities.css'

/** One device: its place, the way there, its next stop, and each vulnerability with its grounds. */
export function AssetVulnerabilities() {
  const { id = '' } = useParams()
  const words = useVulnerabilityWords()
  return (
    <>
      <p className="quiet">
        <Link to="/vulnerabilities">{words.back}</Link>
      </p>
      <Ready of={useAssetView(id)}>{(asset) => <One asset={asset} />}</Ready>
    </>
  )
}

function One({ asset }: { readonly asset: AssetView }) {
  const words = useVulnerabilityWords()
  const open = asset.items.filter(({ verdict }) => verdict !== 'not_affected')
  const cleared = asset.items.length - open.length
  const { all, not_assessable, affected } = asset.components
  const named = [asset.vendor, asset.model, asset.order_number, asset.version]
  return (
    <>
      <Title name={`${words.assetTitle} ${asset.title}`} />
      <p>
        {named.filter((one) => one !== '').join(' · ')}{' '}
        <Link to={`/registers/assets/${asset.id}`}>{words.toRecord}</Link>
      </p>
      {!asset.is_assessable && <p className="broken">{words.notAssessable}</p>}
      <Place asset={asset} />
      <section>
        <h2>{words.title}</h2>
        {open.length === 0 && asset.is_assessable && <p>{words.noneForAsset}</p>}
        {open.map((line) => (
          <Vulnerability key={`${line.subject} ${line.weakness}`} line={line} />
        ))}
        {cleared > 0 && <p className="quiet">{words.cleared(cleared)}</p>}
      </section>
      {asset.past.length > 0 && <Past items={asset.past} />}
      <section>
        <h2>{words.components}</h2>
        <p>{words.componentsText(all, not_assessable, affected)}</p>
      </section>
    </>
  )
}

/** What was decided while an advisory still said it of the device. */
function Past({ items }: { readonly items: AssetView['past'] }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  return (
    <section>
      <h2>{words.past.title}</h2>
      <p className="quiet prose">{words.past.text}</p>
      {items.map((one) => (
        <article key={`${one.subject} ${one.weakness}`} className="difference">
          <h3>
            {one.weakness}
            {one.subject_title !== '' && <span className="quiet"> {one.subject_title}</span>}
          </h3>
          <p>
            {one.decision !== null && `${words.decided(words.when[one.decision] ?? '')}, `}
            {words.marks[one.mark]}
            {one.reason !== '' && <span className="stranger">: {one.reason}</span>}{' '}
            <span className="quiet">
              <PersonName id={one.decided_by} />, {dayAndTime(one.decided_at, language)}
            </span>
          </p>
          <Trail line={one} />
        </article>
      ))}
    </section>
  )
}

function Place({ asset }: { readonly asset: AssetView }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const { window, process, crown_jewel, supplier, is_safety_related, shield, exception } = asset
  const safety =
    is_safety_related === null ? words.notKnown : is_safety_related ? words.yes : words.no
  return (
    <section>
      <h2>{words.place}</h2>
      <p>{words.exposure[asset.exposure]}</p>
      {asset.path.length > 0 && (
        <ol className="way">
          {asset.path.map((step, at) => (
            <Hop key={at} step={step} />
          ))}
        </ol>
      )}
      <dl className="facts">
        {process !== null && (
          <>
            <dt>{words.process}</dt>
            <dd>
              <RecordLink id={process} />
            </dd>
          </>
        )}
        <dt>{words.window}</dt>
        <dd>
          {window === null
            ? words.noWindow
            : words.windowText(day(window.on, language), window.from, window.to)}
        </dd>
        {crown_jewel !== null && (
          <>
            <dt>{words.jewel}</dt>
            <dd>
              <RecordLink id={crown_jewel} />
            </dd>
          </>
        )}
        <dt>{words.safety}</dt>
        <dd>{safety}</dd>
        {supplier !== null && (
          <>
            <dt>{words.supplier}</dt>
            <dd>
              <RecordLink id={supplier} />
            </dd>
          </>
        )}
      </dl>
      {shield !== null && (
        <p>
          {words.shieldUntil(day(shield.until, language))} <RecordLink id={shield.id} />
        </p>
      )}
      {exception !== null && (
        <p>
          {words.exceptedUntil(day(exception.until, language))} <RecordLink id={exception.id} />
        </p>
      )}
    </section>
  )
}

function Hop({ step }: { readonly step: AssetView['path'][number] }) {
  const words = useVulnerabilityWords()
  const says = {
    conduit: words.saysConduit,
    'remote-access': words.saysRemote,
    finding: words.saysFinding,
  }[step.says.kind]
  return (
    <li>
      {step.from === null ? words.outside : <RecordLink id={step.from} />} →{' '}
      <RecordLink id={step.to} />
      {step.services.length > 0 && ` ${words.over} ${step.services.join(', ')}`}{' '}
      <span className="quiet">
        ({says} <RecordLink id={step.says.id} />)
      </span>
    </li>
  )
}

function Vulnerability({ line }: { readonly line: AssetView['items'][number] }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  const { evidence } = line
  return (
    <article className="difference">
      <h3>
        {line.weakness}: {words.verdict[line.verdict]}
        {line.subject !== line.asset && <span className="quiet"> {line.subject_title}</span>}
      </h3>
      <p>
        <Link to={`/vulnerabilities/advisories/${line.document}`}>{line.advisory}</Link>{' '}
        <span className="stranger">{line.advisory_title}</span>
        {line.others > 0 && <span className="quiet"> {words.others(line.others)}</span>}
        <br />
        <Known line={line} /> {words.fix[line.fix]}
      </p>
      <p>
        <Proposed line={line} />
      </p>
      <details>
        <summary>
          {words.evidence}: {words.basis[line.basis] ?? line.basis},{' '}
          {words.route[line.route] ?? line.route}, {words.statedBy[line.stated_by]},{' '}
          {words.confidence(percent(line.confidence * 100, language))}
        </summary>
        <ul>
          {evidence.map((one, at) => (
            <li key={at} className="stranger">
              {one.path}: {words.range} <span className="mono">{one.range}</span>,{' '}
              {words.applies[one.applies]} ({words.basis[one.because] ?? one.because})
            </li>
          ))}
        </ul>
      </details>
      <Decide line={line} />
      <Trail line={line} />
    </article>
  )
}
