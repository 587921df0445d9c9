/** Cards, the hero and the gallery. */
export const PICTURE_STYLES = `
.tier{--tone:var(--editorial);display:inline-flex;align-items:center;gap:7px;font-size:12.5px;font-weight:600;color:var(--tone);white-space:nowrap}
.tier::before{content:"";width:8px;height:8px;border-radius:3px;background:var(--tone)}
.tier.llm,.tier.student{--tone:var(--llm)}.tier.bandit,.tier.campaign,.tier.hybrid-llm,.tier.hybrid-student{--tone:var(--bandit)}.tier.popular{--tone:var(--popular)}.tier.random{--tone:var(--random)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:10px}
.shown{display:flex;flex-direction:column;min-width:0}
.frame{position:relative;aspect-ratio:16/9;border-radius:12px;overflow:hidden;background:var(--raised);transition:transform .22s cubic-bezier(.2,.7,.2,1),box-shadow .22s}
.frame img{width:100%;height:100%;object-fit:cover;display:block}
.frame::after{content:"";position:absolute;inset:0;border-radius:inherit;box-shadow:inset 0 0 0 1px rgba(255,255,255,.08);pointer-events:none}
.shown:hover .frame{transform:translateY(-3px) scale(1.012);box-shadow:var(--shadow)}
.by{position:absolute;left:8px;top:8px;z-index:1;padding:2px 9px;border-radius:7px;background:rgba(8,9,13,.72);backdrop-filter:blur(6px);color:#fff;font-size:11.5px;font-weight:600;letter-spacing:.01em}
.why{padding:10px 2px 0;display:grid;gap:5px}
.why b{font-size:14px;font-weight:600;line-height:1.35;letter-spacing:-.005em;text-wrap:pretty}
.odds{display:flex;align-items:center;justify-content:space-between;gap:4px 10px;flex-wrap:wrap}
.odds span:last-child{font-size:12.5px;color:var(--muted);font-variant-numeric:tabular-nums}
.bar{height:3px;border-radius:2px;background:var(--line);overflow:hidden}
.bar i{display:block;height:100%;border-radius:2px;background:var(--tone,var(--editorial))}
.bar.llm,.bar.student{--tone:var(--llm)}.bar.bandit,.bar.campaign,.bar.hybrid-llm,.bar.hybrid-student{--tone:var(--bandit)}.bar.popular{--tone:var(--popular)}.bar.random{--tone:var(--random)}
.why small{font-size:12.5px;line-height:1.4;color:var(--muted)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,540px),1fr));gap:34px 36px}
.card-head{display:flex;align-items:baseline;gap:8px;margin-bottom:9px}
.card-head h4{margin:0;font-size:16px;font-weight:640;letter-spacing:-.012em}
.card-head span{font-size:13.5px;color:var(--faint)}
.card-head em{margin-left:auto;font-style:normal;font-size:12px;color:var(--faint)}
.card-head em.differs{color:var(--text);font-weight:600}
.hero .frame{border-radius:18px}
.hero .pair{gap:16px}
.hero .title{position:absolute;left:0;right:0;bottom:0;padding:64px clamp(14px,2.4vw,28px) clamp(12px,2vw,22px);background:linear-gradient(transparent,rgba(6,7,10,.82));color:#fff;z-index:1}
.hero .title b{display:block;font-size:clamp(21px,2.9vw,38px);line-height:1.08;letter-spacing:-.028em;font-weight:760}
.hero .title span{font-size:14px;opacity:.78}
.hero .by{left:14px;top:14px;font-size:12.5px;padding:3px 11px}
.hero .why{padding-top:13px}.hero .why b{font-size:17px}
.gallery{border-top:1px solid var(--line);padding:clamp(36px,5vw,72px) 0}
.gallery>.wrap>h2{font-size:clamp(28px,3.4vw,44px);letter-spacing:-.03em;line-height:1.08}
.work{margin-top:44px}
.work h3{font-size:22px;letter-spacing:-.02em}
.work h3 span{font-weight:400;color:var(--faint)}
.work>p{color:var(--muted);font-size:15px;max-width:86ch;margin-top:4px}
.prints{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,264px),1fr));gap:26px 20px;margin-top:18px}
.print{display:flex;flex-direction:column;gap:10px;min-width:0}
.print .frame img{object-fit:contain}
.print .frame.wide img{object-fit:cover}
.print:hover .frame{transform:translateY(-3px);box-shadow:var(--shadow)}
.print.barred .frame img{filter:grayscale(.85) opacity(.55)}
.print figcaption{display:grid;gap:8px;font-size:14px;line-height:1.45}
.print small{font-size:12px;color:var(--faint);line-height:1.45}
.state{position:absolute;right:8px;top:8px;z-index:1;padding:2px 9px;border-radius:7px;font-size:11.5px;font-weight:600;background:rgba(8,9,13,.72);color:#fff;backdrop-filter:blur(6px)}
.boxes{position:absolute;inset:0;width:100%;height:100%;pointer-events:none}
.boxes rect{fill:none;stroke-width:2.5;vector-effect:non-scaling-stroke;rx:4}
.boxes .face,.key.face{--tone:#35d0ba}.boxes .letters,.key.letters{--tone:#ffb454}.boxes .eye,.key.eye{--tone:#ff5c8a}
.boxes rect{stroke:var(--tone)}.boxes .eye{fill:var(--tone);stroke:#fff;stroke-width:1.5;vector-effect:non-scaling-stroke}
.key::before{content:"";display:inline-block;width:11px;height:11px;margin-right:7px;border-radius:3px;border:2.5px solid var(--tone);vertical-align:-1px}
.reading{display:grid;gap:8px;padding-top:8px;border-top:1px solid var(--line)}
.reading .described{font-style:italic;color:var(--muted);font-size:13.5px}
.reading dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;font-size:12.5px;font-variant-numeric:tabular-nums}
.reading dt{color:var(--faint)}
.palette{display:flex;height:10px;border-radius:5px;overflow:hidden}
.palette i{flex:1 1 0}
.doubt{font-size:12.5px;padding:4px 9px;border-radius:7px;background:color-mix(in srgb,#ffb454 18%,transparent)}
.facets{display:flex;flex-wrap:wrap;gap:4px;list-style:none}
.facets li{--strength:.5;padding:1px 8px;border-radius:6px;font-size:12px;background:color-mix(in srgb,var(--bandit) calc(var(--strength)*26%),transparent);color:var(--text)}
@media (max-width:640px){.hero .pair{grid-template-columns:1fr;gap:22px}.cards{gap:30px}.why b{font-size:13px}.by{left:6px;top:6px}.state{right:6px;top:6px}.odds span:last-child{font-size:12px}}
`;
