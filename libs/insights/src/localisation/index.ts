export * from './data/load-localisation-data';
