// SPDX-License-Identifier: EUPL-1.2
import { measureIds } from '../words/index.ts'

const sans = '"Schouw Sans", system-ui, sans-serif'
const mono = '"Schouw Mono", ui-monospace, monospace'

/** Colours by meaning: at least 4.5 : 1 on the background, figures 7 : 1. */
const light =
  '--paper:#fff;--ink:#1b2227;--quiet:#56616a;--line:#c9d0d5;--shade:#f1f4f5;--dike:#4d6a5c;' +
  '--water:#1f5f8b;--ask:#a45200;--broken:#b3261e'
const dark =
  '--paper:#12181c;--ink:#e9eef1;--quiet:#a9b5bd;--line:#39444c;--shade:#1b2429;--dike:#9dbcab;' +
  '--water:#86c0ea;--ask:#f2a65a;--broken:#ff8f85'

export const style = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 ${sans};font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--water);text-underline-offset:.15em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--water);outline-offset:2px}
.skip{position:absolute;left:-100vw;background:var(--paper);padding:.5rem 1rem;z-index:2}
.skip:focus{left:1rem;top:.5rem}
.wrap{max-width:1216px;margin:0 auto;padding:0 24px}
.top{border-bottom:1px solid var(--line);font-size:.9rem;color:var(--quiet)}
.top .wrap{display:flex;justify-content:space-between;gap:.2rem 1rem;flex-wrap:wrap;padding-block:.35rem}
nav{margin-left:auto}
nav details[open]{flex-basis:100%}
nav:has([open]){flex-basis:100%}
.top b{color:var(--ink)}
nav summary{text-align:right}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.3rem 0;padding:0}
h1,h2,h3{line-height:1.25;font-weight:600;margin:0}
h1{font-size:1.6rem}
h2{font-size:1.4rem;margin:0 0 .5rem}
h3{font-size:1.05rem;margin:0 0 .3rem}
p{margin:0 0 .6rem;max-width:75ch}
.question{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1.5rem;margin:0 0 .6rem}
.answer{font-weight:600;margin:0;max-width:none}
.quiet,.note{color:var(--quiet)}
.note{font-size:.9rem}
.quiet a,.note a{color:inherit}
.broken{color:var(--broken);font-weight:600}
.mono{font-family:${mono};font-size:.86em}
section.chapter{margin:3.5rem 0 0;padding-top:1.2rem;border-top:1px solid var(--line)}
.group{margin:1.6rem 0 0}
.lead{display:grid;grid-template-columns:minmax(0,1fr) 84px;gap:24px}
svg{display:block;max-width:100%;height:auto}
.figure{margin:0}
.figure .wide svg,.dike .wide svg{width:100%}
.narrow{display:none}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.front{padding-top:.7rem}
.board{display:grid;grid-template-columns:minmax(0,2.2fr) minmax(0,1fr);gap:4px 44px}
.dike details{font-size:.85rem}
@media screen and (min-width:721px){.dike>details:not([open]){margin:-1.45rem 0 0 auto;width:max-content}}
.duo{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.3fr);gap:8px 36px}
.front h2{font-size:1rem;margin:0 0 .3rem}
.front p,.front table{font-size:.86rem;line-height:1.36}
.front .answer{font-size:1rem}
.front p{margin:0 0 .35rem}
.verdict{font-weight:600}
.ask{color:var(--ask)}
.next{margin:0 0 .8rem}
.front .next p{margin:0 0 .15rem}
.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.4rem 1.2rem;margin:.5rem 0 .8rem;padding:0;list-style:none}
.figures li{border-left:3px solid var(--water);padding-left:.7rem;line-height:1.3}
.figures b{font-size:1.5rem;font-weight:600}
.figures li{font-size:.9rem}
.figures b.missing{font-size:1rem;color:var(--quiet)}
.figures small{display:block;font-size:.75rem;color:var(--quiet)}
.figures small a{color:inherit}
.decision{border-top:2px solid var(--ask);padding-top:.25rem;margin:0 0 .5rem}
.decision p{margin:0 0 .1rem}
.decision details{font-size:.8rem;color:var(--quiet)}
.stop{display:grid;grid-template-columns:1.2rem minmax(0,1fr);gap:0 .4rem;margin:0 0 .4rem;line-height:1.35;font-size:.875rem}
.range{display:flex;justify-content:space-between;align-items:baseline;gap:.6rem}
.range svg{flex:none;align-self:center}
.range .sum{white-space:nowrap}
.stop p{margin:0;color:var(--quiet)}
.stop a{color:inherit;text-decoration-color:var(--line)}
.stop b{color:var(--quiet)}
.stops{list-style:none;margin:0;padding:0}
.notes{position:relative;min-height:1.5rem;margin:.1rem 0 0}
.notes p{margin:0}
.notes .hint{font-size:.85rem}
.notes .told{display:none;position:absolute;z-index:2;left:0;top:0;max-width:none;background:var(--paper);border:1px solid var(--quiet);border-left:4px solid var(--dike);padding:.6rem .9rem}
a.section{cursor:pointer}
a.section:hover .hit,a.section:focus .hit{stroke:var(--water);stroke-width:2}
a.section:focus{outline:none}
${measureIds
  .map((id) => {
    const chosen = `.dike:has(a[href="#measure-${id}"]:is(:hover,:focus))`
    return `${chosen} .told-${id}{display:block}${chosen} .hint{display:none}`
  })
  .join('\n')}
