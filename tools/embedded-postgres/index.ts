export * from './embedded-server';
export * from './ensure-database';
export * from './errors';
