import { parseCountries, parseKinds } from './plan-lists';
import { parseTracks } from './track';

describe('parseTracks', () => {
  it('reads a list, each track once', () => {
    expect(parseTracks(' dub:de , subtitle:fr,dub:de,')).toEqual([
      { kind: 'dub', language: 'de' },
      { kind: 'subtitle', language: 'fr' },
    ]);
    expect(parseTracks('')).toEqual([]);
  });

  it.each([
    ['dub', 'dub: must be written like dub:de'],
    ['dub:de:at', 'dub:de:at: must be written like'],
    ['voice:de', 'voice:de: must be one of subtitle, dub'],
    ['dub:xx', 'dub:xx: xx is no language of ISO 639-1, such as de'],
    ['dub:DE', 'not the code of a country'],
    ['dub:deu', 'deu is no language'],
    ['dub:', 'is no language'],
  ])('refuses %s', (text, message) => {
    expect(() => parseTracks(`subtitle:fr,${text}`)).toThrow(message);
  });
});

describe('lists of a plan', () => {
  it('reads countries and kinds', () => {
    expect(parseCountries('DE, GB,DE')).toEqual(['DE', 'GB']);
    expect(parseKinds('dub,campaign')).toEqual(['dub', 'campaign']);
  });

  it.each(['UK', 'de', 'XX', 'DEU'])('knows no country %s', (code) => {
    expect(() => parseCountries(code)).toThrow(`${code} is no country of ISO 3166-1 alpha-2`);
  });

  it.each(['', 'dubbing'])('knows no kind "%s"', (text) => {
    expect(() => parseKinds(text)).toThrow('must be some of subtitle, dub, campaign, artwork');
  });
});
