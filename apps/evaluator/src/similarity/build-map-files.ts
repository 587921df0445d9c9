import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { html, trusted, type ProgressListener } from '@keyart/common';
import {
  buildTitleMap,
  buildTitleVectors,
  MAP_STYLES,
  mapDataOf,
  mapView,
  renderMapSvg,
  type MapData,
  type SimilarityTitle,
  type TitleMap,
} from '@keyart/similarity';

/** What is made, and where. */
export interface MapFilesQuestion {
  readonly titles: readonly SimilarityTitle[];
  readonly seed: string;
  readonly out: string;
  readonly onProgress: ProgressListener;
}

const THEME = `:root{--bg:#f8f7f4;--panel:#fff;--raised:#f1efea;--line:#e4e1d9;--text:#16181f;--muted:#565d6d;--llm:#6334d1}
@media (prefers-color-scheme:dark){:root{--bg:#0a0b0f;--panel:#13151c;--raised:#1b1e28;--line:#262a36;--text:#f3f4f8;--muted:#9ba2b5;--llm:#b79cff;color-scheme:dark}}
body{margin:24px;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,sans-serif}`;

function page(data: MapData): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Map of ${data.titles.length} titles</title>
        <style>
          ${trusted(THEME + MAP_STYLES)}
        </style>
      </head>
      <body>
        <h1>Map of ${data.titles.length} titles</h1>
        ${mapView(data)}
      </body>
    </html>`.text;
}

/** Writes `map.json`, `map.html` (self-contained, interactive) and `map.svg`. */
export async function buildMapFiles({ titles, seed, out, onProgress }: MapFilesQuestion): Promise<TitleMap> {
  const vectors = buildTitleVectors(titles, { seed });
  onProgress(0.2, 'vectors');
  const built = buildTitleMap(vectors, {
    ...{ seed, previous: null },
    onProgress: (fraction, stage) => onProgress(0.2 + 0.7 * fraction, stage),
  });
  const data = mapDataOf(vectors, built, () => null);
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, 'map.json'), `${JSON.stringify(built.map)}\n`);
  await writeFile(path.join(out, 'map.html'), page(data));
  await writeFile(path.join(out, 'map.svg'), renderMapSvg(data));
  return built.map;
}
