/** What a hostile client does while good ones are served. */
export interface HostileAct {
  readonly name: string;
  /** Begins; resolves when it is in full swing. @returns how to end it, and what it was answered so far */
  begin(baseUrl: string): Promise<RunningAct>;
}

/** An act in full swing. */
export interface RunningAct {
  /** Texts of the answers. */
  readonly answers: readonly string[];
  end(): Promise<void>;
}
