import { contentHash } from '@keyart/common';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import { pointwiseBranches, rewordCaption, splitPrompts, type PromptSettings } from '@keyart/llm';
import type { World, WorldPair } from '@keyart/simulation';

/** What is asked of the model: as it serves, with something kept from it, or in other words. */
export const VARIANTS = ['plain', 'no-history', 'no-caption', 'shuffled-history', 'reworded'] as const;

/** One of them. */
export type Variant = (typeof VARIANTS)[number];

/** A viewer before a title's pictures, as prompts. */
export interface Question {
  /** Hash of all prompts: equal questions have been answered before. */
  readonly id: string;
  readonly prefix: string;
  /** `[K]`. */
  readonly branches: readonly string[];
  /** Yes, no. */
  readonly labels: readonly string[];
}

const NO_CAPTION = 'A picture.';
const ID_LENGTH = 24;

/** Some other viewer, far from the first in the list; the same one for equal places. */
export function otherViewer({ viewers }: World, viewer: number): number {
  return (viewer + Math.floor(viewers.length / 2)) % viewers.length;
}

function captionAs(variant: Variant, caption: string): string {
  if (variant === 'no-caption') return NO_CAPTION;
  return variant === 'reworded' ? rewordCaption(caption) : caption;
}

/** The question for a pair, in the prompts that serve. */
export function questionOf(
  { world, settings }: { readonly world: World; readonly settings: PromptSettings },
  { viewer, title }: WorldPair,
  variant: Variant = 'plain',
): Question {
  const asked = variant === 'shuffled-history' ? otherViewer(world, viewer) : viewer;
  const taste = variant === 'no-history' ? NEW_VIEWER_TASTE : world.viewers[asked].taste;
  const { film, artworks } = world.titles[title];
  const { name, year, genres, synopsis } = film;
  const parts = splitPrompts(settings, {
    viewer: { region: '', taste },
    title: { name, year, genres, synopsis },
    captions: artworks.map(({ caption }) => captionAs(variant, caption)),
  });
  const { prefix, labels } = parts;
  const branches = pointwiseBranches(parts);
  return {
    id: contentHash([prefix, ...branches, ...labels].join('\0'), ID_LENGTH),
    prefix,
    branches,
    labels,
  };
}
