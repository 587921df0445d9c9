import { ExtendRouteConfig } from '../http/route-config';

/** Writes every call of the route to the audit; routes that only `admin` opens are audited without it. */
export function Audited(): MethodDecorator {
  return ExtendRouteConfig({ isAudited: true });
}
