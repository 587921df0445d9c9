/**
 * How far an audience is split in two camps, in [0, 1]: the variance beyond the largest that a single mode gives at that mean,
 * as a share of what two camps at the ends give, times the balance of the camps (1 where they are equal, 0 where all are of one mind).
 * Single mode: of the Beta distributions without a dip, the widest of a mean m in (0, ½] is Beta(1, (1 − m) / m), with variance
 * m² (1 − m) / (1 + m). One broad hump, however wide, is 0; love-it-or-hate-it is 1.
 * @param mean of polarity, in [−1, 1]
 * @param variance of polarity, in [0, 1 − mean²]
 */
export function polarisationOf(mean: number, variance: number): number {
  const side = (1 - Math.abs(Math.max(-1, Math.min(1, mean)))) / 2;
  const most = 4 * side * (1 - side);
  if (!(most > 0)) return 0;
  const single = (4 * side ** 2 * (1 - side)) / (1 + side);
  const excess = (variance - single) / (most - single);
  return Math.max(0, Math.min(1, excess)) * most;
}
