import { createLogger } from '@keyart/common';
import type { ArtworkRecord } from '@keyart/contracts';
import { someArtwork, someTitle } from '../catalogue-records.factory';
import { CatalogueCache } from './catalogue-cache';

class FakeCatalogue {
  version = '1';
  contents: ArtworkRecord[] = [someArtwork()];
  isBroken = false;
  readCount = 0;

  readonly titles = { all: () => Promise.resolve([someTitle()]) };
  readonly artworks = {
    latestChange: () => (this.isBroken ? Promise.reject(new Error('down')) : Promise.resolve(this.version)),
    all: () => {
      this.readCount++;
      return Promise.resolve(this.contents);
    },
  };
}

describe('CatalogueCache', () => {
  const source = (): { fake: FakeCatalogue; cache: CatalogueCache } => {
    const fake = new FakeCatalogue();
    return { fake, cache: new CatalogueCache({ ...fake, logger: createLogger('test', 'silent') }) };
  };

  it('has nothing before it was loaded', () => {
    expect(() => source().cache.current()).toThrow(
      expect.objectContaining({ code: 'CATALOGUE_NOT_LOADED', isRetryable: true }),
    );
  });

  it('reloads only what has changed', async () => {
    const { fake, cache } = source();
    expect(await cache.refresh()).toBe(true);
    expect(await cache.refresh()).toBe(false);
    expect(fake.readCount).toBe(1);
    fake.version = '2';
    fake.contents = [];
    expect(await cache.refresh()).toBe(true);
    expect(cache.current().artworksOf('harbour')).toEqual([]);
  });

  it('leaves a snapshot in use as it was', async () => {
    const { fake, cache } = source();
    await cache.refresh();
    const held = cache.current();
    fake.version = '2';
    fake.contents = [];
    await cache.refresh();
    expect(held.artworksOf('harbour')).toHaveLength(1);
  });

  it('reads once for callers at the same time', async () => {
    const { fake, cache } = source();
    await Promise.all([cache.refresh(), cache.refresh(), cache.refresh()]);
    expect(fake.readCount).toBe(1);
  });

  it('keeps the old snapshot when the source is down, and recovers', async () => {
    const { fake, cache } = source();
    await cache.refresh();
    fake.isBroken = true;
    await expect(cache.refresh()).rejects.toThrow('down');
    expect(cache.current().version).toBe('1');
    fake.isBroken = false;
    fake.version = '2';
    expect(await cache.refresh()).toBe(true);
  });

  it('looks by itself while started', async () => {
    const { fake, cache } = source();
    await cache.start(5);
    fake.version = '2';
    while (cache.current().version !== '2') await new Promise(setImmediate);
    cache.stop();
    expect(cache.current().version).toBe('2');
  });
});
