// SPDX-License-Identifier: EUPL-1.2

/** An element of a document that somebody else took apart; text is what stands directly in it. */
export interface ConfigElement {
  readonly name: string
  readonly text: string
  readonly children: readonly ConfigElement[]
}

export function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter((one) => one !== '')
}

export function child(element: ConfigElement | undefined, name: string): ConfigElement | undefined {
  return element?.children.find((one) => one.name === name)
}

export function descend(
  root: ConfigElement,
  ...names: readonly string[]
): ConfigElement | undefined {
  return names.reduce<ConfigElement | undefined>(child, root)
}

export function textIn(element: ConfigElement | undefined, name: string): string {
  return child(element, name)?.text.trim() ?? ''
}

/** pfSense writes an empty element, OPNsense a 1. */
export function isSet(element: ConfigElement | undefined, name: string): boolean {
  const text = child(element, name)?.text.trim()
  return text !== undefined && text !== '0' && text !== 'no'
}

export function isOn(one: ConfigElement): boolean {
  return isSet(one, 'enable')
}
