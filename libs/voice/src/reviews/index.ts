export * from './analyse-reviews';
export * from './judge-review';
export * from './parse-review';
export * from './take-reviews';
