import 'reflect-metadata';
import path from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { InputError } from './errors';

const INSIGHT_SWITCHES = ['similarity', 'micro-genre', 'scene', 'region', 'none'] as const;
const LLM_ADAPTERS = ['vllm', 'sglang', 'llama-cpp', 'ollama', 'openai'] as const;
/** Each of the three slices grows in a third of the members, so that none takes members from another. */
const MAX_SLICE_FRACTION = 1 / 3;
const LOCAL_URL = { require_tld: false, require_protocol: true };
const number = (): PropertyDecorator =>
  Transform(({ value }) => (value === undefined || value === '' ? undefined : Number(value)));

const list = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value,
  );

/** Everything the environment may say. Each field is one row of the README's configuration table. */
export class Configuration {
  /** Folder of the embedded database, pictures of imported artworks and run files. */
  @IsString() KEYART_HOME: string = path.resolve('.keyart');

  /** PostgreSQL to use instead of the embedded one. */
  @IsOptional() @IsUrl({ ...LOCAL_URL, protocols: ['postgres', 'postgresql'] }) DATABASE_URL?: string;

  /** `redis://…` for a Redis queue; unset: the queue lives in PostgreSQL. */
  @IsOptional() @IsUrl({ ...LOCAL_URL, protocols: ['redis', 'rediss'] }) QUEUE_URL?: string;

