// SPDX-License-Identifier: EUPL-1.2
import type { CalibrationWords } from './calibration-nl.ts'

export const calibrationEn: CalibrationWords = {
  title: 'Practise estimating',
  intro:
    'Give a low and a high number for each question, so that you are right nine times in ten. Look nothing up. Eight hits or fewer means too narrow; all of them often means too wide.',
  low: 'Low',
  high: 'High',
  check: 'Check',
  again: 'Again',
  wrong: 'Expected: two numbers, low not above high, such as 20 and 40',
  was: (answer) => `It was ${answer}`,
  hit: 'hit',
  missed: 'missed',
  result: (hits) => `${hits} of 10 hit; at 90 % certainty it is 9.`,
  advice: {
    narrow:
      'Your ranges are too narrow. Ask at each end: how could it be lower or higher after all? Widen it until you would truly bet nine to one on it.',
    good: 'You estimate as you say. Your estimates of likelihood and loss may be like this.',
    wide: 'All hit: perhaps you can go narrower. A range that allows everything says nothing.',
  },
  kept: 'Nothing of this is kept.',
  back: 'All risks',
  questions: [
    ['How long is the Afsluitdijk?', 'km'],
    ['How high is the Vaalserberg, the highest hill of the European Netherlands?', 'm'],
    ['In which year did the first train run in the Netherlands?', ''],
    ['How high is the Eiffel tower, with its antenna?', 'm'],
    ['How many bones has an adult human?', ''],
    ['At what temperature does alcohol (ethanol) boil?', '°C'],
    ['How fast is sound in air of 20 °C?', 'm/s'],
    ['How long is the Rhine?', 'km'],
    ['How many chemical elements are known?', ''],
    ['How heavy is a 1 euro coin?', 'g'],
  ],
}
