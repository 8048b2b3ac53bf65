// SPDX-License-Identifier: EUPL-1.2
// The page that travels with a dossier: one file, no network, the same judge as the command.
import { hex, sha256 } from '@schouw/core/kernel'
import { base64, utf8Bytes } from '@schouw/core/ledger/bytes'
import { judged, knownIn } from './judged.ts'
import { element, shownVerdict } from './view.ts'
import { pageWords } from './words.ts'

/** The page around this script, put in by whoever builds it: `§` stands where the script does. */
declare const __AROUND__: string
/** Stands in the page for the digest of the script. */
const placeOfDigest = '§digest§'

const language = navigator.language.startsWith('nl') ? 'nl' : 'en'
const words = pageWords[language]
const main = document.querySelector('main')

if (main !== null) {
  document.documentElement.lang = language
  document.title = words.title
  const file = chooser(words.choose, false)
  const trust = chooser(words.trust, true)
  const result = element('div')
  result.setAttribute('role', 'status')
  const check = () => void checked(file.input, trust.input, result)
  file.input.addEventListener('change', check)
  trust.input.addEventListener('change', check)
  const foot = element('footer')
  foot.append(element('p', words.own), element('code', ownDigest()), element('p', words.ownWhy))
  main.append(element('h1', words.title), element('p', words.intro), file.label, trust.label)
  main.append(result, foot)
}

function chooser(text: string, isMany: boolean) {
  const label = element('label', text)
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = isMany
  label.append(input)
  return { label, input }
}

async function checked(
  file: HTMLInputElement,
  trust: HTMLInputElement,
  result: HTMLElement,
): Promise<void> {
  const [chosen] = file.files ?? []
  if (chosen === undefined) return
  try {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const known = await Promise.all(
      [...(trust.files ?? [])].map(async (one) => new Uint8Array(await one.arrayBuffer())),
    )
    const verdict = judged(bytes, knownIn(known, Date.now()))
    result.replaceChildren(shownVerdict(verdict, chosen.name, { language, words }))
    result.dataset['verdict'] = JSON.stringify(verdict)
  } catch {
    result.replaceChildren(element('p', words.unread))
    result.dataset['verdict'] = ''
  }
}

/** The page put together again from what it is made of, and digested: what the file digests to. */
function ownDigest(): string {
  const script = document.querySelector('script')?.textContent ?? ''
  const digest = base64(sha256(utf8Bytes(script) ?? new Uint8Array()))
  const [before = '', after = ''] = __AROUND__.split('§script§')
  const page = before.replace(placeOfDigest, digest) + script + after
  return hex(sha256(utf8Bytes(page) ?? new Uint8Array()))
}
