import { html, type Html } from '@keyart/common';
import { pageShell } from '../pages/page-shell';

/** A problem's page from its Markdown: a heading, paragraphs, lists and `code`, which is all these files use. */
export function renderProblemPage(markdown: string): string {
  const [heading, ...blocks] = markdown.trim().split(/\n{2,}/);
  const title = heading.replace(/^# /, '');
  return pageShell({
    title: `${title} · keyart`,
    theme: 'by-system',
    homeHref: '/docs',
    jumps: [{ href: '/docs', label: 'API' }],
    body: html`<div class="intro">
      <div class="wrap">
        <h1>${title}</h1>
        ${blocks.map(blockView)}
      </div>
    </div>`,
  });
}

function blockView(block: string): Html {
  if (!block.startsWith('- ')) return html`<p class="lede">${inline(block)}</p>`;
  const items = block.split(/\n(?=- )/).map((item) => item.slice(2));
  return html`<ul class="lede">
    ${items.map((item) => html`<li>${inline(item)}</li>`)}
  </ul>`;
}

function inline(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
