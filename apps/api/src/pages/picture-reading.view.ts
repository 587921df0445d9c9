import type { ArtworkReading, PictureFeatures, Suitability } from '@keyart/contracts';
import { percent } from '@keyart/decisions';
import { html, type Html } from '@keyart/common';

/** What was read off a picture, for editors: its description, its features, and what they mean for showing it. */
export function pictureReadingView({ features, description, suitability }: ArtworkReading): Html {
  return html`<div class="reading">
    ${description && html`<p class="described">${description.text}</p>`} ${paletteView(features)}
    <dl>
      ${rowsOf(features).map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
      ${suitability && suitabilityRows(suitability)}
    </dl>
    ${description?.doubts.map(({ detail }) => html`<p class="doubt">${detail}</p>`)}
    ${suitability?.notes.map((note) => html`<p class="doubt">${note}</p>`)}
  </div>`;
}

function paletteView({ colour }: PictureFeatures): Html {
  const names = colour.palette.map(({ hex }) => hex).join(', ');
  return html`<div class="palette" role="img" aria-label="colours ${names}">
    ${colour.palette.map(({ hex, fraction }) => html`<i style="background:${hex};flex-grow:${fraction.toFixed(3)}"></i>`)}
  </div>`;
}

function rowsOf({
  quality,
  faces,
  lettering,
  shotScale,
  composition,
  colour,
}: PictureFeatures): [string, string][] {
  const read = lettering.lines.flatMap(({ text }) => text ?? []).join(' / ');
  return [
    ['Shot', shotScale.replace('-', ' ')],
    ['Faces', facesOf(faces)],
    [
      'Lettering',
      lettering.lines.length === 0
        ? 'none'
        : `${percent(lettering.areaFraction)} of it ${read && `“${read}”`}`,
    ],
    ['Sharpness', `${percent(quality.sharpnessFraction)}, noise ${quality.noiseLevels.toFixed(1)} levels`],
    ['Light', `mean ${percent(quality.exposureFraction)}, near black ${percent(quality.darkFraction)}`],
    ['Colour', `colourfulness ${colour.colourfulness.toFixed(0)}, warmth ${colour.warmth.toFixed(2)}`],
    ['Calm area', percent(composition.negativeSpaceFraction)],
  ];
}

function facesOf({ faces, tallestFraction }: PictureFeatures['faces']): string {
  if (faces.length === 0) return 'none';
  return `${faces.length}, the tallest ${percent(tallestFraction)} of the height`;
}

function suitabilityRows({ representativeness, isTitleReadable }: Suitability): Html {
  const { fraction, parts } = representativeness;
  const why = parts.map(({ about, detail }) => `${about}: ${detail}`).join('; ');
  return html`<dt>Representative</dt>
    <dd title="${why}">${fraction === null ? 'nothing to compare' : percent(fraction)}</dd>
    ${
      isTitleReadable !== null &&
      html`<dt>Title readable</dt>
        <dd>${isTitleReadable ? 'yes' : 'no'}</dd>`
    }`;
}
