import { parseArtwork, parseTitle, parseViewer } from './parse-context-line';
import { ViewerTimeline } from './viewer-timeline';
import { aFilm } from '../rows/row-plan.factory';

const place = 'context/x.jsonl line 3';
const line = (value: unknown) => ({ text: typeof value === 'string' ? value : JSON.stringify(value), place });
const TITLE = { titleId: 't', name: 'N', year: null, genres: [], synopsis: '' };
const ARTWORK = { artworkId: 'a', titleId: 't', caption: 'C', isEditorialDefault: true };
const VIEWER = { memberId: 'm', region: 'NL', history: [aFilm('war', 1)] };

describe('lines of a context folder', () => {
  it('are read as they are, further fields passed over', () => {
    expect(parseTitle(line({ ...TITLE, colour: 'red' }))).toEqual({ ...TITLE, isHeldOut: false });
    expect(parseArtwork(line(ARTWORK))).toEqual(ARTWORK);
    expect(parseViewer(line({ ...VIEWER, isHeldOut: true }), () => true)).toEqual({
      ...VIEWER,
      isHeldOut: true,
    });
    expect(parseViewer(line({ memberId: 'x' }), () => false)).toBeNull();
  });

  it.each([
    [parseTitle, '{"titleId":', 'line 3 is no JSON object'],
    [parseTitle, '[]', 'line 3 is no JSON object'],
    [parseTitle, { ...TITLE, titleId: '' }, 'titleId must be a text that is not empty, not ""'],
    [parseTitle, { ...TITLE, year: '1950' }, 'year must be a whole number or null, not "1950"'],
    [parseTitle, { ...TITLE, genres: 'war' }, 'genres must be a list of texts, not "war"'],
    [parseTitle, { ...TITLE, synopsis: undefined }, 'synopsis must be a text, not nothing'],
    [parseTitle, { ...TITLE, isHeldOut: 'yes' }, 'isHeldOut must be true or false'],
    [parseArtwork, { ...ARTWORK, caption: 3 }, 'caption must be a text, not 3'],
    [parseArtwork, { ...ARTWORK, isEditorialDefault: undefined }, 'isEditorialDefault must be true or false'],
  ])('are refused by place and field (%p, %j)', (parse, value, message) => {
    expect(() => parse(line(value))).toThrow(
      expect.objectContaining({ code: 'BAD_CONTEXT_LINE', message: expect.stringContaining(message) }),
    );
  });

  it.each([
    [{ rating: 6 }, 'history[0]: rating must be a number in [0.5, 5], not 6'],
    [{ watchedAt: 'yesterday' }, 'history[0]: watchedAt must be a time'],
    [{ people: null }, 'history[0]: people must be a list of texts, not null'],
  ])('name the film (%j)', (change, message) => {
    const viewer = { ...VIEWER, history: [{ ...VIEWER.history[0], ...change }] };
    expect(() => parseViewer(line(viewer), () => true)).toThrow(message);
  });
});

describe('ViewerTimeline', () => {
  const viewer = new ViewerTimeline({
    memberId: 'm',
    region: 'NL',
    history: [aFilm('war', 9), aFilm('romance', 2)],
  });
  const at = (day: number, ms = 0) => viewer.at(Date.UTC(2025, 0, day) + ms);

  it('knows at each moment what was watched before it, and no more', () => {
    expect(at(2).taste.version).toBe('new');
    expect(at(2, 1).taste.loves).toEqual(['romance 2 (1950)']);
    expect(at(9).taste).toBe(at(3).taste);
    expect(at(9, 1).taste.historyCount).toBe(2);
  });
});
