import { ExtendRouteConfig } from '../http/route-config';

/** Opens the route to everybody. */
export function Public(): MethodDecorator {
  return ExtendRouteConfig({ access: 'public' });
}
