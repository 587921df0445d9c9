import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Record<string, unknown>;
  readonly healthcheck?: object;
  readonly build?: string;
}

const ROOT = path.resolve(__dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Names of other programs of the set, not of keyart. */
const FOREIGN_VARIABLES = ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB', 'KEYART_SITE'];

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
  const services = Object.entries(compose.services);
  const variables = [...read('libs/common/src/configuration.ts').matchAll(/\b([A-Z][A-Z_0-9]+)[?]?: /g)].map(
    ([, name]) => name,
  );

  it('fits the Compose Specification', () => {
    const schema = JSON.parse(read('test/support/compose-spec/schema.json')) as object;
    const validate = new Ajv({ strict: false, formats: { duration: true, 'uri-reference': true } }).compile(
      schema,
    );
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  it('is refused by that schema when a word is wrong', () => {
    const schema = JSON.parse(read('test/support/compose-spec/schema.json')) as object;
    const validate = new Ajv({ strict: false, formats: { duration: true, 'uri-reference': true } }).compile(
      schema,
    );
    expect(validate({ services: { api: { imagine: 'x' } } })).toBe(false);
  });

  it.each(services)('pins the image of %s', (_name, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+/);
    expect(image).not.toContain('latest');
  });

  it.each(services.filter(([, { build }]) => build))(
    'names only what keyart reads, in %s',
    (_name, service) => {
      for (const name of Object.keys(service.environment ?? {})) expect(variables).toContain(name);
    },
  );

  it('asks in its example only for what is read', () => {
    const names = [...read('deploy/keyart.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names).toContain('DATABASE_URL');
    for (const name of names) expect([...variables, ...FOREIGN_VARIABLES]).toContain(name);
  });

  it.each(services.filter(([, { build }]) => build))(
    'starts a program that exists, in %s',
    (_name, { command }) => {
      const entry = command?.find((word) => word.startsWith('dist/'));
      expect(existsSync(path.join(ROOT, `${entry?.slice('dist/'.length).replace(/\.js$/, '')}.ts`))).toBe(
        true,
      );
    },
  );

  it('watches the health of everything that stays up, but the proxy', () => {
    const unwatched = services.filter(([, { healthcheck }]) => !healthcheck).map(([name]) => name);
    expect(unwatched.sort()).toEqual(['migrate', 'proxy']);
  });
});
