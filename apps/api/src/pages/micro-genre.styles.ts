/** Cards of micro-genres, and lists of their titles. */
export const MICRO_GENRE_STYLES = `
.micro-genres{padding-block:32px 64px}
.micro-genres h1::first-letter,.micro-genres h2::first-letter{text-transform:uppercase}
.micro-genres .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:18px;margin-top:24px}
.micro-genre{display:block;background:var(--panel);border:1px solid var(--line);border-radius:14px;overflow:hidden;color:inherit;text-decoration:none}
.micro-genre:hover,.micro-genre:focus-visible{border-color:var(--llm)}
.micro-genre h2{font-size:1rem;margin:12px 14px 2px}
.micro-genre p{margin:0 14px 14px;color:var(--muted);font-size:.85rem}
.micro-genre .members{display:grid;grid-template-columns:1fr 1fr;gap:2px;aspect-ratio:16/9}
.micro-genre .members>*{width:100%;height:100%;min-height:0;object-fit:cover}
.micro-genres .no-picture{display:flex;align-items:center;justify-content:center;padding:6px;background:var(--raised);color:var(--muted);font-size:.75rem;text-align:center;overflow:hidden}
.micro-genres .evidence{list-style:none;padding:0;margin-top:24px;display:grid;gap:12px}
.micro-genres .evidence>li{display:grid;grid-template-columns:160px 1fr;gap:16px;background:var(--panel);border:1px solid var(--line);border-radius:14px;overflow:hidden}
.micro-genres .evidence>li>img,.micro-genres .evidence>li>.no-picture{width:160px;height:100%;min-height:90px;object-fit:cover}
.micro-genres .evidence h3{margin:10px 0 4px;font-size:1rem}.micro-genres .evidence h3 span{color:var(--faint);font-weight:400}
.micro-genres .evidence ul{margin:0 0 12px;padding:0;list-style:none;color:var(--muted);font-size:.85rem}
`;
