// A process that only lives, for tests of what happens when it is killed.
setInterval(() => {}, 1000);
