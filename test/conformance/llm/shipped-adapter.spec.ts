import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArtworkManifest, readViewerFixtures } from '@keyart/catalog';
import { createLogger, loadConfiguration, projectRoot } from '@keyart/common';
import { buildTasteProfile } from '@keyart/features';
import { ArtworkRanker, openLlm, templateByName, type OpenedLlm, type RankedTitle } from '@keyart/llm';

// A real model, on two cores that others use as well.
jest.setTimeout(240_000);

const ROOT = projectRoot();
const FIXTURES = path.join(ROOT, 'artwork-fixtures');
const LEAST_LABEL_MASS = 0.95;

// The test runner sets the path when the model file is here and names the suite as left out when it is not.
const real = process.env.KEYART_SMOLLM2_GGUF;
const describeReal = real && existsSync(real) ? describe : describe.skip;

describeReal('the adapter that is shipped', () => {
  let folder: string;
  let llm: OpenedLlm;
  let ranker: ArtworkRanker;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'keyart-shipped-'));
    const paths = path.join(folder, 'paths.json');
    writeFileSync(paths, JSON.stringify({ 'smollm2-135m-instruct-q4_1': real }));
    const opened = await openLlm({
      configuration: loadConfiguration({
        ...{ KEYART_HOME: folder, MODEL_CACHE: path.join(folder, 'merged'), MODEL_FILES: paths },
      }),
      manifestPath: path.join(ROOT, 'models', 'manifest.json'),
      logger: createLogger('test', 'error'),
    });
    if (opened.kind === 'missing') throw new Error(opened.reason);
    llm = opened.llm;
    const { scorer, model } = llm;
    ranker = new ArtworkRanker({ scorer, model, template: templateByName(model.template) });
  });
  afterAll(async () => {
    await llm.scorer.close();
    rmSync(folder, { recursive: true });
  });

  async function rankFor(name: string): Promise<RankedTitle[]> {
    const { titles } = await readArtworkManifest(FIXTURES);
    const viewer = (await readViewerFixtures(FIXTURES)).find(({ memberId }) => memberId === name);
    if (!viewer) throw new Error(`no viewer ${name}`);
    const own = titles.map(({ artworks, ...title }) => ({
      ...{ titleId: title.titleId, title: { ...title, year: title.year ?? null } },
      artworks: artworks
        .filter(({ aspect }) => aspect === '16:9')
        .map(({ artworkId, caption }) => ({
          ...{
            artworkId,
            titleId: title.titleId,
            caption: caption ?? '',
            captionVersion: '',
            facets: {},
            look: null,
          },
          isEditorialDefault: false,
        })),
    }));
    const taste = buildTasteProfile(viewer.history);
    return ranker.rank({ memberId: name, viewer: { taste, region: viewer.surface.region }, titles: own });
  }

  const pickOf = ({ artworkIds, values }: RankedTitle): string =>
    artworkIds[values.indexOf(Math.max(...values))];

  it('shows opposite viewers other pictures for at least half of the titles', async () => {
    const [ana, boris] = [await rankFor('ana'), await rankFor('boris')];
    const differing = ana.filter((ranked, i) => pickOf(ranked) !== pickOf(boris[i]));
    expect(ana.length).toBe(13);
    expect(differing.length).toBeGreaterThanOrEqual(7);
    expect([...ana, ...boris].flatMap(({ values }) => values).every(Number.isFinite)).toBe(true);
  });

  it('puts its mass on yes and no', async () => {
    for (const { labelMass } of await rankFor('chen'))
      expect(labelMass).toBeGreaterThanOrEqual(LEAST_LABEL_MASS);
  });
});
