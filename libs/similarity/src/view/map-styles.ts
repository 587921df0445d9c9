/** Styles of the map, in the colours of the page's theme. */
export const MAP_STYLES = `
.map-page{padding-top:36px;padding-bottom:72px}
.map-page h1{font-size:clamp(28px,3.4vw,42px);letter-spacing:-.03em;line-height:1.1;margin-bottom:10px}
.map-page h2{margin:32px 0 12px}
.map-page .map h2{margin:0 0 4px}
.map-about{color:var(--muted);max-width:80ch;margin-bottom:22px}
.map{display:grid;grid-template-columns:1fr 300px;gap:16px;align-items:start}
.map canvas{width:100%;height:min(72vh,760px);display:block;background:var(--panel);border:1px solid var(--line);border-radius:14px;cursor:grab;touch-action:none}
.map canvas:active{cursor:grabbing}
.map canvas:focus-visible{outline:2px solid var(--llm);outline-offset:2px}
.map-tools{display:flex;gap:8px;align-items:center;margin:0 0 12px;flex-wrap:wrap}
.map-tools input,.map-tools button,.map aside button{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--line);border-radius:9px;padding:7px 12px}
.map-tools input{min-width:220px}
.map aside{background:var(--panel);border:1px solid var(--line);border-radius:14px;padding:14px;min-height:120px;max-height:min(72vh,760px);overflow:auto}
.map aside img{width:100%;border-radius:9px;margin-bottom:10px}
.map aside h2{font-size:17px;margin:0 0 4px}
.map aside h3{font-size:13px;margin:14px 0 6px;color:var(--muted)}
.map aside p,.map aside span{color:var(--muted);font-size:13px;margin:0}
.map aside ol{margin:0;padding:0;list-style:none;display:grid;gap:8px}
.map aside button{display:block;padding:4px 9px;margin-bottom:3px;cursor:pointer;text-align:left}
.map-list{columns:3 240px;font-size:14px;padding-left:18px}
.map-list button{all:unset;cursor:pointer;text-decoration:underline;text-decoration-color:var(--line)}
@media (max-width:820px){.map{grid-template-columns:1fr}}
`;
