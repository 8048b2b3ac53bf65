// SPDX-License-Identifier: EUPL-1.2
import type { DemoWords } from './demo-nl.ts'

export const demoEn: DemoWords = {
  title: 'Example factory',
  what: 'A made-up factory. Try anything; what you change is gone when you stop.',
  as: 'You look as',
  choose: 'Choose somebody',
  entering: 'The door is opening.',
  stale: 'This link no longer works. Open the one that is in your terminal now.',
}
