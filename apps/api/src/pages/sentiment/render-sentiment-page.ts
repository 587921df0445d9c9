import { html, type Html } from '@keyart/common';
import type { TitleSentimentQueryDto } from '@keyart/contracts';
import type { TitleSentiment } from '@keyart/voice';
import { percentText } from '../audience/percent-text';
import { pageShell } from '../page-shell';
import { heldBackView } from './held-back.view';
import { dayText, moodText, polarityInterval, polarityText } from './sentiment-text';
import { SENTIMENT_STYLES } from './sentiment.styles';
import { aspectBarsView, toneBarsView } from './tone-bars.view';
import { trendView } from './trend.view';

const WINDOWS = [
  ['', 'all time'],
  ['7d', '7 days'],
  ['30d', '30 days'],
  ['90d', '90 days'],
  ['365d', 'a year'],
] as const;

/** What the audience makes of a title. */
export function renderSentimentPage(sentiment: TitleSentiment, query: TitleSentimentQueryDto): string {
  const { titleName, year } = sentiment;
  return pageShell({
    title: `${titleName} · what people say · keyart`,
    theme: 'by-system',
    homeHref: '/',
    styles: SENTIMENT_STYLES,
    jumps: [
      { href: '#trend', label: 'Trend' },
      { href: '#tones', label: 'Tones' },
      { href: '#held-back', label: 'Held back' },
      { href: '/docs', label: 'API' },
    ],
    body: html`<div class="intro">
        <div class="wrap">
          <h1>${titleName}${year !== null && ` (${year})`}</h1>
          <p class="lede">${ledeOf(sentiment)}</p>
          ${partView(query)} ${figuresView(sentiment)}
        </div>
      </div>
      ${sentiment.cleaned.count === 0 ? NOTHING_SAID : sectionsView(sentiment)}`,
  });
}

const NOTHING_SAID = html`<div class="wrap voice">
  <p class="empty">No review of this part has been read yet.</p>
</div>`;

function ledeOf({ cleaned, microGenre }: TitleSentiment): string {
  const { polarity, evidence } = cleaned;
  const basis =
    evidence === 'own-reviews'
      ? 'by its own reviews'
      : `mostly by what ${microGenre === null ? 'other titles' : 'titles of its micro-genre'} get: too few reviews speak for it`;
  return `What people say of it is ${moodText(polarity.value)}, ${basis}.`;
}

function partView({ country = '', window = '' }: TitleSentimentQueryDto): Html {
  return html`<form class="part" method="get">
    <label
      >Country
      <input
        name="country"
        value="${country}"
        maxlength="2"
        pattern="[A-Z][A-Z]"
        title="two capital letters, such as DE"
        placeholder="all"
    /></label>
    <label
      >Written in the last
      <select name="window">
        ${WINDOWS.map(([value, name]) =>
          value === window
            ? html`<option value="${value}" selected>${name}</option>`
            : html`<option value="${value}">${name}</option>`,
        )}
      </select></label
    >
    <button>Show</button>
  </form>`;
}

function figuresView({ cleaned, quarantinedCount, version }: TitleSentiment): Html {
  const { polarity, count, effectiveCount, polarisation, intensity, newestAtMs } = cleaned;
  const figures: (readonly [string, string, string])[] = [
    ['Polarity, −1 to +1', polarityText(polarity.value), polarityInterval(polarity)],
    ['Reviews', String(count), `as good as ${effectiveCount.toFixed(0)} of equal weight`],
    ['Split in two camps', percentText(polarisation), '0 %: of one mind'],
    ['Strength of words', percentText(intensity), '100 %: as strong as can be'],
    ['Held back', String(quarantinedCount), 'as review bombing'],
    [
      'Newest review',
      newestAtMs === null ? '–' : dayText(newestAtMs),
      version === null ? 'no profile yet' : version,
    ],
  ];
  return html`<dl class="figures">
    ${figures.map(
      ([name, value, note]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}<small>${note}</small></dd>
        </div>`,
    )}
  </dl>`;
}

function sectionsView(sentiment: TitleSentiment): Html {
  const { cleaned, trend } = sentiment;
  return html`<section class="voice" id="trend">
      <div class="wrap">
        <h2>Trend</h2>
        <p class="about">
          Polarity of what was written at a time, with 95 % intervals, and below how many wrote. Where few
          did, the line stays near the title’s whole.
        </p>
        ${trend.length > 0 && trendView(trend)}
      </div>
    </section>
    <section class="voice" id="tones">
      <div class="wrap pair">
        <div>
          <h2>Tones</h2>
          <p class="about">Share of reviews that show a feeling; the thin line is the 95 % interval.</p>
          ${toneBarsView(cleaned.tones)}
        </div>
        <div>
          <h2>Aspects</h2>
          <p class="about">What is said of each, from blame to praise.</p>
          ${
            cleaned.aspects.length > 0
              ? aspectBarsView(cleaned.aspects)
              : html`<p class="empty">No review speaks of an aspect.</p>`
          }
        </div>
      </div>
    </section>
    <section class="voice" id="held-back">
      <div class="wrap">
        <h2>Held back</h2>
        <p class="about">
          Bursts of reviews from new accounts, copied from one another, or whose stars say the opposite of
          their text do not count. Here is what they would change.
        </p>
        ${heldBackView(sentiment)}
      </div>
    </section>`;
}
