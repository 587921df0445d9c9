import { fastify } from 'fastify';
import { registerRequestHooks, type HookParts } from './request-hooks';
import { RouteTable } from './route-table';

describe('registerRequestHooks', () => {
  it('lets no route be that says not who may call it', () => {
    const instance = fastify();
    registerRequestHooks(instance, { routes: new RouteTable() } as HookParts);
    const answer = (): string => 'open';
    instance.get('/said', { config: { access: 'public' } }, answer);
    expect(() => instance.get('/unsaid', answer)).toThrow('/unsaid says neither RequireScope nor Public');
  });
});
