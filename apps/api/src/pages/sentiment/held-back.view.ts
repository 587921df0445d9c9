import { html, type Html } from '@keyart/common';
import type { Bombing, BombingSign } from '@keyart/profiles';
import type { TitleSentiment } from '@keyart/voice';
import { percentText } from '../audience/percent-text';
import { dayText, polarityInterval, polarityText } from './sentiment-text';

const SIGN_TEXTS: Readonly<Record<BombingSign, string>> = {
  'new-accounts': 'from new accounts',
  'copied-text': 'copies of one another',
  'text-against-stars': 'text against stars',
};

/** What is held back, and what it would change. */
export function heldBackView({ bombings, cleaned, raw, quarantinedCount, copyCount }: TitleSentiment): Html {
  return html`<dl class="taste">
      <div>
        <dt>Without them</dt>
        <dd>
          ${polarityText(cleaned.polarity.value)} (${polarityInterval(cleaned.polarity)}), ${cleaned.count}
          reviews
        </dd>
      </div>
      <div>
        <dt>With them</dt>
        <dd>
          ${polarityText(raw.polarity.value)} (${polarityInterval(raw.polarity)}), ${raw.count} reviews,
          copies once
        </dd>
      </div>
      <div>
        <dt>Held back</dt>
        <dd>${quarantinedCount} reviews</dd>
      </div>
      <div>
        <dt>Near-duplicates</dt>
        <dd>${copyCount} not counted</dd>
      </div>
    </dl>
    ${
      bombings.length > 0 &&
      html`<ul class="bombings">
        ${bombings.map(bombingView)}
      </ul>`
    }`;
}

function bombingView({ fromMs, reviewCount, usualCount, signs, quarantinedCount }: Bombing): Html {
  const told = Object.entries(signs).map(
    ([sign, share]) => `${percentText(share)} ${SIGN_TEXTS[sign as BombingSign]}`,
  );
  return html`<li>
    <b>${dayText(fromMs)}</b>: ${reviewCount} reviews where
    ${usualCount === null ? 'the title was too young to have a usual number' : `${usualCount.toFixed(1)} are usual`};
    ${told.join(', ')}. ${quarantinedCount} held back.
  </li>`;
}
