import { html, type Html } from './html';
import type { GalleryArtwork, GalleryTitle } from './report-data';

/** All pictures of all titles: what they show, whether they may be shown, and whose they are. */
export function galleryView(titles: readonly GalleryTitle[]): Html {
  return html`<section class="gallery" id="gallery">
    <div class="wrap">
      <h2>Every picture in the catalogue</h2>
      <p class="lede">
        What the rankers may choose from, what they read about each picture, and whose work it is.
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
  const { isEligible, aspect, reasons, src, alt, caption, facets, author, licence } = artwork;
  return html`<figure class="print ${!isEligible && 'barred'}">
    <div class="frame ${aspect === '16:9' && 'wide'}">
      <span class="by">${aspect}</span>
      <span class="state">${isEligible ? 'May be shown' : reasons.join(', ')}</span>
      <img src="${src}" alt="${alt}" loading="lazy" decoding="async" />
    </div>
    <figcaption>
      ${caption}
      <ul class="facets">
        ${Object.entries(facets).map(
          ([facet, strength]) => html`<li style="--strength:${Number(strength)}">${facet}</li>`,
        )}
      </ul>
      <small>${author} · ${licence}</small>
    </figcaption>
  </figure>`;
}
