/** Viridis (van der Walt, Smith 2015): even to the eye, also to one that sees few colours; here low to high. */
const STEPS = ['#440154', '#443983', '#31688e', '#21918c', '#35b779', '#90d743', '#fde725'];

/** The high end stands out from the page: bright on a dark one, dark on a light one. */
const variables = (colours: readonly string[]): string =>
  colours.map((colour, index) => `--chance${index}:${colour}`).join(';');
const DARK = variables(STEPS);
const LIGHT = variables(STEPS.toReversed());

/** The map of an audience, its table, and the plan. */
export const AUDIENCE_STYLES = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
:root[data-theme=dark]{${DARK}}
.audience{padding:clamp(28px,4vw,56px) 0}
.figures dd{overflow-wrap:normal;font-size:clamp(22px,6.4vw,30px)}
.audience h2{font-size:clamp(24px,2.8vw,34px);letter-spacing:-.026em;line-height:1.1;margin-bottom:6px}
.audience .about{color:var(--muted);max-width:80ch;margin-bottom:22px}
.geo{display:grid;grid-template-columns:minmax(0,1.75fr) minmax(380px,1fr);gap:28px;align-items:start}
.map{background:var(--panel);border:1px solid var(--line);border-radius:18px;padding:clamp(8px,1.4vw,18px)}
.map svg{display:block;width:100%;height:auto}
.map path,.map circle{stroke:var(--panel);stroke-width:4}
.map circle{stroke:var(--text);stroke-width:5}
.map path:hover,.map circle:hover{stroke:var(--text);stroke-width:9}
.map .none{fill:var(--line)}
.map .closed{fill:url(#not-offered)}
.map .ground{fill:var(--raised)}.map .stripe{fill:var(--faint)}
${STEPS.map((_, index) => `.map .chance${index}{fill:var(--chance${index})}i.chance${index}{background:var(--chance${index})}`).join('\n')}
.scale{display:flex;flex-wrap:wrap;gap:6px 16px;list-style:none;margin-top:12px;font-size:13px;color:var(--muted);font-variant-numeric:tabular-nums}
.scale i,.countries th i{display:inline-block;width:14px;height:14px;border-radius:4px;margin-right:7px;vertical-align:-2px;border:1px solid var(--line)}
.scale i.none{background:var(--line)}
.scale i.closed{background:repeating-linear-gradient(45deg,var(--faint) 0 3px,var(--raised) 3px 7px)}
.scroller{max-height:560px;overflow:auto;border:1px solid var(--line);border-radius:18px;background:var(--panel)}
.countries{width:100%;overflow-wrap:normal;border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
.countries th,.countries td{padding:7px 12px;text-align:left;font-weight:400;border-bottom:1px solid var(--line)}
.countries thead th{position:sticky;top:0;background:var(--raised);color:var(--muted);font-size:12.5px}
.countries tbody th{position:relative;padding-left:32px}
.countries tbody th i{position:absolute;left:10px;top:10px;margin:0}
.countries small{display:block;font-size:12px;color:var(--faint)}
.countries .number{text-align:right;white-space:nowrap}
.countries tbody tr:last-child>*{border-bottom:0}
.plan{list-style:none;counter-reset:plan;margin:0;padding:0;display:grid;gap:14px}
.plan>li{counter-increment:plan;position:relative;padding:18px 20px 18px 62px;background:var(--panel);border:1px solid var(--line);border-radius:16px}
.plan>li::before{content:counter(plan);position:absolute;left:20px;top:17px;font-size:20px;font-weight:700;color:var(--faint);font-variant-numeric:tabular-nums}
.plan h4{margin:0;font-size:17px;letter-spacing:-.012em}
.plan .worth{color:var(--muted);font-size:14px;font-variant-numeric:tabular-nums}
.plan .worth b{color:var(--text)}
.plan .so-far{color:var(--faint);font-size:12.5px;margin-top:10px}
.plan .chips small{color:var(--faint);font-size:12.5px}
.value{position:relative;height:8px;margin:10px 0 12px;border-radius:4px;background:var(--raised)}
.value i{position:absolute;top:0;bottom:0;border-radius:4px}
.value .range{background:color-mix(in srgb,var(--bandit) 30%,transparent)}
.value .point{left:0;background:var(--bandit)}
.left-out{list-style:none;display:grid;gap:6px;color:var(--muted);font-size:14.5px}
.left-out b{color:var(--text);font-weight:600}
.aside{margin-bottom:0}.aside dd{font-size:14px;color:var(--muted)}
.more{margin-top:12px;color:var(--muted);font-size:14px}
@media (max-width:1000px){.geo{grid-template-columns:minmax(0,1fr)}.scroller{max-height:420px}}
@media (max-width:640px){.plan>li{padding:16px}.plan>li::before{position:static;display:block;margin-bottom:4px}.countries th,.countries td{padding:7px 8px}.countries{font-size:13px}}
`;
