import { DerivativeSigner, type SignedDerivative } from './derivative-signer';

const SIGNED: SignedDerivative = { artworkId: 'a', aspect: '2:3', widthPx: 333, format: null };

describe('DerivativeSigner', () => {
  const signer = new DerivativeSigner('a secret of the tests');

  it('knows its own signature', () => {
    const signature = signer.sign(SIGNED);
    expect(signature).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(signer.verify({ ...SIGNED }, signature)).toBe(true);
  });

  it.each<[string, SignedDerivative]>([
    ['artwork', { ...SIGNED, artworkId: 'b' }],
    ['aspect', { ...SIGNED, aspect: '3:2' }],
    ['no aspect', { ...SIGNED, aspect: null }],
    ['width', { ...SIGNED, widthPx: 334 }],
    ['format', { ...SIGNED, format: 'avif' }],
  ])('holds for nothing else: %s', (_, other) => {
    expect(signer.verify(other, signer.sign(SIGNED))).toBe(false);
  });

  it('takes no other secret’s, and nothing shorter or longer', () => {
    expect(signer.verify(SIGNED, new DerivativeSigner('another secret').sign(SIGNED))).toBe(false);
    for (const signature of ['', 'A', signer.sign(SIGNED).slice(0, 42), `${signer.sign(SIGNED)}AAAA`])
      expect(signer.verify(SIGNED, signature)).toBe(false);
  });
});
