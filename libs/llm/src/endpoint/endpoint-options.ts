import { LLM_INPUT_CODES, LlmInputError } from '../errors';

/** How to reach a model server. */
export interface EndpointOptions {
  /** Base URL, `http(s)://host[:port][/path]`, without the route. */
  readonly url: string;
  /** Model or adapter name sent with every call; part of the model version. */
  readonly model: string;
  /** Sent as a bearer token. */
  readonly apiKey?: string;
  /** Limit of one HTTP call, milliseconds. */
  readonly timeoutMs: number;
  /** Token ids of labels, where they are known; others are asked for by servers that answer by id. */
  readonly labelTokenIds?: Readonly<Record<string, number>>;
}

/**
 * The route's full address.
 * @throws LlmInputError `LLM_BAD_SETTING` for anything but an http(s) URL without credentials
 */
export function routeUrl({ url }: Pick<EndpointOptions, 'url'>, route: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || parsed.username || parsed.password)
    throw new LlmInputError(
      LLM_INPUT_CODES.badSetting,
      'the LLM URL must be http(s)://host[:port] without credentials',
    );
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}${route}`;
}
