// SPDX-License-Identifier: EUPL-1.2
import { euroBar, euroScale, onScreen } from '../drawings/index.ts'
import type { Front } from '../view/index.ts'
import { folded, type Page, picture, table } from './blocks.ts'
import { drawn, type Html, tag, words } from './markup.ts'
import { text } from './runs.ts'

/** The director's page: one screen on a desk, one column on a phone. */
export function frontHtml(page: Page, front: Front): Html {
  return tag(
    'section',
    { class: 'front', 'aria-labelledby': 'front-title' },
    tag(
      'div',
      { class: 'question' },
      tag('h1', { id: 'front-title' }, words(front.title)),
      tag('p', { class: 'answer' }, words(front.answer)),
    ),
    tag(
      'div',
      { class: 'board' },
      tag(
        'div',
        {},
        front.next?.isFirst === true ? next(front.next) : null,
        dike(page, front),
        figures(front),
        tag('div', { class: 'duo' }, decisions(front), stops(front)),
      ),
      tag(
        'div',
        {},
        scope(front),
        dates(front),
        front.next?.isFirst === false ? next(front.next) : null,
      ),
    ),
  )
}

function dike(page: Page, { dike: of }: Front): Html {
  const told = of.notes.map((note) =>
    tag('p', { class: `told told-${note.id}` }, words(note.sentences.join(' '))),
  )
  return tag(
    'div',
    { class: 'dike' },
    picture(page, of.picture, 800),
    // The links in the picture already say these sentences.
    tag(
      'div',
      { class: 'notes', 'aria-hidden': 'true' },
      tag('p', { class: 'hint quiet' }, words(of.hint)),
      ...told,
    ),
    folded(page.seeTable, table(of.table)),
  )
}

function next({ title, items }: NonNullable<Front['next']>): Html {
  return tag(
    'div',
    { class: 'next' },
    tag('h2', {}, words(title)),
    ...items.map((item) => tag('p', {}, text(item))),
  )
}

function figures({ figures: of }: Front): Html {
  return tag(
    'div',
    {},
    tag('h2', { class: 'spoken' }, words(of.title)),
    tag(
      'ul',
      { class: 'figures' },
      ...of.list.map((figure) =>
        tag(
          'li',
          {},
          tag('b', { class: figure.isMeasured ? undefined : 'missing' }, words(figure.value)),
          words(figure.base === '' ? ' ' : ` ${figure.base} `),
          words(figure.label),
          tag('small', {}, text(figure.source)),
        ),
      ),
    ),
  )
}

function scope({ scope: of }: Front): Html {
  return tag(
    'div',
    {},
    tag('h2', {}, words(of.title)),
    tag('p', { class: 'verdict' }, words(of.verdict)),
    ...of.lines.map((line) => tag('p', {}, text(line))),
    tag('p', { class: 'note' }, text(of.articles)),
  )
}

function decisions({ decisions: of }: Front): Html {
  const list = of.list.map((one) => {
    const effects = [
      ...(one.yes === null
        ? []
        : [tag('p', {}, tag('strong', {}, words(`${of.ifYes}: `)), words(one.yes))]),
      ...(one.no === null
        ? []
        : [tag('p', {}, tag('strong', {}, words(`${of.ifNo}: `)), words(one.no))]),
    ]
    return tag(
      'div',
      { class: 'decision' },
      tag('p', {}, tag('strong', {}, words(one.question))),
      one.facts.length === 0 ? null : tag('p', { class: 'quiet' }, words(one.facts.join(' · '))),
      effects.length === 0 ? null : folded(`${of.ifYes} / ${of.ifNo}`, ...effects),
    )
  })
  return tag(
    'div',
    {},
    tag('h2', { class: 'ask' }, words(of.title)),
    ...(list.length === 0 ? [tag('p', {}, words(of.none))] : list),
    of.more === null ? null : tag('p', {}, tag('a', { href: '#decisions' }, words(of.more))),
  )
}

function stops({ stops: of }: Front): Html {
  const scale = euroScale(of.list.map(({ range }) => range))
  const list = of.list.map((stop) =>
    tag(
      'li',
      { class: 'stop' },
      tag('b', {}, words(String(stop.number))),
      tag(
        'div',
        {},
        tag(
          'div',
          { class: 'range' },
          tag('span', { class: 'what' }, text(stop.title)),
          tag('span', { class: 'sum' }, words(stop.money)),
          of.hasBars ? drawn(euroBar(stop.range, scale, { palette: onScreen, width: 84 })) : null,
        ),
        tag('p', {}, text(stop.lost), words(` · ${stop.outage}`)),
      ),
    ),
  )
  return tag(
    'div',
    {},
    tag('h2', {}, words(of.title)),
    list.length === 0 ? tag('p', {}, words(of.none)) : tag('ol', { class: 'stops' }, ...list),
    of.same === null ? null : tag('p', { class: 'note' }, words(of.same)),
    of.more === null ? null : tag('p', {}, tag('a', { href: '#risks' }, words(of.more))),
  )
}

function dates({ dates: of }: Front): Html {
  return tag(
    'div',
    { class: 'dates' },
    tag('h2', {}, words(of.title)),
    table({ ...of.table, isCaptionHidden: true }),
    ...of.notes.map((note) => tag('p', { class: 'note' }, words(note))),
  )
}
