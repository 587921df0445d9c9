import { ManualClock } from '@keyart/common';
import type { SimilarityTitle } from '@keyart/similarity';
import { HashingTextEmbedder } from '../../../vision/src/hashing-text-embedder.fake';
import { embedSynopses } from './embed-synopses';

class FakeEmbeddings {
  readonly kept = new Map<string, Float32Array>();

  find(_model: string, hashes: readonly string[]): Promise<Map<string, Float32Array>> {
    return Promise.resolve(new Map([...this.kept].filter(([hash]) => hashes.includes(hash))));
  }

  saveMany(_model: string, made: readonly { hash: string; vector: Float32Array }[]): Promise<void> {
    made.forEach(({ hash, vector }) => this.kept.set(hash, vector));
    return Promise.resolve();
  }

  deleteOthers(_model: string, hashes: readonly string[]): Promise<number> {
    const gone = [...this.kept.keys()].filter((hash) => !hashes.includes(hash));
    gone.forEach((hash) => this.kept.delete(hash));
    return Promise.resolve(gone.length);
  }
}

const titleOf = (titleId: string, synopsis: string): SimilarityTitle => ({
  ...{ titleId, name: titleId, year: null, synopsis, genres: [], tags: [], people: [], originCountries: [] },
});

describe('embedSynopses', () => {
  const embeddings = new FakeEmbeddings();
  const embedder = new HashingTextEmbedder();
  const parts = { embeddings, embedder, clock: new ManualClock(0) };

  it('embeds each synopsis once, none of a title without, and lets go of what nobody has', async () => {
    const told: number[] = [];
    const titles = [
      titleOf('a', 'A rider.'),
      titleOf('b', 'A rider.'),
      titleOf('c', ' '),
      titleOf('d', 'A lamp.'),
    ];
    const first = await embedSynopses(titles, parts, (fraction) => told.push(fraction));
    expect([...first.keys()]).toEqual(['a', 'b', 'd']);
    expect(first.get('a')).toBe(first.get('b'));
    expect(told).toEqual([1]);
    embedder.calls.length = 0;
    await embedSynopses([titleOf('a', 'A rider.'), titleOf('e', 'A door.')], parts, () => undefined);
    expect(embedder.calls).toEqual([['A door.']]);
    expect(embeddings.kept.size).toBe(2);
  });
});
