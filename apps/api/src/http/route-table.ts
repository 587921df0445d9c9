interface KnownRoute {
  readonly method: string;
  readonly pattern: RegExp;
}

/** The service's routes, to tell an unknown address from a wrong method. */
export class RouteTable {
  private readonly routes: KnownRoute[] = [];

  /** @param url pattern with `:name` parameters, e.g. `/v1/titles/:id` */
  add(method: string | readonly string[], url: string): void {
    const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : escape(part)));
    const pattern = new RegExp(`^${parts.join('/')}/?$`);
    for (const one of [method].flat()) this.routes.push({ method: one, pattern });
  }

  /** Methods that the address takes; empty for an unknown address. */
  methodsAt(path: string): string[] {
    const found = this.routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.map(({ method }) => method))].sort();
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
