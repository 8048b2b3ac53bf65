// SPDX-License-Identifier: EUPL-1.2
export const networkPagesNl = {
  label: 'Het netwerk',
  pages: [
    ['/map', 'Kaart'],
    ['/inventory', 'Gezien en geregistreerd'],
    ['/zones', 'Zones voorstellen'],
    ['/departures', 'Afwijkingen'],
    ['/captures', 'Opname bekijken'],
    ['/capture-kit', 'Opname maken'],
    ['/sensors', 'Sensoren'],
  ] as readonly (readonly [address: string, name: string])[],
}
