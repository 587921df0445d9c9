import { armDealer } from './arm-dealer';

const control = { name: 'control', weight: 1, policy: 'production' } as const;
const treatment = { name: 'treatment', weight: 3, policy: 'llm' } as const;

describe('armDealer', () => {
  it('gives every member an arm, even where the weights do not add up exactly', () => {
    const arms = Array.from({ length: 7 }, (_, i) => ({ ...control, name: `${i}`, weight: 0.1 }));
    const armOf = armDealer({ salt: 's', arms });
    const dealt = new Set(Array.from({ length: 1_000 }, (_, i) => armOf(`member-${i}`).name));
    expect(dealt).toEqual(new Set(arms.map(({ name }) => name)));
  });

  it.each([
    ['weight', [control, { ...treatment, weight: 0 }]],
    ['weight', [control, { ...treatment, weight: NaN }]],
    ['arms', [control, control]],
    ['arms', []],
    ['arms', [control, treatment].map((arm) => ({ ...arm, weight: 1e308 }))],
  ])('refuses bad %s by name', (parameter, arms) => {
    expect(() => armDealer({ salt: 's', arms })).toThrow(expect.objectContaining({ parameter }));
  });
});
