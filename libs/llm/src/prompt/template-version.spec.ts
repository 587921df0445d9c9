import { templateVersionOf } from './template-version';
import { CHATML_TEMPLATE, templateByName } from './templates';

const SETTINGS = { template: CHATML_TEMPLATE, formulation: 'pointwise', historyTokens: 150 } as const;

describe('templateVersionOf', () => {
  it('is name, formulation and hash, always the same', () => {
    expect(templateVersionOf(SETTINGS)).toMatch(/^chatml\/pointwise@[0-9a-f]{12}$/);
    expect(templateVersionOf({ ...SETTINGS })).toBe(templateVersionOf(SETTINGS));
  });

  it('changes with a byte of the wrapping, the formulation and the history cap', () => {
    const other = {
      ...CHATML_TEMPLATE,
      wrap: (parts: Parameters<typeof CHATML_TEMPLATE.wrap>[0]) => `${CHATML_TEMPLATE.wrap(parts)} `,
    };
    const versions = [
      SETTINGS,
      { ...SETTINGS, template: other },
      { ...SETTINGS, formulation: 'choice' as const },
      { ...SETTINGS, historyTokens: 100 },
      { ...SETTINGS, template: templateByName('plain') },
    ].map(templateVersionOf);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

describe('templateByName', () => {
  it('refuses an unknown name', () => {
    expect(() => templateByName('alpaca')).toThrow(expect.objectContaining({ code: 'LLM_BAD_SETTING' }));
  });
});
