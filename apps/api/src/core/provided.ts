import type { FactoryProvider, Type } from '@nestjs/common';

type Instances<Parts extends readonly Type[]> = { [I in keyof Parts]: InstanceType<Parts[I]> };

/** A class built from others that are injected; each part is named once, as type and as token. */
export function provided<T, const Parts extends readonly Type[]>(
  token: Type<T>,
  parts: Parts,
  build: (...instances: Instances<Parts>) => T,
): FactoryProvider<T> {
  return { provide: token, inject: [...parts], useFactory: build as (...instances: unknown[]) => T };
}
