export * from './candidate';
export * from './decision-context';
export * from './policy';
export * from './scorer';
