// SPDX-License-Identifier: EUPL-1.2
/**
 * Poster: what hangs on the wall of a hall, for whoever saw something odd and has a phone. The same
 * words on the screen and on paper.
 */
import { qrCode, qrPicture } from '../qr/index.ts'
import type { Language } from '../words/speech.ts'

interface PosterWords {
  readonly title: string
  readonly text: string
  readonly how: string
  readonly urgent: string
}

export const posterWords: Readonly<Record<Language, PosterWords>> = {
  nl: {
    title: 'Iets vreemds gezien?',
    text: 'Een scherm dat raar doet. Een mail die niet klopt. Iemand die u niet kent bij een machine. Meld het. Liever tien keer voor niets dan één keer te laat.',
    how: 'Richt de camera van uw telefoon op het vierkant. Uw naam hoeft niet.',
    urgent: 'Staat er iets stil of is iemand in gevaar? Bel eerst.',
  },
  en: {
    title: 'Seen something odd?',
    text: 'A screen that acts strangely. A mail that does not add up. Somebody you do not know by a machine. Report it. Rather ten times for nothing than once too late.',
    how: 'Point the camera of your phone at the square. Your name is not needed.',
    urgent: 'Has something stopped, or is somebody in danger? Call first.',
  },
}

interface Hung {
  readonly organisation: string
  /** Where it hangs. */
  readonly place: string
  readonly link: string
  readonly language: Language
  readonly at: Date
}

/** As the template of the poster reads it; undefined for a link too long to be a picture. */
export function poster({ organisation, place, link, language, at }: Hung) {
  const code = qrCode(link, 'M')
  if (code === undefined) return undefined
  const { side, path } = qrPicture(code)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  const date = at.toISOString().slice(0, 10).split('-').map(Number)
  const data = { language, organisation, place, link, date, svg, ...posterWords[language] }
  return { data, createdAt: at }
}
