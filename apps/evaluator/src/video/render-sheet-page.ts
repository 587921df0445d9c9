import { html, trusted } from '@keyart/common';
import type { VideoAnalysis } from '@keyart/contracts';
import { renderAnalysis } from './render-analysis';

const STYLE =
  'body{background:#15171c;color:#d7dae0;font-family:sans-serif;margin:16px}img{max-width:100%}pre{overflow:auto}';

/** A page that shows `sheet.jpg` beside it and the figures below. */
export function renderSheetPage(name: string, analysis: VideoAnalysis): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${name}</title>
        <style>
          ${trusted(STYLE)}
        </style>
      </head>
      <body>
        <h1>${name}</h1>
        <img src="sheet.jpg" alt="Shots and frames of ${name}" />
        <pre>${renderAnalysis(analysis)}</pre>
      </body>
    </html>`;
  return `${page.text}\n`;
}
