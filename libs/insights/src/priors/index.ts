export * from './keep-transfer-model';
export * from './title-priors';
