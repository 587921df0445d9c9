import { html } from '@keyart/common';
import type { VideoRecord } from '@keyart/contracts';
import { pageShell } from '../pages/page-shell';

/** The page of a video of which there is nothing to see: how far it is, or why it failed. */
export function renderUnreadyVideo({
  fileName,
  status,
  progress,
  problemCode,
  problem,
}: VideoRecord): string {
  const state =
    status === 'failed' ? `${problemCode}: ${problem}` : `${status}, ${Math.round(100 * progress)}%`;
  return pageShell({
    ...{ title: `${fileName} · keyart`, theme: 'by-system', homeHref: '/' },
    jumps: [{ href: '/docs', label: 'API' }],
    body: html`<section class="intro">
      <div class="wrap">
        <h1>${fileName}</h1>
        <p class="lede">${state}</p>
      </div>
    </section>`,
  });
}
