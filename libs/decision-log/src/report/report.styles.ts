const LIGHT = `--bg:#f8f7f4;--panel:#fff;--raised:#f1efea;--line:#e0dcd3;--text:#16181f;--muted:#565d6d;
--target:#6334d1;--baseline:#8a5a00;--better:#0a6e47;--worse:#b3261e;--none:#4b5a76;--open:#8a5a00;--pale:#cdbff0;color-scheme:light`;
const DARK = `--bg:#0a0b0f;--panel:#13151c;--raised:#1b1e28;--line:#2b3040;--text:#f3f4f8;--muted:#a6adbf;
--target:#b79cff;--baseline:#f7c04a;--better:#4fd69c;--worse:#ff8a80;--none:#a7b4cc;--open:#f7c04a;--pale:#453a6b;color-scheme:dark`;

/** Style of the report, light and dark, from the width of a telephone on. */
export const REPORT_STYLES = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:400 16px/1.55 Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:1240px;margin:0 auto;padding:clamp(20px,4vw,56px) clamp(16px,3vw,40px) 64px}
h1,h2,h3,p,figure,dl,dd,ul,pre{margin:0;padding:0}
h1{font-size:clamp(24px,3.4vw,40px);line-height:1.12;letter-spacing:-.025em;font-weight:720;max-width:26ch;text-wrap:balance}
h2{font-size:clamp(20px,2vw,26px);letter-spacing:-.018em;line-height:1.2;margin:0 0 14px}
h3{font-size:16px;letter-spacing:-.01em;margin:0 0 10px}
section>p+figure,section>p+.scroll{margin-top:14px}
section{margin-top:clamp(36px,4.5vw,60px)}
code{font:500 .92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
q{quotes:none}
ul{padding-left:20px}
:focus-visible{outline:3px solid var(--target);outline-offset:2px;border-radius:8px}
.card{background:var(--panel);border:1px solid var(--line);border-radius:16px;padding:clamp(16px,2vw,24px)}
.quiet,figcaption,.page{color:var(--muted);font-size:14px}
.page{font-size:13px}
figcaption{margin-top:10px;max-width:90ch}
.lead{font-size:18px;max-width:70ch}
.head{border-left:6px solid var(--tone);padding-left:clamp(16px,2.4vw,28px)}
.better{--tone:var(--better)}.worse{--tone:var(--worse)}.no-difference-shown{--tone:var(--none)}.insufficient-evidence{--tone:var(--open)}
.kicker{font-size:14px;color:var(--muted);margin-bottom:8px}
.verdict{display:inline-block;margin:18px 0 12px;padding:6px 18px;border:2px solid var(--tone);border-radius:99px;color:var(--tone);font-size:20px;font-weight:700}
.verdict::first-letter{text-transform:uppercase}
.summary{font-size:clamp(16px,1.6vw,19px);max-width:78ch}
.can-show{margin-top:14px;font-weight:600;max-width:78ch}
.meaning{margin-top:10px;color:var(--muted);max-width:78ch}
.figures{display:flex;flex-wrap:wrap;gap:1px;margin-top:24px;background:var(--line);border:1px solid var(--line);border-radius:16px;overflow:hidden}
.figures div{flex:1 1 200px;background:var(--panel);padding:14px 18px}
.figures dt{font-size:14px;color:var(--muted)}
.figures dd{font-size:26px;font-weight:700;letter-spacing:-.02em;line-height:1.2;font-variant-numeric:tabular-nums}
.figures .range-text{font-size:13px;font-weight:400;letter-spacing:0;color:var(--muted);margin-top:4px}
.warnings{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:14px}
.warnings li{border-left:5px solid var(--none)}
.warnings .forbids{border-left-color:var(--worse)}
.warnings p+p{margin-top:6px}
.warnings .detail{font-weight:600;margin-bottom:8px}
.tag{display:inline-block;margin-left:6px;padding:1px 9px;border-radius:99px;font-size:12px;font-weight:600;color:var(--muted);border:1px solid var(--line);white-space:nowrap}
.forbids .tag{color:var(--worse);border-color:currentColor}
.rows{list-style:none;padding:0}
.row{display:grid;grid-template-columns:150px minmax(0,1fr) 250px;gap:16px;align-items:center;padding:1px 8px;border-radius:8px}
.row.headline{background:var(--raised)}
.row.headline .name{font-weight:700}
.row .name code{white-space:nowrap}
.row.headline .name code{font-weight:700}
.row svg,.plot svg{display:block}.axis-row svg{overflow:visible}
.numbers{font-size:13.5px;font-variant-numeric:tabular-nums}
.key-text{white-space:nowrap}.numbers .key-text{display:block}
.long-names .row{grid-template-columns:minmax(150px,24%) minmax(0,1fr) 220px}
.note{display:block;color:var(--muted);font-size:12.5px;white-space:nowrap}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:16px}
.scroll+.quiet{margin-top:10px}
.charts+.scroll,.card+.scroll,.scroll+.scroll{margin-top:16px}
.tick,.axis{font-size:12px;fill:var(--muted)}
.grid{stroke:var(--line);stroke-width:1}
.reference{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:4 4}
.limit{stroke:var(--worse);stroke-width:2}
.area{fill:var(--target);opacity:.16}
.range{stroke-width:3;stroke-linecap:round;opacity:.6}
.range.target,.range.difference{stroke:var(--target)}.range.baseline{stroke:var(--baseline)}
.dot.target,.dot.difference{fill:var(--target)}.dot.baseline{fill:var(--baseline)}
.key.target,.key-text.target{color:var(--target)}.key.baseline,.key-text.baseline{color:var(--baseline)}
.curve{stroke:var(--target);stroke-width:2;stroke-linecap:round}
.band{stroke:var(--target);stroke-width:5;stroke-linecap:round;opacity:.28}
.bar{fill:var(--target)}.bar.pale{fill:var(--pale)}
.scroll{overflow-x:auto;background:var(--panel);border:1px solid var(--line);border-radius:16px;padding:4px 0 8px}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums;overflow-wrap:normal}
caption span{position:sticky;left:18px;display:inline-block;max-width:min(100%,calc(100vw - 72px))}
caption{text-align:left;font-weight:650;padding:12px 18px 8px}
th,td{padding:6px 14px;text-align:left;vertical-align:top;white-space:nowrap;border-top:1px solid var(--line)}
th:first-child{padding-left:18px}
tbody th{font-weight:500}
th code,td code,figcaption code{white-space:nowrap}
thead th{color:var(--muted);font-weight:600;border-top:0}
.number{text-align:right}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:12px 28px;margin-bottom:20px}
.facts dt{font-size:13px;color:var(--muted)}
pre{background:var(--raised);border:1px solid var(--line);border-radius:12px;padding:14px 16px;white-space:pre-wrap;margin-bottom:12px}
@media (max-width:760px){tbody th{white-space:normal;min-width:150px}.row,.long-names .row{grid-template-columns:minmax(0,1fr) fit-content(72%);gap:0 12px;padding:6px 4px}.row svg{grid-column:1/-1;grid-row:2}.axis-row{padding-top:0}.axis-row svg{grid-row:1}.numbers{font-size:12.5px;text-align:right}}
@media print{.card,.scroll{break-inside:avoid}.scroll{overflow:visible}}
`;
