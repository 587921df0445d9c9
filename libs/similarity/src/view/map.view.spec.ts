import { someSimilarityTitles } from '../some-titles.factory';
import { buildTitleMap } from '../map/build-title-map';
import { buildTitleVectors } from '../vectors/build-title-vectors';
import { mapDataOf } from './map-data';
import { MAP_SCRIPT } from './map-script';
import { renderMapSvg } from './map-svg';
import { mapView } from './map.view';

const HOSTILE = '</script><script>alert(1)</script>';

describe('the map as a page', () => {
  const titles = someSimilarityTitles(24).map((title, i) => (i === 0 ? { ...title, name: HOSTILE } : title));
  const vectors = buildTitleVectors(titles, { seed: 'view' });
  const data = mapDataOf(vectors, buildTitleMap(vectors, { seed: 'view', previous: null }), () => '/p.jpg');

  it('has every title in a list and its data beside, with hostile names as text', () => {
    const { text } = mapView(data);
    expect(text).not.toContain('<script>alert');
    expect(text.match(/data-title="/g)).toHaveLength(24);
    const json = /id="map-data">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
    const read = JSON.parse(json) as typeof data;
    expect(read).toEqual(JSON.parse(JSON.stringify(data)));
    expect(read.titles[0].name).toBe(HOSTILE);
    expect(read.titles[1].similar[0].why).toMatch(/\S/);
  });

  it('has the script to the letter, so that its hash can be named', () => {
    expect(mapView(data).text).toContain(`<script>${MAP_SCRIPT}</script>`);
  });

  it('is a still picture with all dots inside', () => {
    const svg = renderMapSvg(data);
    const dots = [...svg.matchAll(/<circle cx="(-?\d+)" cy="(-?\d+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(dots).toHaveLength(24);
    for (const [x, y] of dots) expect(x >= 0 && x <= 960 && y >= 0 && y <= 720).toBe(true);
    expect(renderMapSvg({ titles: [], communities: [] })).toContain('Map of 0 titles');
  });
});
