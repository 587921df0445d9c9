/** Trend, bars and what is held back. */
export const SENTIMENT_STYLES = `
.voice{padding:clamp(28px,4vw,56px) 0;border-top:1px solid var(--line)}
.voice h2{font-size:clamp(24px,2.8vw,34px);letter-spacing:-.026em;line-height:1.1;margin-bottom:6px}
.voice .about{color:var(--muted);max-width:80ch;margin-bottom:22px}
.figures dd small{display:block;font-size:13px;font-weight:400;letter-spacing:0;color:var(--muted);margin-top:3px}
.part{display:flex;flex-wrap:wrap;gap:10px;margin-top:22px;align-items:end}
.part label{font-size:13px;color:var(--muted);display:grid;gap:3px}
.part input,.part select,.part button{font:inherit;font-size:15px;padding:7px 12px;border-radius:10px;border:1px solid var(--line);background:var(--panel);color:var(--text)}
.part input{width:9ch}.part button{background:var(--llm);border-color:transparent;color:var(--bg);font-weight:600;cursor:pointer}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:36px}
.trend{background:var(--panel);border:1px solid var(--line);border-radius:18px;padding:16px}
.trend svg{display:block;width:100%;height:auto;overflow:visible}
.trend .zero{stroke:var(--faint);stroke-width:1;stroke-dasharray:3 5}
.trend .band{fill:color-mix(in srgb,var(--bandit) 20%,transparent)}
.trend .line{fill:none;stroke:var(--bandit);stroke-width:2.5;stroke-linejoin:round}
.trend circle{fill:var(--bandit);stroke:var(--panel);stroke-width:1.5}
.trend .volume{fill:var(--line)}
.trend circle:hover,.trend .volume:hover{fill:var(--llm)}
.trend figcaption{display:flex;justify-content:space-between;margin-top:8px;font-size:13px;color:var(--muted);font-variant-numeric:tabular-nums}
.bars{list-style:none;display:grid;gap:9px}
.bars li{display:grid;grid-template-columns:minmax(92px,150px) 1fr minmax(128px,auto);gap:14px;align-items:center;font-size:14.5px}
.bars small{color:var(--faint);font-size:12.5px}
.bars .what small{display:block}
.bars .much{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
.gauge{position:relative;height:12px;border-radius:6px;background:var(--raised)}
.gauge i{position:absolute;top:0;bottom:0;border-radius:6px}
.gauge .point{left:0;background:color-mix(in srgb,var(--llm) 62%,transparent)}
.bars .range{top:5px;bottom:5px;background:var(--text);opacity:.55}
.sided .gauge::before{content:"";position:absolute;left:50%;top:-3px;bottom:-3px;width:1px;background:var(--faint)}
.sided .range{top:4px;bottom:4px;background:var(--faint);opacity:.75}
.sided .dot{top:-1px;bottom:-1px;width:14px;margin-left:-7px;border-radius:50%;border:2px solid var(--bg)}
.sided .praise{background:var(--bandit)}.sided .blame{background:var(--popular)}
.bombings{list-style:none;display:grid;gap:8px;color:var(--muted)}
.bombings b{color:var(--text)}
@media (max-width:900px){.pair{grid-template-columns:minmax(0,1fr)}}
@media (max-width:560px){.bars li{grid-template-columns:1fr auto;gap:4px 10px}.bars .gauge{grid-column:1/-1;grid-row:2}}
`;
