export * from './backtest';
export * from './forecast';
export * from './localisation';
