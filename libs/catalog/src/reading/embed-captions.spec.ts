import { ManualClock } from '@keyart/common';
import { captionHash } from '@keyart/contracts';
import { HashingTextEmbedder } from '../../../vision/src/hashing-text-embedder.fake';
import { someArtwork, someTitle } from '../catalogue-records.factory';
import { CatalogueSnapshot } from '../snapshot/catalogue-snapshot';
import { EmbedCaptions } from './embed-captions';

class FakeEmbeddings {
  readonly kept = new Map<string, Float32Array>();

  hashesOf(): Promise<Set<string>> {
    return Promise.resolve(new Set(this.kept.keys()));
  }

  saveMany(_model: string, records: readonly { captionHash: string; vector: Float32Array }[]): Promise<void> {
    for (const { captionHash: hash, vector } of records) this.kept.set(hash, vector);
    return Promise.resolve();
  }

  deleteOthers(_model: string, hashes: readonly string[]): Promise<number> {
    const gone = [...this.kept.keys()].filter((hash) => !hashes.includes(hash));
    gone.forEach((hash) => this.kept.delete(hash));
    return Promise.resolve(gone.length);
  }
}

function catalogueOf(...captions: string[]) {
  const artworks = captions.map((caption, i) => someArtwork({ artworkId: `a${i}`, caption }));
  const snapshot = new CatalogueSnapshot({ version: '1', titles: [someTitle()], artworks });
  return { refresh: () => Promise.resolve(true), current: () => snapshot };
}

describe('EmbedCaptions', () => {
  const embeddings = new FakeEmbeddings();
  const embedder = new HashingTextEmbedder();
  const clock = new ManualClock(0);

  it('embeds each caption once, and only what is missing', async () => {
    const parts = { embeddings, embedder, clock };
    const first = new EmbedCaptions({ ...parts, catalogue: catalogueOf('a rider', 'a rider', 'a lamp') });
    expect(await first.run()).toEqual({ embeddedCount: 2, deletedCount: 0 });
    const [rider] = await embedder.embed(['a rider']);
    expect(embeddings.kept.get(captionHash('a rider'))).toEqual(rider);
    embedder.calls.length = 0;
    const next = new EmbedCaptions({ ...parts, catalogue: catalogueOf('a rider', 'a door') });
    expect(await next.run()).toEqual({ embeddedCount: 1, deletedCount: 1 });
    expect(embedder.calls).toEqual([['a door']]);
  });

  it('stops where it was told to, and goes on from there', async () => {
    const kept = new FakeEmbeddings();
    const catalogue = catalogueOf('a', 'b', 'c');
    const one = new EmbedCaptions({ embeddings: kept, embedder, clock, catalogue });
    expect((await one.run({ maxCount: 2 })).embeddedCount).toBe(2);
    expect((await one.run()).embeddedCount).toBe(1);
    expect(kept.kept.size).toBe(3);
  });

  it('says so where there is no text model', async () => {
    const one = new EmbedCaptions({ embeddings, embedder: null, clock, catalogue: catalogueOf('a') });
    await expect(one.run()).rejects.toMatchObject({ code: 'NO_TEXT_MODEL' });
  });
});
