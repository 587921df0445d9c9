/** What creative reports have beside those of every report. */
export const CREATIVE_STYLES = `
.head{--tone:var(--target)}
.prose{max-width:78ch}.prose+.prose{margin-top:8px}
.stack>*+*,.after,.charts+.quiet{margin-top:14px}
.row:not(.headline) .dot.difference{fill:var(--none)}.row:not(.headline) .range.difference{stroke:var(--none)}
@media (min-width:761px){.row{grid-template-columns:minmax(130px,18%) minmax(0,1fr) 270px}}
.stack+.scroll{margin-top:16px}
.quotes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:14px;align-items:start}
.quotes h3{text-transform:capitalize}
blockquote{margin:0}
.quotes ul{list-style:none;padding:0}
.quotes li{padding:8px 0 8px 14px;border-left:4px solid var(--tone)}
.quotes li+li{margin-top:8px}
.quotes .praise{--tone:var(--better)}.quotes .blame{--tone:var(--worse)}
.quotes cite{display:block;font-style:normal;font-size:13px;color:var(--muted)}
.said{color:var(--tone);font-weight:650}
#reception~.charts{align-items:start}#reception~.charts .scroll+.scroll{margin-top:0}
.lift{--share:0%;background:color-mix(in srgb,var(--tone) var(--share),transparent)}
.lift{padding:1px 6px;border-radius:6px}.up{--tone:var(--better)}.down{--tone:var(--worse)}
td.told{font-weight:650}
td .note{white-space:nowrap}
@media print{.quotes li,tr{break-inside:avoid}}
`;
