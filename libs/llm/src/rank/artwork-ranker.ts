import type { Formulation } from '@keyart/contracts';
import type { ArtworkDescriptor } from '@keyart/features';
import type { LabelScore, LabelScorer } from '../label-scorer';
import type { LlmModel } from '../manifest/llm-model';
import type { PromptTemplate } from '../prompt/prompt-template';
import { renderPrompts, type PromptSettings, type RenderedTitle } from '../prompt/prompt-renderer';
import { templateVersionOf } from '../prompt/template-version';
import { TITLE_TEMPLATE } from '../prompt/title-template';
import type { PromptTitle } from '../prompt/title-part';
import type { PromptViewer } from '../prompt/viewer-part';
import type { CallPriority } from '../resilience/call-priority';
import { readLabels } from './label-reading';
import { orderOptions } from './option-order';
import { asksThemes, ThemeAsker } from './theme-asker';

/** A title and its eligible artworks, in any order. */
export interface TitleToRank {
  readonly titleId: string;
  readonly title: PromptTitle;
  readonly artworks: readonly ArtworkDescriptor[];
}

/** All titles of one viewer that shall be scored; sent together, they share the viewer's part of the prompt. */
export interface RankRequest {
  readonly memberId: string;
  readonly viewer: PromptViewer;
  readonly titles: readonly TitleToRank[];
  readonly signal?: AbortSignal;
  /** Who waits; default `precompute`. */
  readonly priority?: CallPriority;
}

/** Scores of one title's artworks. */
export interface RankedTitle {
  readonly titleId: string;
  /** `[K]` in the order the model saw the options. */
  readonly artworkIds: readonly string[];
  /** `[K]`: letter log-probabilities (choice) or log-odds of yes over no (pointwise; a mean of them through themes), uncalibrated. */
  readonly values: readonly number[];
  /** Smallest label mass over the title's prompts, in [0, 1]; 1 for a title without artworks. */
  readonly labelMass: number;
  readonly missingLabelCount: number;
  readonly formulation: Formulation;
  readonly templateVersion: string;
  readonly modelVersion: string;
}

/** What a ranker is made of. */
export interface ArtworkRankerParts {
  readonly scorer: LabelScorer;
  readonly model: Pick<LlmModel, 'formulation' | 'historyTokens' | 'synopsisTokens'>;
  readonly template: PromptTemplate;
}

interface PreparedTitle extends RenderedTitle {
  readonly titleId: string;
  readonly artworkIds: readonly string[];
}

/** Bounds a call, so that one slow viewer cannot hold the model; a call's prompts still share what is evaluated. */
const PROMPTS_PER_CALL = 64;

const NOTHING_ASKED = { values: [], labelMass: 1 } as const;

/** Scores artworks by next-token log-probabilities of labels, over any `LabelScorer`. Not a policy: calibration and exploration come after. */
export class ArtworkRanker {
  readonly templateVersion: string;
  readonly modelVersion: string;
  /** Most artworks of a title: a letter each for `choice`, else Infinity. */
  readonly mostArtworkCount: number;
  private readonly settings: PromptSettings;
  /** Null: every candidate is put to the model with its viewer. */
  private readonly themes: ThemeAsker | null;

  constructor(private readonly parts: ArtworkRankerParts) {
    const { formulation, historyTokens, synopsisTokens } = parts.model;
    this.settings = { template: parts.template, formulation, historyTokens, synopsisTokens };
    this.themes = asksThemes(this.settings) ? new ThemeAsker(parts.scorer, this.settings) : null;
    this.mostArtworkCount = formulation === 'choice' ? TITLE_TEMPLATE.letters.length : Infinity;
    this.templateVersion = templateVersionOf(this.settings);
    this.modelVersion = `${parts.scorer.modelVersion}+${this.templateVersion}`;
  }

  /**
   * One entry per title, in order.
   * @throws LlmInputError `LLM_TOO_MANY_CANDIDATES`, LlmError of the scorer
   */
  rank(request: RankRequest): Promise<RankedTitle[]> {
    return this.themes ? this.rankThroughThemes(this.themes, request) : this.rankCandidates(request);
  }

  private async rankThroughThemes(asker: ThemeAsker, request: RankRequest): Promise<RankedTitle[]> {
    const { viewer, titles, signal, priority } = request;
    const ranked: RankedTitle[] = [];
    for (const { titleId, title, artworks } of titles) {
      const captions = artworks.map(({ caption }) => caption);
      const asked =
        captions.length === 0
          ? NOTHING_ASKED
          : await asker.score(viewer, { genres: title.genres, captions }, { signal, priority });
      const { templateVersion, modelVersion } = this;
      ranked.push({
        ...{ titleId, artworkIds: artworks.map(({ artworkId }) => artworkId), missingLabelCount: 0 },
        ...{ ...asked, formulation: this.settings.formulation, templateVersion, modelVersion },
      });
    }
    return ranked;
  }

  private async rankCandidates(request: RankRequest): Promise<RankedTitle[]> {
    const titles = request.titles.map((title) => this.prepare(request, title));
    const scores = await this.scoreAll(titles, request);
    let next = 0;
    return titles.map((title) => {
      const own = scores.slice(next, (next += title.prompts.length));
      return this.rankedTitle(title, own);
    });
  }

  private prepare(request: RankRequest, { titleId, title, artworks }: TitleToRank): PreparedTitle {
    const key = { memberId: request.memberId, titleId, templateVersion: this.templateVersion };
    const ordered = orderOptions(artworks, ({ artworkId }) => artworkId, key);
    const captions = ordered.map(({ caption }) => caption);
    const rendered = renderPrompts(this.settings, { viewer: request.viewer, title, captions });
    const prompts = artworks.length === 0 ? [] : rendered.prompts;
    return {
      titleId,
      artworkIds: ordered.map(({ artworkId }) => artworkId),
      prompts,
      labels: rendered.labels,
    };
  }

  private async scoreAll(
    titles: readonly PreparedTitle[],
    { signal, priority }: RankRequest,
  ): Promise<LabelScore[]> {
    const asked = titles.flatMap(({ prompts, labels }) => prompts.map((prompt) => ({ prompt, labels })));
    const scores: LabelScore[] = [];
    for (let start = 0; start < asked.length; start += PROMPTS_PER_CALL) {
      const call = asked.slice(start, start + PROMPTS_PER_CALL);
      const prompts = call.map(({ prompt }) => prompt);
      const labels = call.map((entry) => entry.labels);
      scores.push(...(await this.parts.scorer.score({ prompts, labels, signal, priority })));
    }
    return scores;
  }

  private rankedTitle(
    { titleId, artworkIds }: Pick<PreparedTitle, 'titleId' | 'artworkIds'>,
    scores: readonly LabelScore[],
  ): RankedTitle {
    const { formulation } = this.settings;
    const reading =
      scores.length === 0
        ? { values: [], labelMass: 1, missingLabelCount: 0 }
        : readLabels(formulation, scores);
    const { templateVersion, modelVersion } = this;
    return { titleId, artworkIds, ...reading, formulation, templateVersion, modelVersion };
  }
}
