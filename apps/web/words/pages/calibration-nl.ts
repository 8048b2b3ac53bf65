// SPDX-License-Identifier: EUPL-1.2

export const calibrationNl = {
  title: 'Oefen met schatten',
  intro:
    'Geef bij elke vraag een laag en een hoog getal, zo dat u negen van de tien keer goed zit. Zoek niets op. Wie er acht of minder raakt, schat te smal; wie alles raakt, vaak te breed.',
  low: 'Laag',
  high: 'Hoog',
  check: 'Nakijken',
  again: 'Opnieuw',
  wrong: 'Verwacht: twee getallen, laag niet boven hoog, zoals 20 en 40',
  was: (answer: string) => `Het was ${answer}`,
  hit: 'raak',
  missed: 'mis',
  result: (hits: number) => `${hits} van 10 raak; bij 90 % zekerheid zijn het er 9.`,
  advice: {
    narrow:
      'Uw bereiken zijn te smal. Vraag uzelf bij elk eind: hoe zou het toch lager of hoger kunnen zijn? Maak het breder tot u er echt negen van de tien op zou zetten.',
    good: 'U schat zoals u zegt. Zo mogen uw schattingen van kans en schade ook zijn.',
    wide: 'Alles raak: misschien kunt u smaller. Een bereik dat alles toelaat, zegt niets.',
  },
  kept: 'Niets hiervan wordt bewaard.',
  back: 'Alle risico’s',
  questions: [
    ['Hoe lang is de Afsluitdijk?', 'km'],
    ['Hoe hoog is de Vaalserberg?', 'm'],
    ['In welk jaar reed de eerste trein in Nederland?', ''],
    ['Hoe hoog is de Eiffeltoren, met antenne?', 'm'],
    ['Hoeveel botten heeft een volwassen mens?', ''],
    ['Bij welke temperatuur kookt alcohol (ethanol)?', '°C'],
    ['Hoe snel gaat geluid in lucht van 20 °C?', 'm/s'],
    ['Hoe lang is de Rijn?', 'km'],
    ['Hoeveel scheikundige elementen zijn er bekend?', ''],
    ['Hoe zwaar is een munt van 1 euro?', 'g'],
  ] as readonly (readonly [question: string, unit: string])[],
}

export type CalibrationWords = typeof calibrationNl
