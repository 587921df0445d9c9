import { renderReport } from './render-report';
import type { ReportData, ShownPicture } from './report-data';

const HOSTILE = '</style><script>alert("x")</script>';
const shown = (artworkId: string): ShownPicture => ({
  ...{ artworkId, src: `pictures/${artworkId}.jpg`, alt: HOSTILE, source: 'llm', propensity: 0.62 },
  ...{ headline: 'Because you love romance', notes: ['explores: the favourite had 70 %'] },
});
const card = (titleId: string, other: string) => ({
  ...{ titleId, titleName: titleId, year: 1927 },
  production: shown('one'),
  llm: other === '' ? null : shown(other),
});
const DATA: ReportData = {
  generatedAt: '2026-03-01T20:00:00.000Z',
  summary: { titles: 2, artworks: 2, members: 1, decisions: 1234, events: 5, llmShare: 0.5 },
  viewers: [
    {
      ...{ memberId: 'a b', name: HOSTILE, blurb: 'Romance.' },
      taste: { loves: ['Casablanca (1942)'], avoids: [], people: [], eras: [], topFacets: ['romance'] },
      rows: [
        { name: 'Picked for you', cards: [card('hero', 'one'), card('second', 'two'), card('third', '')] },
      ],
    },
  ],
  gallery: [
    {
      ...{ titleId: 't', titleName: 'Faust', year: null, genres: ['Drama'], synopsis: 'A bargain.' },
      artworks: [
        {
          ...{ artworkId: 'x', src: 'pictures/x.jpg', alt: 'x', caption: HOSTILE, facets: { dark: 0.5 } },
          ...{
            aspect: '2:3',
            isEligible: false,
            reasons: ['rights-expired'],
            licence: 'CC0',
            author: 'Somebody',
            reading: null,
          },
        },
      ],
    },
  ],
  notes: ['The evening was simulated.'],
};

describe('renderReport', () => {
  const page = renderReport(DATA);

  it('shows every picture lazily, with alternative text', () => {
    const pictures = page.match(/<img [^>]*>/g) ?? [];
    expect(pictures).toHaveLength(6);
    for (const picture of pictures) expect(picture).toMatch(/src="[^"]+" alt="[^"]+" loading="lazy"/);
  });

  it('is whole in itself: no script, no address of somebody else', () => {
    expect(page).not.toMatch(/<script|<link rel="stylesheet"|url\(|@import|https?:/);
  });

  it('escapes whatever came from data', () => {
    expect(page).not.toContain(HOSTILE);
    expect(page).toContain('&lt;/style&gt;&lt;script&gt;');
  });

  it('says reason, chance, difference and attribution', () => {
    const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Because you love romance Language model 62 % chance');
    expect(text).toContain('second 1927 They differ');
    expect(text).toContain('LLM: no picture may be shown here.');
    expect(text).toContain('rights-expired');
    expect(text).toContain('Somebody · CC0');
    expect(text).toContain('1,234');
  });

  it('leads from the top to each viewer', () => {
    expect(page).toContain('href="#viewer-a%20b"');
    expect(page).toContain('id="viewer-a%20b"');
  });
});
