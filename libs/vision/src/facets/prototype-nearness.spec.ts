import { FACETS } from '@keyart/features';
import { HashingTextEmbedder } from '../hashing-text-embedder.fake';
import type { TextEmbedder } from '../text-embedder';
import { FACET_PROTOTYPES } from './facet-prototypes';
import { PrototypeNearness } from './prototype-nearness';

describe('PrototypeNearness', () => {
  it.each(FACETS)('finds the words of %s nearest to it', async (facet) => {
    const { shows } = FACET_PROTOTYPES[facet];
    const nearness = await new PrototypeNearness(new HashingTextEmbedder()).of(`${shows[0]}, ${shows[1]}`);
    const nearest = FACETS.reduce((a, b) => (nearness.get(b)!.value > nearness.get(a)!.value ? b : a));
    expect(nearest).toBe(facet);
    expect(shows.slice(0, 2)).toContain(nearness.get(facet)?.prototype);
  });

  it('embeds the prototypes once', async () => {
    const embedder = new HashingTextEmbedder();
    const nearness = new PrototypeNearness(embedder);
    await Promise.all([nearness.of('a dog'), nearness.of('a cat')]);
    await nearness.of('a horse');
    expect(embedder.calls.map(({ length }) => length)).toEqual([7 * FACETS.length, 1, 1, 1]);
  });

  it('tries the prototypes again after the model failed', async () => {
    const working = new HashingTextEmbedder();
    let failureCount = 1;
    const embedder: TextEmbedder = {
      model: 'failing',
      dimensionCount: working.dimensionCount,
      embed: (texts) =>
        texts.length > 1 && failureCount-- > 0
          ? Promise.reject(new Error('no memory'))
          : working.embed(texts),
    };
    const nearness = new PrototypeNearness(embedder);
    await expect(nearness.of('a dog')).rejects.toThrow('no memory');
    expect((await nearness.of('a dog')).size).toBe(FACETS.length);
  });
});
