/** Raised for what the caller asked wrongly; `code` goes back over the channel. */
export class RequestError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** A character every vocabulary has; labels are tokenised after it, as they follow a line or a blank-free lead. */
const ANCHOR = '\n';

/**
 * A last token evaluated alone takes another kernel, whose rounding moves probabilities by .01; neither a kept prefix nor the end of a
 * batch leaves one alone.
 */
const LEAST_TOKENS = 2;

/** Whole vocabulary at temperature 1: log-probabilities are those of the model itself. */
const UNTOUCHED = { temperature: 1, topK: 0, topP: 1, minP: 0 };

/**
 * Reads label log-probabilities from one sequence of one context. What the sequence already holds of a prompt is kept, the rest evaluated.
 * Logits of the labels, the largest logit and the vocabulary's total weight give exact log-probabilities and the exact label mass
 * without handing a whole vocabulary over.
 */
export class LabelReader {
  #labelIds = new Map();

  constructor(model, sequence, { reusePrefix, batchTokens }) {
    this.model = model;
    this.batchTokens = batchTokens;
    this.sequence = sequence;
    this.reusePrefix = reusePrefix;
    this.contextTokens = sequence.context.contextSize;
  }

  /** → {logProbabilities [L], labelMass, promptTokens, evaluatedTokens} */
  async read(prompt, labels) {
    const labelIds = labels.map((label) => this.#labelId(label));
    const tokens = this.model.tokenize(prompt, true);
    if (tokens.length === 0) throw new RequestError('LLM_BAD_LABEL', 'a prompt is empty');
    if (tokens.length >= this.contextTokens)
      throw new RequestError(
        'LLM_PROMPT_TOO_LONG',
        `a prompt has ${tokens.length} tokens, the context ${this.contextTokens}`,
      );
    try {
      const kept = await this.#keepPrefix(tokens);
      const next = await this.#evaluate(tokens.slice(kept), labelIds);
      return { ...next, promptTokens: tokens.length, evaluatedTokens: tokens.length - kept };
    } catch (error) {
      await this.forget();
      throw error;
    }
  }

  /** Lets go of what the sequence holds. */
  async forget() {
    await this.sequence.clearHistory().catch(() => undefined);
  }

  /** Cuts the sequence back to what it shares with the prompt, all but the last tokens. */
  async #keepPrefix(tokens) {
    const held = this.sequence.contextTokens;
    const limit = this.reusePrefix ? Math.min(held.length, tokens.length - LEAST_TOKENS) : 0;
    let shared = 0;
    while (shared < limit && held[shared] === tokens[shared]) shared++;
    if (shared < held.length)
      await this.sequence.eraseContextTokenRanges([{ start: shared, end: held.length }]);
    return this.sequence.nextTokenIndex;
  }

  async #evaluate(tokens, labelIds) {
    const generateNext = {
      logits: { filter: { tokens: [...new Set(labelIds)], includeMax: true } },
      totalLogitWeight: true,
      options: UNTOUCHED,
    };
    const isLastAlone = tokens.length % this.batchTokens === 1;
    const ahead = isLastAlone ? Math.max(0, tokens.length - LEAST_TOKENS) : 0;
    await this.sequence.controlledEvaluate(tokens.slice(0, ahead));
    const results = await this.sequence.controlledEvaluate([
      ...tokens.slice(ahead, -1),
      [tokens.at(-1), { generateNext }],
    ]);
    const { logits, totalLogitWeight } = results.at(-1).next;
    const normaliser = Math.max(...logits.values()) + Math.log(totalLogitWeight);
    const logProbabilities = labelIds.map((id) => Math.min(0, logits.get(id) - normaliser));
    const labelMass = logProbabilities.reduce((sum, value) => sum + Math.exp(value), 0);
    return { logProbabilities, labelMass: Math.min(1, labelMass) };
  }

  #labelId(label) {
    const known = this.#labelIds.get(label);
    if (known !== undefined) return known;
    const anchor = this.model.tokenize(ANCHOR, false);
    const ids = this.model.tokenize(ANCHOR + label, false).slice(anchor.length);
    if (ids.length !== 1)
      throw new RequestError(
        'LLM_BAD_LABEL',
        `label ${JSON.stringify(label)} is ${ids.length} tokens of this model`,
      );
    this.#labelIds.set(label, ids[0]);
    return ids[0];
  }
}
