// SPDX-License-Identifier: EUPL-1.2
import type { networkPagesNl } from './network-pages-nl.ts'

export const networkPagesEn: typeof networkPagesNl = {
  label: 'The network',
  pages: [
    ['/map', 'Map'],
    ['/inventory', 'Seen and registered'],
    ['/zones', 'Propose zones'],
    ['/departures', 'Departures'],
    ['/captures', 'Look at a capture'],
    ['/capture-kit', 'Make a capture'],
    ['/sensors', 'Sensors'],
  ],
}
