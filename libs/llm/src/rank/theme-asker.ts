import { contentHash } from '@keyart/common';
import { LRUCache } from 'lru-cache';
import type { LabelScore, LabelScorer } from '../label-scorer';
import type { PromptSettings } from '../prompt/prompt-renderer';
import {
  lookupPrompts,
  readingPrompts,
  type BranchedPrompts,
  type CaptionsToRead,
} from '../prompt/theme-prompts';
import type { PromptViewer } from '../prompt/viewer-part';
import type { CallPriority } from '../resilience/call-priority';
import {
  lookedUpThemes,
  scoreThroughThemes,
  themeShares,
  viewerThemes,
  type ViewerThemes,
} from './through-themes';

/** How a call is made. */
export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly priority?: CallPriority;
}

/** What the model says of a viewer, and how sure it is to answer with yes or no. */
interface ViewerLookup {
  readonly themes: ViewerThemes;
  /** Smallest label mass over the viewer's prompts, in [0, 1]. */
  readonly labelMass: number;
}

/** Captions and viewers whose answers are kept: some megabytes. */
const KEPT_CAPTION_COUNT = 20_000;
const KEPT_VIEWER_COUNT = 5_000;
/** Bounds a call, so that one viewer cannot hold the model. */
const PROMPTS_PER_CALL = 64;

/** How a caption's reading is remembered: it hangs on the title's genres too. */
function readingKey(genres: readonly string[], caption: string): string {
  return [...genres, caption].join('\0');
}

/** Scores of one viewer's captions. */
export interface ThemedScores {
  /** `[K]`, log-odds. */
  readonly values: readonly number[];
  /** As in `ViewerLookup`. */
  readonly labelMass: number;
}

/** Whether candidates are scored through themes. */
export function asksThemes({
  template,
  formulation,
}: Pick<PromptSettings, 'template' | 'formulation'>): boolean {
  return formulation === 'pointwise' && template.asks === 'themes';
}

/** Asks a model about captions and viewers apart, each once while it is remembered. */
export class ThemeAsker {
  private readonly readings = new LRUCache<string, Float64Array>({ max: KEPT_CAPTION_COUNT });
  private readonly lookups = new LRUCache<string, ViewerLookup>({ max: KEPT_VIEWER_COUNT });

  constructor(
    private readonly scorer: LabelScorer,
    private readonly settings: PromptSettings,
  ) {}

  /** Scores captions for a viewer; see `scoreThroughThemes`. */
  async score(viewer: PromptViewer, asked: CaptionsToRead, options: AskOptions): Promise<ThemedScores> {
    const { themes, labelMass } = await this.lookUp(viewer, options);
    const shares = await this.read(asked, options);
    return {
      values: asked.captions.map((caption, k) => scoreThroughThemes(shares[k], themes, caption)),
      labelMass,
    };
  }

  /** Shares of the facets in each caption, `[K]` of `[F]`. */
  private async read({ genres, captions }: CaptionsToRead, options: AskOptions): Promise<Float64Array[]> {
    const keyOf = (caption: string): string => readingKey(genres, caption);
    const fresh = new Map<string, Float64Array>();
    const missing = [...new Set(captions)].filter((caption) => !this.readings.has(keyOf(caption)));
    const scores = await this.ask(readingPrompts(this.settings, { genres, captions: missing }), options);
    missing.forEach((caption, i) => fresh.set(keyOf(caption), themeShares(scores[i].logProbabilities)));
    const shares = captions.map(
      (caption) => fresh.get(keyOf(caption)) ?? this.readings.get(keyOf(caption)) ?? new Float64Array(),
    );
    for (const [key, own] of fresh) this.readings.set(key, own);
    return shares;
  }

  private async lookUp(viewer: PromptViewer, options: AskOptions): Promise<ViewerLookup> {
    const { people } = viewer.taste;
    const prompts = lookupPrompts(this.settings, viewer, lookedUpThemes(people));
    const key = contentHash(prompts.prefix);
    const kept = this.lookups.get(key);
    if (kept) return kept;
    const scores = await this.ask(prompts, options);
    const logOdds = scores.map(({ logProbabilities: [yes = NaN, no = NaN] }) => yes - no);
    const lookup = {
      themes: viewerThemes(people, logOdds),
      labelMass: Math.min(...scores.map(({ labelMass }) => labelMass)),
    };
    this.lookups.set(key, lookup);
    return lookup;
  }

  private async ask(
    { prefix, branches, labels }: BranchedPrompts,
    { signal, priority }: AskOptions,
  ): Promise<LabelScore[]> {
    const scores: LabelScore[] = [];
    for (let start = 0; start < branches.length; start += PROMPTS_PER_CALL) {
      const prompts = branches.slice(start, start + PROMPTS_PER_CALL).map((branch) => prefix + branch);
      const asked = prompts.map(() => labels);
      scores.push(...(await this.scorer.score({ prompts, labels: asked, signal, priority })));
    }
    return scores;
  }
}
