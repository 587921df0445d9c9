import { checkNodeVersion } from './check-node-version.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';

/**
 * From a bare checkout to compiled code; some 0.1 s when there is nothing to do.
 * @throws {import('./setup-error.mjs').SetupError}
 */
export async function bootstrap() {
  checkNodeVersion();
  await ensureDependencies();
  await ensureBuild();
}
