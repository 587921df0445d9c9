import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import type { ApiScope } from '@keyart/contracts';

/** How a route's body comes. */
export type BodyKind = 'json' | 'picture' | 'form';

/** What Fastify knows of each route; read before a body is. */
export interface KeyartRouteConfig {
  /** Any one of these scopes opens the route; `public` needs no key. */
  readonly access?: readonly ApiScope[] | 'public';
  /** Whether calls are written to the audit though not only `admin` opens the route. */
  readonly isAudited?: boolean;
  /** What body the route takes; JSON unless said otherwise. */
  readonly body?: BodyKind;
  /** Longest body taken; unset: 256 KiB of JSON, 20 MiB of picture. */
  readonly maxBodyBytes?: number;
}

/** Adds to the route's configuration what is given, keeping what other decorators said. */
export function ExtendRouteConfig(extension: KeyartRouteConfig): MethodDecorator {
  return (target, property, descriptor) => {
    const known = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, descriptor.value as object) as
      KeyartRouteConfig | undefined;
    return RouteConfig({ ...known, ...extension })(target, property, descriptor);
  };
}

declare module 'fastify' {
  // Fastify's own way to type the `config` of a route.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface FastifyContextConfig extends KeyartRouteConfig {}
}
