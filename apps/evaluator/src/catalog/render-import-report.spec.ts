import type { ImportReport } from '@keyart/catalog';
import { renderImportReport } from './render-import-report';

const REPORT: ImportReport = {
  isDryRun: false,
  titles: { new: 1, changed: 0, unchanged: 12 },
  artworks: { new: 1, changed: 0, unchanged: 1, duplicate: 1, refused: 0 },
  rows: [
    { place: 'titles[0].artworks[0]', artworkId: 'quay', outcome: 'new', detail: null },
    { place: 'titles[0].artworks[1]', artworkId: 'ship', outcome: 'unchanged', detail: null },
    {
      place: 'titles[0].artworks[2]',
      artworkId: 'pier',
      outcome: 'duplicate',
      detail: 'ship has this picture',
    },
  ],
};

describe('renderImportReport', () => {
  it('lists what was left out, then counts', () => {
    expect(renderImportReport(REPORT).split('\n')).toEqual([
      'outcome    artwork  place                  why',
      '─────────  ───────  ─────────────────────  ─────────────────────',
      'duplicate  pier     titles[0].artworks[2]  ship has this picture',
      '',
      '          new  changed  unchanged  duplicate  refused',
      '────────  ───  ───────  ─────────  ─────────  ───────',
      'titles      1        0         12',
      'artworks    1        0          1          1        0',
    ]);
  });

  it('lists before it is done what would be done', () => {
    const text = renderImportReport({ ...REPORT, isDryRun: true });
    expect(text).toContain('new        quay     titles[0].artworks[0]');
    expect(text).not.toContain('titles[0].artworks[1]');
    expect(text).toContain('This was a dry run: nothing was written.');
  });

  it('is short when there is nothing to say', () => {
    expect(renderImportReport({ ...REPORT, rows: [] })).toMatch(/^ +new/);
  });
});
