import { aPicture } from '../../picture-features.factory';
import { lightWords } from './light-words';

describe('lightWords', () => {
  const blueAndBlack = [
    { hex: '#1838b0', fraction: 0.6 },
    { hex: '#101010', fraction: 0.3 },
    { hex: '#e02020', fraction: 0.05 },
  ];

  it.each([
    {
      exposureFraction: 0.1,
      contrastFraction: 0.2,
      colourfulness: 30,
      expected: 'deep shadow in blue and black',
    },
    {
      exposureFraction: 0.2,
      contrastFraction: 0.2,
      colourfulness: 30,
      expected: 'dim light in blue and black',
    },
    { exposureFraction: 0.4, contrastFraction: 0.2, colourfulness: 80, expected: 'even light in vivid blue' },
    {
      exposureFraction: 0.4,
      contrastFraction: 0.6,
      colourfulness: 30,
      expected: 'hard light and shade in blue and black',
    },
    {
      exposureFraction: 0.7,
      contrastFraction: 0.2,
      colourfulness: 2,
      expected: 'bright light in black and white',
    },
  ])('$expected', ({ colourfulness, expected, ...quality }) => {
    const features = aPicture({ quality, colour: { palette: blueAndBlack, colourfulness } });
    expect(lightWords(features)).toBe(expected);
  });
});
