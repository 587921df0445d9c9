import { pageShell } from './page-shell';
import type { ReportViewer } from './report-data';
import { viewerSection } from './viewer-section.view';

/** One viewer's live page. */
export function renderViewerPage(viewer: ReportViewer): string {
  return pageShell({
    title: `${viewer.name} · keyart`,
    theme: 'dark',
    homeHref: '/',
    jumps: [
      { href: '/', label: 'All viewers' },
      { href: '/docs', label: 'API' },
    ],
    body: viewerSection(viewer),
  });
}
