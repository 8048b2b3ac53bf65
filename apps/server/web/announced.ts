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
}

interface Files {
  /** Of every page. */
  readonly any: readonly string[]
  /** Of the first page of somebody who is in. */
  readonly home: readonly string[]
}

/** Where the build leaves which files those are. */
export const listName = 'first-files.json'

export function announcedBy(folder: string) {
  const path = join(folder, listName)
  const list: Readonly<Record<Language, Files>> | undefined = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : undefined
  return (language: Language, isHome: boolean): Announced => {
    if (list === undefined) return { links: '' }
    const { any, home } = list[language]
    const scripts = isHome ? [...any, ...home] : any
    const questions = ['/api/v1/session', ...(isHome ? ['/api/v1/standing'] : [])]
    return {
      links: [
        ...questions.map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}">`),
        ...scripts.map((href) =>
          href.endsWith('.css')
            ? `<link rel="stylesheet" crossorigin href="${href}">`
            : `<link rel="modulepreload" crossorigin href="${href}">`,
        ),
      ].join(''),
    }
  }
}

/** As the web application chooses: what was chosen here before, else what the browser asks for. */
export function languageOf({ cookie, ...headers }: IncomingHttpHeaders): Language {
  const chosen = /(?:^|;\s*)schouw-language=(nl|en)(?:;|$)/.exec(cookie ?? '')?.[1]
  if (chosen === 'nl' || chosen === 'en') return chosen
  const asked = (headers['accept-language'] ?? '').toLowerCase()
  if (/(?:^|,)\s*nl\b/.test(asked)) return 'nl'
  return asked.trimStart().startsWith('en') ? 'en' : 'nl'
}
