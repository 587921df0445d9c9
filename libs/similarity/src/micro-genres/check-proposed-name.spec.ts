import { checkProposedName } from './check-proposed-name';

function members(...facets: readonly (readonly string[])[]) {
  return facets.map((own) => own.map((facet) => ({ facet, source: 'tag' as const, span: facet })));
}

describe('checkProposedName', () => {
  const five = members(
    ['comedies', 'dragons'],
    ['comedies', 'dragons'],
    ['comedies', 'dragons'],
    ['comedies', 'dragons'],
    ['comedies', 'romantic'],
  );

  it('accepts a name whose every word is a facet of four members in five', () => {
    expect(checkProposedName('Comedies about a dragon', five)).toEqual({
      isAccepted: true,
      facets: ['comedies', 'dragons'],
    });
  });

  it.each([
    ['a facet of one member in five', 'romantic comedies', ['romantic']],
    ['a word of no facet', 'hilarious comedies about dragons', ['hilarious']],
    ['a true word beside false ones', 'the best dragons ever', ['best', 'ever']],
    ['words of another script', 'комедии about dragons', ['комедии']],
    ['joining words alone', 'films about the', []],
    ['nothing', '', []],
  ])('refuses %s', (_, name, unbacked) => {
    expect(checkProposedName(name, five)).toEqual({ isAccepted: false, unbacked });
  });

  it('refuses any name of no members', () => {
    expect(checkProposedName('comedies', []).isAccepted).toBe(false);
  });
});
