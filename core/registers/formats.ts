// SPDX-License-Identifier: EUPL-1.2

/**
 * Spellings of one-line texts. Only the spelling is held to: whether a zone or a code exists is
 * asked where it is used.
 */
export const formats = {
  /** One at sign, no blanks; whether mail arrives is found out by sending. RFC 5321 bounds the length. */
  email: /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\.][^\s@<>"(),:;[\]\\]{0,253}$/,
  /** Digits with an optional plus, blanks, points, hyphens and brackets. */
  phone: /^(\+|\()?[0-9][0-9 .()/-]{2,30}$/,
  /** ISO 3166-1 alpha-2. */
  country: /^[A-Z]{2}$/,
  /** BCP 47, language and optional region. */
  language: /^[a-z]{2,3}(-[A-Z]{2})?$/,
  /** IANA zone name. */
  time_zone: /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+){0,2}$/,
  /** Local time of day, 24 hours. */
  time: /^([01][0-9]|2[0-3]):[0-5][0-9]$/,
  /** NACE Rev. 2: division, group or class. */
  nace: /^[0-9]{2}(\.[0-9]{1,2})?$/,
  /** Requirement of the assurance pack: duty letter and number. */
  requirement: /^[A-J][1-9][0-9]?$/,
  /** Absolute web address. */
  url: /^https?:\/\/[^\s/?#]+[^\s]*$/,
  /** Package URL. */
  purl: /^pkg:[A-Za-z][A-Za-z0-9.+-]*\/[^\s]+$/,
  /** CPE 2.3 formatted string. */
  cpe: /^cpe:2\.3:[aho*-](:([^\s:\\]|\\\S)*){10}$/,
  /** Legal Entity Identifier, ISO 17442. */
  lei: /^[A-Z0-9]{18}[0-9]{2}$/,
  /** MIME type, RFC 6838. */
  media_type: /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/,
  /** `tcp/102`, `udp/161-162`, a protocol's name, or `any`. */
  service: /^((tcp|udp|sctp)\/[0-9]{1,5}(-[0-9]{1,5})?|[a-z][a-z0-9._-]{0,39})$/,
} as const satisfies Record<string, RegExp>

export type Format = keyof typeof formats
