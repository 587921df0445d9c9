export * from './localisation';
export * from './backtest';
export * from './forecast';
