import { HOSTILE_PICTURES } from '../hostile-pictures/hostile-pictures';
import { sendPicture } from '../hostile-pictures/send-picture';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { addTitle } from './support/catalogue.factory';

describe('odd and hostile pictures', () => {
  let api: ApiFixture;
  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}]);
  });
  afterAll(() => api.close());

  it('are sixty and more, no two of one name', () => {
    const names = new Set(HOSTILE_PICTURES.map(({ name }) => name));
    expect(names.size).toBe(HOSTILE_PICTURES.length);
    expect(names.size).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE_PICTURES.map((one) => [one.name, one.expected, one] as const))(
    '%s: %s',
    async (_name, expected, picture) => {
      const url = `${api.baseUrl}/v1/artworks/metropolis-0/image`;
      expect(await sendPicture({ url, apiKey: keyOf('all') }, picture)).toBe(expected);
    },
  );

  it('leave the service well', async () => {
    expect((await api.call('GET', '/health/ready')).status).toBe(200);
  });
});
