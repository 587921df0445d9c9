/** What the reports of tests have beside those of evaluations. */
export const EXPERIMENT_STYLES = `
.stop{--tone:var(--worse)}.go{--tone:var(--none)}.decided{--tone:var(--better)}.open{--tone:var(--open)}
.tone{color:var(--tone);font-weight:650;white-space:nowrap}
.note{white-space:normal}th .note{min-width:18ch}
.scroll th,.scroll td{padding:6px 8px}.scroll th:first-child{padding-left:18px}
.key.limit{color:var(--worse)}
.alarm{stroke:var(--worse);stroke-width:2}
.planned{stroke:var(--text);stroke-width:2}
.dot.shown{fill:var(--target)}.dot.beyond{fill:none;stroke:var(--target);stroke-width:1.5}
.figures+.meaning{margin-top:18px}
.prose{max-width:78ch}.prose+.prose{margin-top:8px}
.sizes,.after,.stack>*+*{margin-top:14px}
.stack+.scroll,.charts+.scroll{margin-top:16px}
.charts .sizes{margin-top:0}
@media (min-width:761px){.sizes .row{grid-template-columns:minmax(150px,24%) minmax(0,1fr) 270px}.stack .row{grid-template-columns:minmax(150px,18%) minmax(0,1fr) 250px}}
.charts .sizes .row{grid-template-columns:minmax(0,1fr) auto;gap:0 12px;padding:6px 4px}.charts .sizes .row svg{grid-column:1/-1;grid-row:2}
@media print{main{max-width:none;padding:0}.charts{grid-template-columns:1fr 1fr}table{font-size:10px}.scroll th,.scroll td,.scroll th:first-child{padding:4px 5px;white-space:normal}.tone{white-space:normal}.note{font-size:9px}th .note{min-width:12ch}.row,tr{break-inside:avoid}h2,h3{break-after:avoid}}
`;
