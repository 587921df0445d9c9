export * from './ab/chi-squared';
export * from './ab/clustered-mean';
export * from './ab/sample-ratio';
export * from './intervals/wilson-interval';
