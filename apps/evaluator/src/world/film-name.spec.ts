import { filmName, nameKey } from './film-name';

describe('filmName', () => {
  it.each([
    ['Toy Story (1995)', 'Toy Story', 1995],
    ['Matrix, The (1999)', 'The Matrix', 1999],
    ['City of Lost Children, The (Cité des enfants perdus, La) (1995)', 'The City of Lost Children', 1995],
    ['Babylon 5', 'Babylon 5', null],
  ])('reads %p', (title, name, year) => {
    expect(filmName(title)).toEqual({ name, year });
  });
});

describe('nameKey', () => {
  it('compares catalogues whatever case, accents and punctuation', () => {
    expect(nameKey('Amélie: Le Film!')).toBe(nameKey('AMELIE  le film'));
    expect(nameKey('Alien')).not.toBe(nameKey('Aliens'));
  });
});
