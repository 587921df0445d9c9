export * from './data/load-localisation-data';
export * from './forecast-source';
export * from './localisation-plans';
export * from './data/read-forecast-file';
