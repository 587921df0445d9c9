export * from './audience-forecasts';
export * from './audience-forecasts-of';
export * from './audience-models';
export * from './audience-outcome';
export * from './audience-title-of';
