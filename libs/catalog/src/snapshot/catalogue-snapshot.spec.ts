import { someArtwork, someTitle } from '../catalogue-records.factory';
import { CatalogueSnapshot } from './catalogue-snapshot';

describe('CatalogueSnapshot', () => {
  const b = someArtwork({ artworkId: 'b' });
  const a = someArtwork({ artworkId: 'a' });
  const other = someArtwork({ artworkId: 'x', titleId: 'other' });
  const title = someTitle();
  const snapshot = new CatalogueSnapshot({ version: '7', titles: [title], artworks: [b, other, a] });

  it('finds titles and artworks by id', () => {
    expect(snapshot.title('harbour')).toBe(title);
    expect(snapshot.artwork('x')).toBe(other);
    expect(snapshot.version).toBe('7');
  });

  it('gives a title its own artworks by id', () => {
    expect(snapshot.artworksOf('harbour')).toEqual([a, b]);
  });

  it('knows nothing of the unknown, nor of names every object has', () => {
    expect(snapshot.title('constructor')).toBeNull();
    expect(snapshot.artwork('__proto__')).toBeNull();
    expect(snapshot.artworksOf('toString')).toEqual([]);
  });
});
