export * from './backtest';
export * from './forecast';
