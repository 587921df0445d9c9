import { pick, type Random } from '@keyart/common';
import type { Facet } from '@keyart/features';
import type { CaptionKernel } from './caption-kernel';
import { BACKGROUNDS, FRAMINGS, LIGHTS, SUBJECTS } from './caption-slots';
import type { KernelPool, KernelPools } from './kernels-of-facet';

/** What a caption is made of. */
export interface CaptionParts {
  readonly pools: KernelPools;
  readonly pool: KernelPool;
  readonly facet: Facet;
  /** Facet of a second, smaller scene; null: there is none. */
  readonly second: Facet | null;
  /** Put in as the subject where the facet is `star`. */
  readonly actor: string | null;
}

const FRAMING_FRACTION = 0.5;
const BACKGROUND_FRACTION = 0.3;

function clauseOf(kernel: CaptionKernel, actor: string | null, random: Random): string {
  const scene = kernel.slice(2);
  const who = kernel[0];
  if (who === 'N') return scene;
  return `${actor ?? pick(who === 'P' ? SUBJECTS.P : SUBJECTS.S, random)} ${scene}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A caption in everyday words: a scene of the facet's pool, light, sometimes framing, background and a second scene.
 * Neither facet is named (a test reads the whole grammar).
 */
export function composeCaption(parts: CaptionParts, random: Random): string {
  const { pools, pool, facet, second, actor } = parts;
  const scene = clauseOf(pick(pools[facet][pool], random), facet === 'star' ? actor : null, random);
  const aside = second === null ? [] : [clauseOf(pick(pools[second][pool], random), null, random)];
  const extras = [
    pick(LIGHTS, random),
    ...(random.next() < FRAMING_FRACTION ? [pick(FRAMINGS, random)] : []),
    ...(random.next() < BACKGROUND_FRACTION ? [pick(BACKGROUNDS, random)] : []),
  ];
  return `${capitalised([scene, ...extras].join(', '))}${aside.map((text) => `; ${text}`).join('')}.`;
}
