import { html, type Html, type HtmlPart } from '@keyart/common';
import { percent } from '@keyart/decisions';
import type { ShownPicture } from './report-data';
import { TIER_NAMES } from './tier';

export interface ShownPictureView {
  readonly shown: ShownPicture | null;
  /** Whose choice it is. */
  readonly ranker: string;
  /** Laid over the picture. */
  readonly overlay?: HtmlPart;
}

/** A ranker's picture with the reason beneath. */
export function shownPictureView({ shown, ranker, overlay }: ShownPictureView): Html {
  if (!shown) return html`<p class="empty">${ranker}: no picture may be shown here.</p>`;
  return html`<figure class="shown">
    <div class="frame">
      <span class="by">${ranker}</span>
      <img src="${shown.src}" alt="${shown.alt}" loading="lazy" decoding="async" />
      ${overlay}
    </div>
    <figcaption class="why">${reason(shown)}</figcaption>
  </figure>`;
}

function reason({ headline, notes, source, propensity }: ShownPicture): Html {
  const width = Math.max(1, Math.round(propensity * 100));
  return html`<b>${headline}</b>
    <div class="odds">
      <span class="tier ${source}">${TIER_NAMES[source]}</span>
      <span title="Probability with which this picture was chosen">${percent(propensity)} chance</span>
    </div>
    <div class="bar ${source}"><i style="width:${width}%"></i></div>
    ${notes.length > 0 && html`<small>${notes.join(' · ')}</small>`}`;
}
