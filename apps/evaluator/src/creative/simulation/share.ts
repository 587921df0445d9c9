/** Hits of trials. */
export class Share {
  hits = 0;
  trials = 0;

  add(isHit: boolean): void {
    this.trials++;
    if (isHit) this.hits++;
  }

  /** In [0, 1]; not a number without trials. */
  get value(): number {
    return this.hits / this.trials;
  }
}
