export * from './apply-migrations';
export * from './create-database-if-missing';
export * from './embedded-server';
export * from './ensure-database';
export * from './errors';
