import { ArtworkReadingsRepository, ArtworksRepository, TitlesRepository } from '@keyart/db';
import { anArtwork, aTitle, EVENING } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('ArtworkReadingsRepository', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await new TitlesRepository(test.database).upsert(aTitle());
    await new ArtworksRepository(test.database).upsert(anArtwork());
  });
  afterAll(() => test.drop());

  it('finds what was read, and nothing before', async () => {
    const readings = new ArtworkReadingsRepository(test.database);
    const { artworkId } = anArtwork();
    expect(await readings.findByArtwork(artworkId)).toBeNull();
    const reading = {
      ...{ artworkId, sha256: 'ab'.repeat(32), readAt: EVENING },
      features: { perceptualHash: '00ff00ff00ff00ff' },
    };
    await test.database.prisma.artworkReading.create({ data: { ...reading, look: {} } });
    expect(await readings.findByArtwork(artworkId)).toEqual({
      ...reading,
      description: null,
      suitability: null,
    });
  });
});
