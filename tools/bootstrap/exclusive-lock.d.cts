/** Runs `work` while no other process holds the lock `file`; takes over the lock of a dead process. */
export function withExclusiveLock<T>(file: string, work: () => Promise<T>, onWait?: () => void): Promise<T>;

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean;
