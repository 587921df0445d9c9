export * from './analyse-reviews';
export * from './judge-review';
export * from './open-sentiment-or-warn';
export * from './parse-review';
export * from './take-reviews';
