import { analysedReview, mention, showing } from '../reviews/analysed-review.factory';
import { receptionOf } from './reception-of';

describe('receptionOf', () => {
  const reviews = Array.from({ length: 24 }, (_, i) =>
    analysedReview({
      titleId: `t${i % 12}`,
      aspects: i % 2 === 0 ? [mention('plot', 0.5), mention('plot', i % 4 === 0 ? 0.1 : -0.1)] : [],
      tones: i < 6 ? [showing('joy')] : [],
    }),
  );

  it('counts reviews, not mentions', () => {
    const { aspects, tones, titleCount } = receptionOf(reviews);
    expect(titleCount).toBe(12);
    expect(aspects).toHaveLength(1);
    expect(aspects[0]).toMatchObject({ aspect: 'plot', reviewCount: 12, share: 0.5 });
    expect(aspects[0].polarity).toBeCloseTo(0.25, 12);
    expect(tones[0]).toMatchObject({ tone: 'joy', reviewCount: 6, share: 0.25, intensity: 0.6 });
    // Wilson's interval of 6 in 24.
    expect(tones[0].interval[0]).toBeCloseTo(0.12, 2);
    expect(tones[0].interval[1]).toBeCloseTo(0.449, 3);
  });

  it('has no interval of a few titles', () => {
    const few = reviews.map((review) => ({ ...review, titleId: `t${Number(review.titleId.slice(1)) % 4}` }));
    expect(receptionOf(few).aspects[0].interval).toBeNull();
    expect(receptionOf(reviews.map((one) => ({ ...one, titleId: 't' }))).aspects[0].interval).not.toBeNull();
  });
});
