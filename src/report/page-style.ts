/**
 * The style of every report page. Outcomes differ by sign, word and lightness before they differ by colour; text keeps a
 * contrast of 4.5 to 1 at least. Breakpoints only unfold: the page is made for a phone first.
 */
export const PAGE_STYLE = `
:root{--ink:#16212b;--soft:#4c5a67;--line:#d5dce3;--paper:#fff;--wash:#f4f6f8;--accent:#0b4f6c;
--met:#0f6b45;--met-wash:#e5f3ec;--unmet:#a3261a;--unmet-wash:#fcebe8;--unknown:#55606b;--unknown-wash:#edf0f3;--warn:#7a4b00;--warn-wash:#fff4dc}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--wash);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main,header.page,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
body.many main,body.many header.page,body.many footer{max-width:92rem}
header.page{padding-top:1.75rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.15;margin:.1rem 0 .4rem;letter-spacing:-.01em}
h2{font-size:1.3rem;line-height:1.25;margin:0 0 .75rem}
h3{font-size:1.05rem;margin:0 0 .5rem;line-height:1.3}
h4{font-size:1rem;margin:1rem 0 .4rem;line-height:1.3}
p{margin:.25rem 0}
ul,ol{margin:.25rem 0;padding-left:1.25rem}
ul.plain{list-style:none;padding:0}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid #e0912f;outline-offset:2px;border-radius:3px}
code{font:.82em/1.4 ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;color:var(--soft);overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem;top:0;background:var(--accent);color:#fff;padding:.5rem 1rem;z-index:9}
.skip:focus{left:0}
.nowrap{white-space:nowrap}
.over{color:var(--soft);font-size:.9rem;margin:0}
.over bdi::first-letter{text-transform:uppercase}
.lead{font-size:1.1rem;color:var(--soft)}
section,nav.contents,.part{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.1rem;margin:1rem 0}
.part>section{border:0;padding:0;margin:1.5rem 0 0;border-radius:0}
.part>h2{margin-bottom:.25rem}
nav.contents{padding:.6rem 1.1rem}
nav.contents ul{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;margin:0;padding:0;font-size:.92rem}
dl{margin:0}dd{margin:0}
dl.facts{display:flex;flex-wrap:wrap;gap:.5rem 1.75rem;margin:.5rem 0 0}
dl.facts dt{color:var(--soft);font-size:.8rem}
dl.audit{font-size:.85rem}dl.audit dt{color:var(--soft);float:left;min-width:7rem}dl.audit div{overflow:hidden}
ul.warnings{list-style:none;margin:.75rem 0 0;padding:.6rem .9rem;background:var(--warn-wash);border-left:4px solid var(--warn);border-radius:4px;color:var(--warn);font-weight:600}
.warning{color:var(--warn);font-weight:600}
.faint,.note{color:var(--soft);font-size:.9rem}
span.met,strong.met{color:var(--met)}span.unmet,strong.unmet{color:var(--unmet)}span.unknown{color:var(--unknown)}
.outcome{font-weight:600;white-space:nowrap}
.sign{font-weight:700}
.verdict{border-left:6px solid var(--unknown);background:var(--unknown-wash);color:var(--ink);border-radius:8px;padding:1rem;display:grid;gap:.75rem 2rem}
.verdict.met{border-color:var(--met);background:var(--met-wash)}
.verdict.unmet{border-color:var(--unmet);background:var(--unmet-wash)}
.verdict .result{display:flex;align-items:center;gap:.9rem;margin:0;font-size:1.35rem;line-height:1.2}
.verdict .result strong{display:block}
.verdict .result strong::first-letter{text-transform:uppercase}
.verdict .because{display:block;font-size:.9rem;color:var(--ink)}
.disc{flex:none;width:3.2rem;height:3.2rem;border-radius:50%;display:grid;place-items:center;background:var(--unknown);color:#fff;font-size:1.8rem;font-weight:700}
.verdict.met .disc{background:var(--met)}.verdict.unmet .disc{background:var(--unmet)}
.tallies{display:grid;gap:.6rem 2rem}
.tally p{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .9rem;margin:0 0 .25rem;font-size:.95rem}
.tally .name{font-weight:600;color:var(--ink);min-width:5.5rem}
.tally b{font-size:1.15rem}
.verdict span.unknown{color:#46515b}
svg.bar{display:block;width:100%;height:.6rem;border-radius:3px;background:#dfe4e9;print-color-adjust:exact;-webkit-print-color-adjust:exact}
svg.bar .track{fill:#dfe4e9}
svg.bar .met,svg.bar .least{fill:#1f8a5c}svg.bar .unmet{fill:#c8503f}svg.bar .unknown{fill:#b9c2cb}
svg.bar .most{fill:#b9c2cb}
svg.bar.count .least{fill:var(--accent)}
svg.bar .between{fill:#f0b7ae}
svg.bar .bound{stroke:#16212b;stroke-width:2.5;vector-effect:non-scaling-stroke}
svg.figure{height:.5rem;margin-top:.3rem;max-width:26rem}
svg.figure .unknown{fill:#7d8994}
.box{border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem;margin-top:.9rem}
.pair{display:grid;gap:0 1rem}
.box.reported{border-style:dashed;border-color:#9aa7b2}
ol.tiles{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,9.5rem),1fr));gap:.5rem}
.tile a{display:flex;flex-direction:column;gap:.3rem;height:100%;padding:.55rem .7rem;border:1px solid var(--line);border-left:5px solid var(--unknown);border-radius:7px;text-decoration:none;color:var(--ink);background:var(--paper)}
.tile.met a{border-left-color:var(--met)}.tile.unmet a{border-left-color:var(--unmet);background:#fffafa}.tile.unknown a{border-left-style:double}
.tile a:hover{border-color:var(--accent)}
.tile .head{flex:1;line-height:1.3;font-size:.95rem}
.tile .foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .5rem;font-size:.82rem;color:var(--soft)}
.tile svg.bar{height:.35rem}
ol.distances{list-style:none;padding:0;display:grid;gap:.9rem 2rem;margin:0}
ol.distances .head{margin:0}
ol.distances p{margin:.1rem 0}
ol.distances li{break-inside:avoid}
.evidence{font-size:.8rem;color:var(--soft);font-weight:400;margin-left:.35em}
.evidence.unconfirmed,.evidence.proposed{color:var(--warn)}
a.ref{white-space:nowrap}
.address{font-size:.8rem;color:var(--soft)}
ol.sources{padding-left:2rem}
ol.sources>li{margin:.3rem 0}
.tag{font-size:.78rem;border:1px solid currentColor;border-radius:1em;padding:0 .5em;color:var(--warn);white-space:nowrap}
.criterion{margin:1.4rem 0 0;padding-top:.9rem;border-top:2px solid var(--line);scroll-margin-top:.5rem}
.criterion>h3,.criterion>h4{margin-top:0;display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1rem}
.scroll{overflow-x:auto;margin:.25rem 0;position:relative}
.scroll table{overflow-wrap:normal}
table{border-collapse:collapse;width:100%;font-size:.93rem}
caption{text-align:left;color:var(--soft);font-size:.88rem;padding:0 0 .35rem}
.scroll caption>span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 4.6rem)}
th,td{text-align:left;vertical-align:top;padding:.4rem .55rem;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-size:.82rem;font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--line)}
tbody th{font-weight:400}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
table.missing td{white-space:nowrap}
table ul{margin:.15rem 0 0;padding-left:1rem}
table.indicators thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.indicators,table.indicators tbody,table.indicators tr,table.indicators th,table.indicators td{display:block}
table.indicators tr{border-bottom:1px solid var(--line);padding:.5rem 0}
table.indicators th,table.indicators td{border:0;padding:.1rem 0}
table.indicators td::before{content:attr(data-head) ": ";color:var(--soft);font-size:.85rem}
.remarks{font-size:.88rem}
.parts{list-style:none;padding:0!important}
details{margin:.75rem 0}
summary{cursor:pointer;font-weight:600;padding:.35rem 0}
footer{padding:1rem 1rem 2.5rem;color:var(--soft);font-size:.85rem}
ol.ladder{list-style:none;padding:0;margin:0 0 1rem;display:grid;gap:.6rem}
.rung{border:1px solid var(--line);border-left:6px solid var(--unknown);border-radius:8px;padding:.7rem .9rem;background:var(--paper)}
.rung.met{border-left-color:var(--met);background:var(--met-wash)}.rung.unmet{border-left-color:var(--unmet)}
.rung.next{outline:2px solid var(--accent);outline-offset:1px}
.rung dl{font-size:.93rem;margin-top:.35rem}
.rung dl div{display:grid;grid-template-columns:8.5rem 1fr;gap:.5rem;padding:.1rem 0}
.rung .outcome{white-space:normal}
.rung dt{color:var(--soft)}
.left{font-weight:600;border-left:4px solid var(--accent);padding:.35rem .8rem;background:#e9f2f6;border-radius:4px}
.stats{display:grid;gap:.75rem 2rem}
.stats>*,.pair>*,.tallies>*{min-width:0}
td.m,td.u,td.k,td.x{text-align:center;padding:.3rem .2rem;min-width:1.7rem;border-left:1px solid #fff}
td.m::before,td.u::before,td.k::before,td.x::before{font-weight:700}
td.m{background:#cfe9dc;color:#0b5335}td.u{background:#f6c9c2;color:#7f1b11}td.k{background:#e6eaee;color:#46515b}td.x{color:var(--soft)}
td.m::before{content:"✓" / ""}td.u::before{content:"✗" / ""}td.k::before{content:"?" / ""}td.x::before{content:"–" / ""}
td.p::after{content:"~" / ""}td.o.p::after{content:none}
td.o{min-width:6.5rem}
b.w{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.units{width:auto;min-width:100%}
table.units tbody th{min-width:9rem;font-weight:600;position:sticky;left:0;background:var(--paper);z-index:1}
table.units thead th.c{text-align:center;padding:.3rem .15rem}
table.units thead th:first-child{position:sticky;left:0;background:var(--paper);z-index:1}
table.units td,table.units tbody th{white-space:nowrap;vertical-align:middle;padding-top:.25rem;padding-bottom:.25rem}
table.units thead th.n{white-space:normal;max-width:5.2rem}
th button{font:inherit;color:inherit;background:none;border:0;padding:.15rem .1rem;margin:-.15rem -.1rem;cursor:pointer;text-align:inherit;border-radius:3px;min-width:1.5rem;min-height:1.5rem}
th button:hover{color:var(--accent);text-decoration:underline}
th[aria-sort] button::after{content:"\\a0↕" / "";opacity:.45}
th.c[aria-sort] button::after{content:"" / ""}
th[aria-sort=ascending] button::after{content:"\\a0↑" / "";opacity:1}
th[aria-sort=descending] button::after{content:"\\a0↓" / "";opacity:1}
.controls{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:.25rem 0 .75rem}
.controls[hidden]{display:none}
.controls label{display:grid;font-size:.82rem;color:var(--soft)}
.controls input,.controls select,.controls button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid #8795a1;border-radius:6px;padding:.35rem .6rem;min-height:2.3rem}
.controls input{width:16rem;max-width:100%}
.controls button{cursor:pointer}
.controls button[disabled]{color:#6b7680;border-color:var(--line);cursor:default}
table.heat tbody th{white-space:nowrap}
table.heat td.h{text-align:center;min-width:2.2rem;white-space:nowrap;font-size:.8rem;padding:.4rem .2rem;font-variant-numeric:tabular-nums;border-left:1px solid #fff}
table.heat{width:auto;min-width:100%}
table.heat thead th.c{text-align:center}
.h0{background:#fff}.h1{background:#e3f1ea}.h2{background:#c2e2d2}.h3{background:#93cbb0}.h4{background:#5fb08b}.h5{background:#1d7a51;color:#fff}
table.bars td:nth-child(2){width:30%;min-width:5rem;vertical-align:middle}
table.wide td:nth-child(2){width:60%}
table.bars svg.bar{height:.75rem}
.scroll+.scroll,.scroll+table{margin-top:1rem}
@media (min-width:46rem){
table.indicators{display:table}table.indicators thead{display:table-header-group;position:static;width:auto;height:auto;clip-path:none}table.indicators tbody{display:table-row-group}
table.indicators tr{display:table-row}
table.indicators th,table.indicators td{display:table-cell;padding:.5rem .55rem;border-bottom:1px solid var(--line)}
table.indicators td::before{content:none}
table.indicators th:first-child{width:34%}table.indicators td:last-child,table.indicators thead th:last-child{width:32%}
ol.distances,.pair{grid-template-columns:1fr 1fr}
.stats{grid-template-columns:3fr 2fr}
ol.tiles{grid-template-columns:repeat(auto-fill,minmax(14.5rem,1fr));gap:.55rem}
.verdict{grid-template-columns:minmax(15rem,2fr) 3fr;align-items:center;padding:1.25rem 1.5rem}
.verdict .result{grid-row:span 2}
ol.ladder{grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}
section,nav.contents,.part{padding:1.4rem 1.6rem}
nav.contents{padding:.7rem 1.6rem}
}
@media print{
@page{size:A4;margin:14mm 13mm}
html{font-size:10.5pt}
body{background:#fff;font-size:9.5pt}
main,header.page,footer,body.many main,body.many header.page,body.many footer{max-width:none;padding:0}
header.page{padding-top:0}
.skip,nav.contents,.controls{display:none}
section,.part{border:0;border-top:1px solid #999;border-radius:0;padding:.6rem 0 0;margin:.6rem 0 0}
h1{font-size:20pt}h2{font-size:13pt}h2,h3,h4,caption,summary{break-after:avoid}
tr,li,.tile,.box,.verdict,.rung{break-inside:avoid}
.criterion{break-inside:auto;margin-top:.8rem;padding-top:.4rem}
thead{display:table-header-group}
thead button{display:contents}th[aria-sort] button::after{content:none}
.scroll{overflow:visible}
ol.tiles{grid-template-columns:repeat(4,1fr)}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;display:block;height:auto}
.verdict,.tile a,.rung,td,.disc,ul.warnings,.left,.box{print-color-adjust:exact;-webkit-print-color-adjust:exact}
table.units{font-size:7.5pt}table.units td,table.units th{padding:.1rem .15rem;min-width:0!important}
table.units tbody th,table.units thead th:first-child{position:static}
}
`;
