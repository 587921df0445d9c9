import { html, trusted, type HtmlPart } from '@keyart/common';
import { REPORT_STYLES } from './report.styles';

/** A report as a page of its own. */
export interface ReportPage {
  readonly title: string;
  /** After those of every report. Never data. */
  readonly styles?: string;
  readonly body: HtmlPart;
}

/** One HTML document that needs nothing outside itself: no script, no font, no picture. */
export function reportPage({ title, styles = '', body }: ReportPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${trusted(REPORT_STYLES)}${trusted(styles)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.text;
}
