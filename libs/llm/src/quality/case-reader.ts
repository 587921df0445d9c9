import type { LabelScorer } from '../label-scorer';
import { renderPrompts, type PromptSettings } from '../prompt/prompt-renderer';
import { readLabels } from '../rank/label-reading';
import { asksThemes, ThemeAsker } from '../rank/theme-asker';
import type { QualityCase } from './quality-case';

/** A case as read. */
export interface CaseReading {
  /** `[K]`, larger is better. */
  readonly values: readonly number[];
  /** Of the prompts behind the values, each in [0, 1]; through themes the least of the viewer's. */
  readonly labelMasses: readonly number[];
}

/** Reads one case with a model. */
export class CaseReader {
  private readonly themes: ThemeAsker | null;

  constructor(
    private readonly scorer: LabelScorer,
    readonly settings: PromptSettings,
    private readonly signal?: AbortSignal,
  ) {
    this.themes = asksThemes(settings) ? new ThemeAsker(scorer, settings) : null;
  }

  async read(wanted: QualityCase): Promise<CaseReading> {
    if (this.themes) {
      const { viewer, title, captions } = wanted;
      const asked = { genres: title.genres, captions };
      const { values, labelMass } = await this.themes.score(viewer, asked, { signal: this.signal });
      return { values, labelMasses: [labelMass] };
    }
    const { prompts, labels } = renderPrompts(this.settings, wanted);
    const perPrompt = prompts.map(() => labels);
    const scores = await this.scorer.score({ prompts, labels: perPrompt, signal: this.signal });
    const { values } = readLabels(this.settings.formulation, scores);
    return { values, labelMasses: scores.map(({ labelMass }) => labelMass) };
  }
}