  /** `s3://bucket/prefix?endpoint=…&region=…&pathStyle=true`: object store of the pictures; unset: a folder in `KEYART_HOME`. */
  @IsOptional() @Matches(/^s3:\/\/[^/?#@\s]+(\/[^?#\s]*)?(\?[^#\s]*)?$/) PICTURES_URL?: string;

  /** `host:port` that pictures may be fetched from though they lie in a private network or are of another port, comma-separated. */
  @list()
  @Matches(/^(\[[0-9a-f:.]+\]|[^\s/:@]+):\d+$/, { each: true })
  PICTURE_FETCH_ALLOWED_HOSTS: string[] = [];

  /** Base URL of an LLM endpoint instead of the embedded model, e.g. `http://localhost:8000`. */
  @IsOptional() @IsUrl({ ...LOCAL_URL, protocols: ['http', 'https'] }) LLM_URL?: string;

  /** How to talk to `LLM_URL`. */
  @IsIn(LLM_ADAPTERS) LLM_ADAPTER: (typeof LLM_ADAPTERS)[number] = 'vllm';

  /** Model (or adapter) name sent to `LLM_URL`. */
  @IsString() LLM_MODEL: string = 'llama-3.1-8b-keyart';

  /** Bearer token for `LLM_URL`. */
  @IsOptional() @IsString() LLM_API_KEY?: string;

  /** Limit of one LLM call, milliseconds. */
  @number() @IsInt() @Min(1) @Max(600_000) LLM_TIMEOUT_MS: number = 60_000;

  /** Calls to `LLM_URL` in flight at once, a process. */
  @number() @IsInt() @Min(1) @Max(1024) LLM_CONCURRENCY: number = 4;

  /** Base URL of a vision model behind an OpenAI-like endpoint that describes pictures; unset: descriptions are composed. */
  @IsOptional() @IsUrl({ ...LOCAL_URL, protocols: ['http', 'https'] }) CAPTIONER_URL?: string;

  /** Model name sent to `CAPTIONER_URL`. */
  @IsString() CAPTIONER_MODEL: string = 'qwen2.5-vl-7b-instruct';

  /** Bearer token for `CAPTIONER_URL`. */
  @IsOptional() @IsString() CAPTIONER_API_KEY?: string;

  /** ONNX file of a CLIP-like image encoder; unset: pictures are compared by colour layout and gradients. */
  @IsOptional() @IsString() IMAGE_ENCODER?: string;

  /** Folder of decision logs that evaluations may name; unset: `logs` in `KEYART_HOME`. */
  @IsOptional() @IsString() EVALUATION_LOGS?: string;

  /** JSON file, model file id → path, written by the set-up; unset: no model file is here. */
  @IsOptional() @IsString() MODEL_FILES?: string;

  /** Folder of model files made from others, such as the embedded model with its adapter inside; unset: `KEYART_HOME/models`. */
  @IsOptional() @IsString() MODEL_CACHE?: string;

  /** GGUF file of a ranking adapter for the embedded model, its card beside it as `.json`; `off`: none; unset: the manifest's. */
  @IsOptional() @Matches(/^(off|.+\.gguf)$/) RANKING_ADAPTER?: string;

  /** ONNX file of a student, its card beside it as `.json`; unset: the tier is off. */
  @IsOptional() @Matches(/^.+\.onnx$/) STUDENT_MODEL?: string;

  /** `off` leaves the LLM tier out. */
  @IsIn(['on', 'off']) LLM: 'on' | 'off' = 'on';

  /** What of title intelligence enters the choice, comma-separated; `none`: nothing. */
  @list()
  @IsIn(INSIGHT_SWITCHES, { each: true })
  INSIGHTS: (typeof INSIGHT_SWITCHES)[number][] = ['similarity', 'micro-genre', 'scene', 'region'];

  /** Port of the HTTP service. */
  @number() @IsInt() @Min(0) @Max(65_535) PORT: number = 3000;

  /** Interface the service listens on. */
  @IsString() HOST: string = '127.0.0.1';

  /** Calls a minute and key of decisions and events. */
  @number() @IsInt() @Min(1) RATE_LIMIT_SERVING_PER_MINUTE: number = 600_000;

  /** Calls a minute and key of the catalogue and the analysts' routes. */
  @number() @IsInt() @Min(1) RATE_LIMIT_MANAGING_PER_MINUTE: number = 60_000;

  /** Calls a minute and key of routes that only `admin` opens. */
  @number() @IsInt() @Min(1) RATE_LIMIT_ADMIN_PER_MINUTE: number = 6_000;

  /** Unknown keys a minute and address. */
  @number() @IsInt() @Min(1) RATE_LIMIT_UNKNOWN_KEY_PER_MINUTE: number = 300;

  /** Connections a process takes at a time; further ones are hung up on. */
  @number() @IsInt() @Min(1) MAX_CONNECTIONS: number = 10_000;

  /** Origins whose pages may call the service from a browser, comma-separated, e.g. `https://shop.example`. */
  @list() @Matches(/^https?:\/\/[^/\s*]+$/, { each: true }) CORS_ORIGINS: string[] = [];

  /** Proxies believed about the caller's address and TLS: addresses or ranges, comma-separated, or `loopback`. */
  @IsOptional()
  @list()
  @Matches(/^([0-9a-f.:]+(\/\d+)?|loopback|linklocal|uniquelocal)$/i, { each: true })
  TRUST_PROXY?: string[];

  /** How long a rotated API key still works, milliseconds. */
  @number() @IsInt() @Min(0) @Max(30 * 86_400_000) KEY_ROTATION_GRACE_MS: number = 24 * 3_600_000;
  /** How long the API answers on after SIGTERM while `/health/ready` says no, so that balancers go elsewhere, milliseconds. */
  @number() @IsInt() @Min(0) @Max(600_000) DRAIN_MS: number = 5_000;

  /** Port on which the worker shows `/metrics` and `/health` without keys; unset: none. */
  @IsOptional() @number() @IsInt() @Min(0) @Max(65_535) WORKER_METRICS_PORT?: number;

  /** How long the worker lets running jobs finish after SIGTERM before it hands them back, milliseconds. */
  @number() @IsInt() @Min(0) @Max(3_600_000) WORKER_DRAIN_MS: number = 30_000;

  /** Base URL of an OpenTelemetry collector (OTLP over HTTP), e.g. `http://localhost:4318`; unset: no traces. */
  @IsOptional() @IsUrl({ ...LOCAL_URL, protocols: ['http', 'https'] }) OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  /** pino level. */
  @IsIn(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']) LOG_LEVEL: string = 'info';

  /** ε of the exploration floor: every eligible artwork keeps at least ε/K. */
  @number() @IsNumber() @Min(0) @Max(1) EXPLORATION_EPSILON: number = 0.05;

  /** γ of SquareCB's inverse-gap weighting; larger explores less. */
  @number() @IsNumber() @Min(0) SQUARE_CB_GAMMA: number = 100;

  /** Minimum time a shown picture stays, milliseconds. */
  @number() @IsInt() @Min(0) STICKY_MINIMUM_MS: number = 30 * 60_000;

  /** A shown picture is left only for one whose score is better by this margin (reward scale). */
  @number() @IsNumber() @Min(0) STICKY_MARGIN: number = 0.02;

  /** How long a picture stays locked after a play or list-add, milliseconds. */
  @number() @IsInt() @Min(0) LOCK_MS: number = 24 * 3_600_000;

  /** Time after the impression in which outcomes count, milliseconds. */
  @number() @IsInt() @Min(1) REWARD_WINDOW_MS: number = 6 * 3_600_000;

  /** Share of members served by chance alone, for clean data; at most a third, like the other slices. */
  @number() @IsNumber() @Min(0) @Max(MAX_SLICE_FRACTION) SLICE_UNIFORM_FRACTION: number = 0.02;

  /** Share of members who see what most viewers take. */
  @number() @IsNumber() @Min(0) @Max(MAX_SLICE_FRACTION) SLICE_POPULAR_FRACTION: number = 0.02;

  /** Share of members served as if nothing were known of them. */
  @number() @IsNumber() @Min(0) @Max(MAX_SLICE_FRACTION) SLICE_NOT_PERSONALISED_FRACTION: number = 0.02;

  /** Share of production's decisions in which the bandit in the shadow is asked too. */
  @number() @IsNumber() @Min(0) @Max(1) SHADOW_FRACTION: number = 0.1;

  /** Rewarded decisions a shadow must have watched before it is promoted or rejected. */
  @number() @IsInt() @Min(1) PROMOTION_MIN_DECISIONS: number = 500;

  /** How much worse than production a shadow may at worst be to be promoted (reward scale). */
  @number() @IsNumber() @Min(0) PROMOTION_TOLERANCE: number = 0.02;

  /** `off`: nothing is attributed, trained or promoted but by request. */
  @IsIn(['on', 'off']) SCHEDULES: 'on' | 'off' = 'on';

  /** Time between two trainings, milliseconds. */
  @number() @IsInt() @Min(60_000) TRAIN_EVERY_MS: number = 6 * 3_600_000;

  /** Languages of pages that scores are precomputed for, comma-separated. */
  @list() @IsString({ each: true }) PRECOMPUTE_LOCALES: string[] = ['en'];

  /** Slot shapes of pages that scores are precomputed for, comma-separated, e.g. `16:9,2:3`; unset: all. */
  @IsOptional() @list() @Matches(/^\d+:\d+$/, { each: true }) PRECOMPUTE_ASPECTS?: string[];

  /** Salt of the sampling and assignment hashes; change it and every assignment is drawn anew. */
  @IsString() ASSIGNMENT_SALT: string = 'keyart/1';

  /** Key of members' pseudonyms in logs; unset: drawn once and kept in KEYART_HOME. */
  @IsOptional() @IsString() @MinLength(16) PSEUDONYM_SECRET?: string;

  /** Key that addresses of pictures in any size are signed with; unset: drawn once and kept in KEYART_HOME. */
  @IsOptional() @IsString() @MinLength(16) IMAGE_URL_SECRET?: string;

  /** Most that the pictures made in other sizes and formats may take on disk, bytes; those not asked for longest go first. */
  @number() @IsInt() @Min(1_000_000) IMAGE_CACHE_BYTES: number = 2 * 2 ** 30;

  /** How long decisions, their events and rewards, and pictures shown are kept, days. */
  @number() @IsInt() @Min(1) RETENTION_DAYS: number = 400;

  /** How long the records of erasures and of administrators' calls are kept, days. */
  @number() @IsInt() @Min(1) AUDIT_RETENTION_DAYS: number = 730;

  /** After the erasure of a member, what was still on its way is erased too, milliseconds later. */
  @number() @IsInt() @Min(0) ERASURE_GRACE_MS: number = 15 * 60_000;
}

/**
 * Parses the environment once, at boot; `process.env` is read nowhere else.
 * @throws InputError `BAD_CONFIGURATION` naming every wrong variable
 */
export function loadConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const known = Object.keys(new Configuration()).concat([
    'DATABASE_URL',
    'QUEUE_URL',
    'PICTURES_URL',
    'LLM_URL',
    'LLM_API_KEY',
    'CAPTIONER_URL',
    'CAPTIONER_API_KEY',
    'IMAGE_ENCODER',
    'MODEL_FILES',
    'MODEL_CACHE',
    'RANKING_ADAPTER',
    'STUDENT_MODEL',
    'EVALUATION_LOGS',
    'TRUST_PROXY',
    'WORKER_METRICS_PORT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'PRECOMPUTE_ASPECTS',
    'PSEUDONYM_SECRET',
    'IMAGE_URL_SECRET',
  ]);
  const given = Object.fromEntries(
    known.filter((key) => environment[key]).map((key) => [key, environment[key]]),
  );
  const configuration = plainToInstance(Configuration, given, { exposeDefaultValues: true });
  const faults = validateSync(configuration).flatMap((fault) => Object.values(fault.constraints ?? {}));
  if (faults.length > 0) throw new InputError('BAD_CONFIGURATION', `configuration: ${faults.join('; ')}`);
  return configuration;
}
