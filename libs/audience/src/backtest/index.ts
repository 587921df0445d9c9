export * from './backtest-audience';
export type { ForecastScores } from './forecast-scores';
export type { PairedDifference } from './paired-bootstrap';
