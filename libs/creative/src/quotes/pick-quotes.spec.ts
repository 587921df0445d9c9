import { analysedReview, mention } from '../reviews/analysed-review.factory';
import { pickQuotes } from './pick-quotes';

const review = (titleId: string, text: string, polarity: number) =>
  analysedReview({
    ...{ titleId, titleName: titleId, text },
    aspects: [mention('acting', polarity, { from: 0, to: text.length })],
  });
const REVIEWS = [
  review('a', 'The acting is the best ever.', 0.9),
  review('a', 'The acting is really very good.', 0.8),
  review('b', 'The acting is quite good here.', 0.5),
  review('b', 'The acting is quite good here.', 0.5),
  review('c', 'The acting is neither nor.', 0.1),
  review('c', 'The acting is awful, sorry.', -0.9),
  review('d', '', 1),
];
const texts = (count: number, side: 'praise' | 'blame' = 'praise', quoted?: Set<string>) =>
  pickQuotes(REVIEWS, { aspect: 'acting', side, count, quoted }).map(({ text }) => text);

describe('pickQuotes', () => {
  it('takes the clearest, of other titles first, none twice', () => {
    expect(texts(2)).toEqual(['The acting is the best ever.', 'The acting is quite good here.']);
    expect(texts(9)).toEqual([...texts(2), 'The acting is really very good.']);
  });

  it('tells blame from praise', () => {
    expect(pickQuotes(REVIEWS, { aspect: 'acting', side: 'blame', count: 5 })).toEqual([
      expect.objectContaining({ text: 'The acting is awful, sorry.', polarity: -0.9, titleName: 'c' }),
    ]);
  });

  it('does not repeat what was quoted', () => {
    const quoted = new Set<string>();
    expect(texts(1, 'praise', quoted)).not.toEqual(texts(1, 'praise', quoted));
  });
});