.scroll{overflow-x:auto;margin:.6rem 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;font-weight:600;padding-bottom:.3rem}
caption.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.32rem .7rem .32rem 0;border-bottom:1px solid var(--line);font-weight:400}
th.heads{padding-top:.9rem;border-bottom:1px solid var(--quiet)}
thead th{color:var(--quiet);font-weight:600;border-bottom:1.5px solid var(--ink);white-space:nowrap}
.num{text-align:right}
.tight{white-space:nowrap}
td:last-child,th:last-child{padding-right:0}
tr:target,.group:target{background:var(--shade)}
.chapter table{min-width:40rem}
details>summary{cursor:pointer;color:var(--water)}
ul.plain{margin:.2rem 0 .8rem;padding-left:1.2rem;max-width:75ch}
.term{color:inherit;text-decoration:underline dotted;position:relative}
.term:hover::after,.term:focus::after{content:attr(data-tip);position:absolute;left:0;top:1.5em;width:max-content;max-width:18rem;background:var(--ink);color:var(--paper);padding:.4rem .6rem;font-size:.85rem;line-height:1.4;z-index:3;text-decoration:none}
footer{margin:3rem 0 2rem;color:var(--quiet);font-size:.9rem}
.dates thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.dates .scroll{margin:0 0 .3rem}
.dates th,.dates td{padding:.14rem .6rem .14rem 0}
.dates tbody th{white-space:nowrap}
.dates td a{color:inherit;text-decoration-color:var(--line)}
@media screen and (max-width:1000px){.board{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:720px){.duo,.figures{grid-template-columns:minmax(0,1fr)}.wrap{padding:0 16px}.wide{display:none}.narrow{display:block}.lead{grid-template-columns:minmax(0,1fr)}.mark{display:none}h1{font-size:1.5rem}nav ul{gap:.35rem 1rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{color-scheme:light;${light}}body{font-size:9pt;line-height:1.4}.board{grid-template-columns:minmax(0,1fr)}section.chapter{margin-top:2rem}h2,h3{break-after:avoid}.dike>details{display:none}nav,.skip,.notes{display:none}section.chapter{break-before:auto}tr,.group .lead,.stop,.decision{break-inside:avoid}details::details-content{content-visibility:visible;display:block}a{color:inherit;text-decoration:none}.scroll{overflow:visible}.chapter table{min-width:0}}
`.trim()
