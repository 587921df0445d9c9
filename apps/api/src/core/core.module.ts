import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { ApiOptions } from './api-options';
import type { ApiParts } from './api-parts';
import { coreProviders } from './core.providers';
import { API_PARTS } from './tokens';
import { ServingLifecycle } from './serving-lifecycle';

/** Shares the libraries' parts with every feature module. */
@Global()
@Module({})
export class CoreModule {
  static forRoot(options: ApiOptions, parts: ApiParts): DynamicModule {
    const shared = [...coreProviders(options, parts), { provide: API_PARTS, useValue: parts }];
    const names = shared.map((provider) => (typeof provider === 'function' ? provider : provider.provide));
    return { module: CoreModule, providers: [...shared, ServingLifecycle], exports: names };
  }
}
