import { html, type Html } from '@keyart/common';
import { pictureBoxesView } from './picture-boxes.view';
import { pictureReadingView } from './picture-reading.view';
import type { GalleryArtwork, GalleryTitle } from './report-data';

/** All pictures of all titles: what they show, whether they may be shown, and whose they are. */
export function galleryView(titles: readonly GalleryTitle[]): Html {
  return html`<section class="gallery" id="gallery">
    <div class="wrap">
      <h2>Every picture in the catalogue</h2>
      <p class="lede">
        What the rankers may choose from, what the worker read off each picture, and whose work it is.
      </p>
      <p class="legend">
        <span class="key face">faces</span><span class="key letters">lettering</span>
        <span class="key eye">where the eye goes first</span>
      </p>
      ${titles.map(titleView)}
    </div>
  </section>`;
}

function titleView({ titleName, year, genres, synopsis, artworks }: GalleryTitle): Html {
  const about = [year, ...genres].filter((part) => part !== null).join(' · ');
  return html`<div class="work">
    <h3>${titleName} <span>${about}</span></h3>
    <p>${synopsis}</p>
    <div class="prints">${artworks.map(artworkView)}</div>
  </div>`;
}

function artworkView(artwork: GalleryArtwork): Html {
  const { isEligible, aspect, reasons, src, alt, caption, facets, author, licence, reading } = artwork;
  const isWide = aspect === '16:9';
  return html`<figure class="print ${!isEligible && 'barred'}">
    <div class="frame ${isWide && 'wide'}">
      <span class="by">${aspect}</span>
      <span class="state">${isEligible ? 'May be shown' : reasons.join(', ')}</span>
      <img src="${src}" alt="${alt}" loading="lazy" decoding="async" />
      ${reading && pictureBoxesView(reading.features, isWide)}
    </div>
    <figcaption>
      ${caption}
      <ul class="facets">
        ${Object.entries(facets).map(
          ([facet, strength]) => html`<li style="--strength:${Number(strength)}">${facet}</li>`,
        )}
      </ul>
      ${reading && pictureReadingView(reading)}
      <small>${author} · ${licence}</small>
    </figcaption>
  </figure>`;
}
