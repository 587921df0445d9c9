import { acceptedFormat } from './accepted-format';

describe('acceptedFormat', () => {
  it.each([
    ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'avif'],
    ['image/webp,image/avif', 'avif'],
    ['image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', 'webp'],
    ['image/avif;q=0.5, image/webp;q=0.9', 'webp'],
    ['IMAGE/AVIF ; Q=0.3', 'avif'],
    ['image/avif;q=0, image/webp;q=0', 'jpeg'],
    ['image/avif;q=0.2, image/jpeg', 'jpeg'],
    ['image/avif;q=much, image/webp', 'webp'],
    ['image/*', 'jpeg'],
    ['*/*', 'jpeg'],
    ['text/html', 'jpeg'],
    ['', 'jpeg'],
    [undefined, 'jpeg'],
  ])('%s → %s', (accept, format) => {
    expect(acceptedFormat(accept)).toBe(format);
  });
});
