/** Frame of every page: type, header, sections, chips. */
export const LAYOUT_STYLES = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:76px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:400 16px/1.55 Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-font-smoothing:antialiased;overflow-wrap:anywhere}
h1,h2,h3,p,figure,dl,dd,ul{margin:0;padding:0}
a{color:inherit}
:focus-visible{outline:3px solid var(--llm);outline-offset:3px;border-radius:8px}
.wrap{max-width:1320px;margin:0 auto;padding:0 clamp(16px,3.2vw,40px)}
.top{position:sticky;top:0;z-index:5;background:color-mix(in srgb,var(--bg) 82%,transparent);backdrop-filter:blur(14px) saturate(1.4);border-bottom:1px solid var(--line)}
.top .wrap{display:flex;align-items:center;gap:24px;height:60px}
.brand{flex:none;white-space:nowrap;display:flex;align-items:center;gap:10px;font-weight:700;letter-spacing:-.02em;font-size:18px;text-decoration:none}
.brand svg{width:26px;height:26px;display:block}
.jump{display:flex;gap:6px;overflow-x:auto;scrollbar-width:none;margin-left:auto}
.jump a{flex:none;padding:6px 13px;border-radius:99px;font-size:14px;font-weight:500;color:var(--muted);text-decoration:none;transition:background .15s,color .15s}
.jump a:hover{background:var(--raised);color:var(--text)}
.intro{padding:clamp(40px,7vw,88px) 0 clamp(28px,4vw,48px);background:radial-gradient(900px 420px at 12% -10%,var(--glow),transparent 70%)}
.intro h1{font-size:clamp(34px,5.4vw,64px);line-height:1.04;letter-spacing:-.035em;font-weight:760;max-width:17ch;text-wrap:balance}
.lede{margin-top:18px;max-width:62ch;font-size:clamp(16px,1.5vw,19px);color:var(--muted);text-wrap:pretty}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:1px;margin-top:36px;background:var(--line);border:1px solid var(--line);border-radius:16px;overflow:hidden}
.figures div{background:var(--panel);padding:18px 20px}
.figures dt{font-size:13px;color:var(--muted)}
.figures dd{font-size:30px;font-weight:700;letter-spacing:-.03em;line-height:1.15;font-variant-numeric:tabular-nums;margin-top:2px}
.legend{display:flex;flex-wrap:wrap;gap:8px 20px;margin-top:24px;font-size:14px;color:var(--muted)}
.viewer{padding:clamp(36px,5vw,72px) 0;border-top:1px solid var(--line)}
.who{display:grid;grid-template-columns:auto 1fr;gap:4px 20px;align-items:center}
.avatar{grid-row:span 2;width:68px;height:68px;border-radius:20px;display:grid;place-items:center;font-size:28px;font-weight:700;color:#fff;background:linear-gradient(140deg,hsl(var(--hue) 62% 52%),hsl(calc(var(--hue) + 46) 58% 38%))}
.who h2{font-size:clamp(26px,3vw,38px);line-height:1.1;letter-spacing:-.028em;font-weight:740}
.who p{color:var(--muted);max-width:70ch}
.taste{display:grid;gap:10px;margin:22px 0 30px}
.taste div{display:grid;grid-template-columns:124px 1fr;gap:12px;align-items:baseline}
.taste dt{font-size:13px;color:var(--faint)}
.chips{display:flex;flex-wrap:wrap;gap:6px;list-style:none}
.chips li{padding:3px 11px;border-radius:99px;background:var(--raised);border:1px solid var(--line);font-size:13.5px;line-height:1.5}
.chips.strong li{background:color-mix(in srgb,var(--llm) 14%,transparent);border-color:color-mix(in srgb,var(--llm) 34%,transparent)}
.chips.quiet li{background:none;color:var(--muted)}
.row-name{font-size:21px;letter-spacing:-.018em;font-weight:680;margin:40px 0 14px}
.people-list{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:16px;padding-bottom:72px}
.person{display:grid;grid-template-columns:auto 1fr;gap:2px 16px;align-items:center;padding:18px;border-radius:18px;background:var(--panel);border:1px solid var(--line);text-decoration:none;transition:transform .18s,border-color .18s,box-shadow .18s}
.person:hover{transform:translateY(-3px);border-color:var(--faint);box-shadow:var(--shadow)}
.person .avatar{width:56px;height:56px;border-radius:16px;font-size:23px}
.person b{font-size:18px;letter-spacing:-.015em}
.person span{color:var(--muted);font-size:14px}
.foot{border-top:1px solid var(--line);padding:36px 0 64px;color:var(--muted);font-size:14px}
.foot li{margin:0 0 6px 18px}
.empty{padding:22px;border:1px dashed var(--line);border-radius:14px;color:var(--muted)}
@media (max-width:640px){.top .wrap{gap:14px}.jump{margin-left:0}.taste div{grid-template-columns:1fr;gap:4px}.avatar{width:56px;height:56px;border-radius:16px;font-size:24px}.intro h1{max-width:none}}
@media (prefers-reduced-motion:reduce){*{transition:none!important;scroll-behavior:auto!important}}
`;
