// SPDX-License-Identifier: EUPL-1.2

/** What a reader of screens names when the keyboard comes to it. */
const named = '[aria-labelledby], [aria-label], article, main'

/**
 * Whoever works by keyboard stays where he or she was when an act takes the button away that began
 * it, or holds it for a while: back on the button once it may be pressed again, else at the part of
 * the page that it stood in. Begins with the first key.
 */
export function keepKeyboard(main: HTMLElement): void {
  let last: HTMLElement | null = null
  let around: readonly HTMLElement[] = []
  let isHeld = false
  const at = (target: EventTarget | null) => {
    last = target instanceof HTMLElement && main.contains(target) ? target : null
    around = last === null ? [] : partsAround(last, main)
    isHeld = false
  }
  at(document.activeElement)
  document.addEventListener('focusin', ({ target }) => at(target))
  // Whoever points elsewhere has left of one's own accord.
  document.addEventListener('pointerdown', () => at(null))
  const look = () => {
    if (last?.matches(':disabled') === true) isHeld = true
    if (last === null || document.activeElement !== document.body) return
    if (!last.isConnected) {
      const part = around.find((one) => one.isConnected) ?? main
      if (!part.hasAttribute('tabindex')) part.tabIndex = -1
      part.focus({ preventScroll: true })
    } else if (isHeld && !last.matches(':disabled')) last.focus({ preventScroll: true })
  }
  const attributeFilter = ['disabled']
  new MutationObserver(look).observe(main, { childList: true, subtree: true, attributeFilter })
}

/** From the nearest to the whole page. */
function partsAround(element: HTMLElement, main: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = []
  let at = element.parentElement
  while (at !== null && main.contains(at)) {
    if (at.matches(named)) found.push(at)
    at = at.parentElement
  }
  return found
}
