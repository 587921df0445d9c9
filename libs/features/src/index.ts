export * from './artwork-descriptor';
export * from './facets';
export * from './taste-profile';
export * from './viewer-context';
