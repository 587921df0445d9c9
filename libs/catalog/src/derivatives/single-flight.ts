/** Work that several want at once is done once, and all get what comes of it. */
export class SingleFlight<T> {
  private readonly flights = new Map<string, Promise<T>>();

  /** @param work begun unless the same key's is under way */
  run(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.flights.get(key);
    if (known) return known;
    const flight = work().finally(() => this.flights.delete(key));
    this.flights.set(key, flight);
    return flight;
  }
}
