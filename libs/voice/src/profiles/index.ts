export * from './kept-profile';
export * from './profile-priors';
export * from './profiled-tones';
export * from './read-title-sentiment';
export * from './update-profiles';
