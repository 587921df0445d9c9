export * from './kept-profile';
export * from './profile-priors';
export * from './read-title-sentiment';
export * from './update-profiles';
