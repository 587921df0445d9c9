const DARK = `--bg:#0a0b0f;--panel:#13151c;--raised:#1b1e28;--line:#262a36;--text:#f3f4f8;--muted:#9ba2b5;--faint:#6d7488;
--llm:#b79cff;--bandit:#3fd6c0;--popular:#f7c04a;--editorial:#a7b4cc;--random:#8a93a8;--shadow:0 12px 32px rgba(0,0,0,.5);--glow:rgba(122,92,255,.16);color-scheme:dark`;
const LIGHT = `--bg:#f8f7f4;--panel:#fff;--raised:#f1efea;--line:#e4e1d9;--text:#16181f;--muted:#565d6d;--faint:#737988;
--llm:#6334d1;--bandit:#0a7466;--popular:#8a5a00;--editorial:#4b5a76;--random:#5c6577;--shadow:0 12px 32px rgba(40,32,16,.14);--glow:rgba(122,92,255,.10);color-scheme:light`;

/** Colours of both themes; `data-theme="dark"` on the root keeps a page dark. */
export const THEME_STYLES = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
:root[data-theme=dark]{${DARK}}
`;
