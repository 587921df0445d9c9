export * from './log/export-log';
export * from './log/log-format';
export * from './policies/keyart-policy';
export * from './policies/opened-ranker';
export * from './policies/policy-scorer';
export * from './policies/with-scored-policies';
