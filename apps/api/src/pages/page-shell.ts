import { html, trusted, type Html, type HtmlPart } from '@keyart/common';
import { LAYOUT_STYLES } from './layout.styles';
import { PICTURE_STYLES } from './picture.styles';
import { THEME_STYLES } from './theme.styles';

const STYLES = THEME_STYLES + LAYOUT_STYLES + PICTURE_STYLES;

const MARK = html`<svg viewBox="0 0 26 26" aria-hidden="true">
  <rect x="1" y="4" width="24" height="18" rx="5" fill="#7a5cff" />
  <rect x="4.5" y="7.5" width="8" height="11" rx="2.4" fill="#fff" opacity=".5" />
  <rect x="14.5" y="7.5" width="7" height="11" rx="2.4" fill="#fff" />
</svg>`;

export interface PageShell {
  readonly title: string;
  readonly theme: 'dark' | 'by-system';
  /** Where the brand leads. */
  readonly homeHref: string;
  readonly jumps: readonly { readonly href: string; readonly label: string }[];
  /** Of this page only. */
  readonly styles?: string;
  readonly body: HtmlPart;
}

/** A whole document that asks for nothing outside itself. */
export function pageShell({ title, theme, homeHref, jumps, styles = '', body }: PageShell): string {
  const page: Html = html`<!doctype html>
    <html lang="en" ${theme === 'dark' && trusted('data-theme="dark"')}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${trusted(STYLES + styles)}
        </style>
      </head>
      <body>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="${homeHref}">${MARK} keyart</a>
            <nav class="jump" aria-label="Sections">
              ${jumps.map(({ href, label }) => html`<a href="${href}">${label}</a>`)}
            </nav>
          </div>
        </header>
        ${body}
      </body>
    </html>`;
  return page.text;
}
