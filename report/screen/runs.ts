// SPDX-License-Identifier: EUPL-1.2
import type { Run, Text } from '../view/index.ts'
import { all, type Html, tag, words } from './markup.ts'

export function text(runs: Text): Html {
  return all(runs.map(run))
}

function run(one: Run): Html {
  const marks = [
    one.mono === true ? 'mono' : '',
    one.quiet === true ? 'quiet' : '',
    one.broken === true ? 'broken' : '',
  ].filter((mark) => mark !== '')
  const said =
    one.isMark === true ? tag('span', { 'aria-hidden': 'true' }, words(one.text)) : words(one.text)
  const inner = one.to === undefined ? said : tag('a', { href: `#${one.to}` }, said)
  const strong =
    one.strong === true
      ? tag('strong', { id: one.id }, inner)
      : one.id === undefined
        ? inner
        : tag('span', { id: one.id }, inner)
  const marked = marks.length === 0 ? strong : tag('span', { class: marks.join(' ') }, strong)
  return one.opensLine === true ? all([tag('br', {}), marked]) : marked
}
