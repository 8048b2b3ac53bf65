// SPDX-License-Identifier: EUPL-1.2
// Words in names of products that do not tell one product from another.

/** Said of many products: neither asked of a name nor held against it. */
export const filler: ReadonlySet<string> = new Set(
  `a an all and any as at by family families firmware for from hardware in incl including included
   industrial is of on or other products product related series software system systems the to
   type types variants variant version versions with x controller controllers device devices module
   modules cpu cpus plc plcs model models managed modular ethernet switch switches programmable
   unit units application applications hmi panel panels image imag router routers services
   following specific only edition editions part parts number numbers code order article relay
   gateway communication processor interface w built line processors eth dcs compact`
    .split(/\s+/)
    .filter(Boolean),
)

/** Marks and lines of makers: they may be missing on either side. */
export const brands: ReadonlySet<string> = new Set(
  `simatic sinamics siplus simotion sinumerik allen bradley allenbradley modicon melsec melsecq
   melsecf melsecl iqr iqf iql sysmac powerlogic ecostruxure rockwell siemens schneider electric
   mitsubishi abb wago omron moxa phoenix contact beckhoff hitachi energy honeywell emerson automation
   net switchgear industrialit seriesq seriesl qseries lseries got2000 melipc pfc`
    .split(/\s+/)
    .filter(Boolean),
)
