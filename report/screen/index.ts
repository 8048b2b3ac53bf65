// SPDX-License-Identifier: EUPL-1.2
/**
 * Screen: the report as one HTML file that fetches nothing and runs no script: fonts and pictures
 * inside, light and dark, desk and phone, keyboard and screen reader, and on paper. Beside it the
 * network as a picture of its own.
 */
import type { Baseline } from '@schouw/core/baseline'
import { sha256 } from '@schouw/core/kernel'
import { onPaper } from '../drawings/index.ts'
import { screenFontRules } from '../fonts/index.ts'
import { networkPicture, type Report, reportOf, telling } from '../view/index.ts'
import type { Language } from '../words/index.ts'
import { type Page, section } from './blocks.ts'
import { frontHtml } from './front.ts'
import { drawn, type Html, tag, words } from './markup.ts'
import { style } from './style.ts'
import { termsOf } from './terms.ts'

export interface Screen {
  readonly html: string
  readonly networkSvg: string
}

/** Same baseline and language, same bytes. */
export function renderHtml(baseline: Baseline, language: Language): Screen {
  const report = reportOf(baseline, language)
  const page: Page = { seeTable: report.seeTable, terms: termsOf(language), drawn: 0 }
  const styles = `${screenFontRules()}\n${style}`
  const document = tag('html', { lang: language }, head(report, styles), body(report, page))
  const picture = networkPicture(telling(baseline, language))
  const { svg } = picture({ palette: onPaper, prefix: 'network', width: 1000 }, false)
  return {
    html: `<!doctype html>\n${document.html}\n`,
    networkSvg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`,
  }
}

function head(report: Report, styles: string): Html {
  // Only this very style may apply; nothing may be fetched, run or sent.
  const policy =
    `default-src 'none'; style-src 'sha256-${base64(sha256(new TextEncoder().encode(styles)))}'; ` +
    "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
  return tag(
    'head',
    {},
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('title', {}, words(report.title)),
    // Style text is ours and holds no closing tag.
    tag('style', {}, drawn(styles)),
  )
}

function body(report: Report, page: Page): Html {
  const links = report.sections.map(({ id, title }) =>
    tag('li', {}, tag('a', { href: `#${id}` }, words(title))),
  )
  return tag(
    'body',
    {},
    tag('a', { class: 'skip', href: '#content' }, words(report.skip)),
    tag(
      'header',
      { class: 'top' },
      tag(
        'div',
        { class: 'wrap' },
        tag(
          'div',
          {},
          tag('b', {}, words(report.organisation)),
          words(` · ${report.kind} · ${report.asOf}`),
        ),
        tag(
          'nav',
          { 'aria-label': report.contents },
          tag('details', {}, tag('summary', {}, words(report.contents)), tag('ul', {}, ...links)),
        ),
      ),
    ),
    tag(
      'main',
      { id: 'content', class: 'wrap' },
      frontHtml(page, report.front),
      ...report.sections.map((one) => section(page, one)),
    ),
    tag(
      'footer',
      { class: 'wrap' },
      words(`${report.organisation} · ${report.kind} · ${report.asOf}`),
    ),
  )
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
