import type { ViewerTitles } from '../events/viewer-titles';
import { polarityOf } from './polarity-of';

/** What a title's polarities of all viewers add up to. */
interface Opinions {
  sum: number;
  squares: number;
  count: number;
}

/** Mean polarity that others have of a title, without the viewer's own. */
export type OthersPolarity = (title: string, own: number) => number;

/** Where titles do not differ more than chance, one opinion says this little against the mean of all titles: Beyond, no difference is seen. */
const MOST_STRENGTH = 1e4;

/** κ of titles, σ²/τ² by the method of moments of one-way analysis of variance. */
function strengthOf(titles: Iterable<Opinions>, mean: number): number {
  let [within, between, freedom, total, squaredCounts, titleCount] = [0, 0, 0, 0, 0, 0];
  for (const { sum, squares, count } of titles) {
    within += squares - (sum * sum) / count;
    between += count * (sum / count - mean) ** 2;
    freedom += count - 1;
    total += count;
    squaredCounts += count * count;
    titleCount++;
  }
  const variance = freedom > 0 ? Math.max(0, within) / freedom : 0;
  const excess = between - (titleCount - 1) * variance;
  const information = total - squaredCounts / total;
  if (!(excess > 0) || !(information > 0)) return MOST_STRENGTH;
  return Math.min(MOST_STRENGTH, (variance * information) / excess);
}

/**
 * What others say of the same titles: the mean of all opinions but the viewer's own, drawn to the mean of all titles by as many opinions as
 * titles are alike (Efron & Morris 1973). A title nobody else spoke of gives the mean of all titles.
 */
export function othersPolarity(viewers: readonly ViewerTitles[]): OthersPolarity {
  const titles = new Map<string, Opinions>();
  const all: Opinions = { sum: 0, squares: 0, count: 0 };
  for (const event of viewers.flatMap((viewer) => viewer.titles)) {
    const polarity = polarityOf(event);
    if (polarity === null) continue;
    const own = titles.get(event.title) ?? { sum: 0, squares: 0, count: 0 };
    titles.set(event.title, own);
    for (const sums of [own, all]) {
      sums.sum += polarity;
      sums.squares += polarity * polarity;
      sums.count++;
    }
  }
  const mean = all.count > 0 ? all.sum / all.count : 0;
  const strength = strengthOf(titles.values(), mean);
  return (title, own) => {
    const { sum, count } = titles.get(title) ?? { sum: own, count: 1 };
    const weight = count - 1 + strength;
    return weight > 0 ? (sum - own + strength * mean) / weight : mean;
  };
}
