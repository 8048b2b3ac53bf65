// SPDX-License-Identifier: EUPL-1.2
// What a page will ask for once its script runs, named in the page itself: a browser then fetches
// all of it at once, not one after the other.
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'

type Language = 'nl' | 'en'

export interface Announced {
  /** Elements for the head of the page. */
  readonly links: string
  /** Which page it is, by the pattern of its address; undefined for who is not in. */
  readonly page: string | undefined
}

interface Files {
  /** Of every page. */
  readonly any: readonly string[]
  /** Of one page each, by the pattern of its address, as in `/registers/:plural`. */
  readonly pages: readonly { readonly path: string; readonly files: readonly string[] }[]
}

interface Asked {
  /** With what stands after the question mark. */
  readonly url: string
  readonly language: Language
  /** Whether somebody is in, and not only to report. */
  readonly isIn: boolean
}

/** Where the build leaves which files those are. */
export const listName = 'first-files.json'

export function announcedBy(folder: string) {
  const path = join(folder, listName)
  const list: Readonly<Record<Language, Files>> | undefined = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : undefined
  return ({ url, language, isIn }: Asked): Announced => {
    if (list === undefined) return { page: undefined, links: '' }
    const { any, pages } = list[language]
    const [address = ''] = url.split('?')
    const own = isIn ? pageAt(address, pages) : undefined
    const files = [...any, ...(own?.files ?? [])]
    return {
      page: own?.path,
      links: files
        .map((href) =>
          href.endsWith('.css')
            ? `<link rel="stylesheet" crossorigin href="${href}">`
            : `<link rel="modulepreload" crossorigin href="${href}">`,
        )
        .join(''),
    }
  }
}

/** As the router chooses: what is spelled out goes before what stands for anything. */
function pageAt(address: string, pages: Files['pages']): Files['pages'][number] | undefined {
  const parts = address.split('/')
  const fits = pages.filter(({ path }) => {
    const wanted = path.split('/')
    return (
      wanted.length === parts.length &&
      wanted.every((one, at) => one === parts[at] || (one.startsWith(':') && parts[at] !== ''))
    )
  })
  const open = (path: string) => path.split(':').length
  return fits.toSorted((a, b) => open(a.path) - open(b.path))[0]
}

/** As the web application chooses: what was chosen here before, else what the browser asks for. */
export function languageOf({ cookie, ...headers }: IncomingHttpHeaders): Language {
  const chosen = /(?:^|;\s*)schouw-language=(nl|en)(?:;|$)/.exec(cookie ?? '')?.[1]
  if (chosen === 'nl' || chosen === 'en') return chosen
  const asked = (headers['accept-language'] ?? '').toLowerCase()
  if (/(?:^|,)\s*nl\b/.test(asked)) return 'nl'
  return asked.trimStart().startsWith('en') ? 'en' : 'nl'
}
