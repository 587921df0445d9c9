export * from './deduplication-of';
export * from './errors';
export * from './job-producer';
export * from './job-status';
export * from './member-jobs';
export * from './parse-job-payload';
export * from './queue-connection';
