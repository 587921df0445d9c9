import { applyDecorators } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { ApiScope } from '@keyart/contracts';
import { ExtendRouteConfig } from '../http/route-config';

/** Opens the route to keys that hold any one of the scopes. */
export function RequireScope(...scopes: [ApiScope, ...ApiScope[]]): MethodDecorator {
  return applyDecorators(ExtendRouteConfig({ access: scopes }), ApiSecurity('bearer'), ApiSecurity('apiKey'));
}
