// SPDX-License-Identifier: EUPL-1.2
/**
 * Network: how a site's network is divided and what may pass between the parts. Knows addresses
 * and their ranges; nothing of devices, which others bring.
 */
export { type AddressRange, addressRange, isPublic, isWithin } from './address-range.ts'
