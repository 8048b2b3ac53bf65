// SPDX-License-Identifier: EUPL-1.2
// A page worked by its keys alone: nothing is pointed at, and where the keys are is seen at each step.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** More steps than any page of the example has between its beginning and what somebody wants there. */
const mostSteps = 150
const mostLooks = 250
const lookMs = 20

interface Place {
  readonly name: string
  readonly tag: string
  readonly isInMain: boolean
  readonly isSeen: boolean
}

/** What the keyboard is on: by its name, and whether an eye can tell. */
const here = `(() => {
  const at = document.activeElement
  if (at === null || at === document.body) return null
  const labels = [...(at.labels ?? [])].map((one) => one.innerText)
  const by = (at.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
  const named = by.map((id) => document.getElementById(id)?.innerText ?? '')
  const name = at.getAttribute('aria-label') ?? ([...labels, ...named].join(' ') || at.innerText) ?? ''
  const style = getComputedStyle(at)
  const field = getComputedStyle(at.closest('.mantine-Input-input') ?? at)
  const isField = at.matches('input, textarea, select, .mantine-Input-input')
  const box = at.getBoundingClientRect()
  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  const isRinged = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
  // A field of a form shows it by the colour of its border.
  const isBordered = isField && parseFloat(field.borderTopWidth) > 0
  return {
    name: name.replace(/\\s+/g, ' ').trim(),
    tag: at.tagName.toLowerCase(),
    isInMain: at.closest('main') !== null,
    isSeen: isOnScreen && (isRinged || isBordered),
  }
})()`

export class Keys {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async at(): Promise<Place | null> {
    return (await this.page.evaluate(here)) as Place | null
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** By Tab, to what is called so; every stop on the way is seen, and the way ends. */
  async to(name: string | RegExp, tag?: string): Promise<void> {
    const isIt = (place: Place) =>
      (tag === undefined || place.tag === tag) &&
      (typeof name === 'string' ? place.name === name : name.test(place.name))
    const passed: string[] = []
    for (let step = 0; step < mostSteps; step += 1) {
      const place = await this.at()
      if (place !== null && step > 0) {
        await this.#isSeen(place)
        passed.push(place.name)
      }
      if (place !== null && isIt(place)) return
      await this.press('Tab')
    }
    assert.fail(`no way by Tab to ${name}; passed ${passed.join(' | ')}`)
  }

  /** A page may still be scrolling to where the keyboard went. */
  async #isSeen(place: Place): Promise<void> {
    for (let look = 0, at: Place | null = place; look < mostLooks; look += 1) {
      if (at === null || at.isSeen) return
      await this.page.waitForTimeout(lookMs)
      at = await this.at()
    }
    assert.fail(`nobody sees that the keyboard is on ${place.tag} “${place.name}”`)
  }

  /** After an act the keyboard is somewhere in the page, not lost. */
  async isKept(): Promise<void> {
    const inside = 'main:focus, main :focus, [role=dialog] :focus'
    await this.page.locator(inside).first().waitFor({ state: 'attached' })
  }
}
