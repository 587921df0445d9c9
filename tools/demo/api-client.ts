import { DependencyError } from '@keyart/common';
import type {
  ArtworkRecord,
  DecisionRecord,
  EventType,
  ExperimentDefinition,
  ExperimentRecord,
  FramePromotionDto,
  JobName,
  ReadingAnswer,
  ServedPolicy,
  Source,
  Surface,
  VideoDto,
  VideoFrame,
  VideoShot,
} from '@keyart/contracts';

/** A served choice as the API answers it. */
export interface ServedDecision {
  readonly decisionId: string;
  readonly titleId: string;
  readonly artworkId: string;
  readonly url: string;
  readonly alt: string;
  readonly source: Source;
  readonly policy: ServedPolicy;
}

/** One page asked for. */
export interface PageRequest {
  readonly memberId: string;
  readonly surface: Surface;
  readonly titles: readonly { titleId: string; row: number; position: number }[];
  /** null: as the member is assigned. */
  readonly policy: ServedPolicy | null;
}

/** An event as the API takes it. */
export interface PostedEvent {
  readonly eventId: string;
  readonly decisionId: string;
  readonly type: EventType;
  readonly occurredAt: string;
  readonly progressFraction?: number;
}

/** What the events endpoint answers. */
export interface EventReceipt {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly { index: number; code: string; detail: string }[];
}

interface JobAnswer {
  readonly state: string;
  readonly progressFraction: number;
  readonly failure: string | null;
  readonly result: unknown;
}

/** The API said no. */
export class ApiRefusedError extends DependencyError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super('API_REFUSED', message, false);
  }
}

/** The demo's view of the service: nothing but its public HTTP API. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly apiKey: string,
  ) {}

  decide(page: PageRequest): Promise<{ decisions: ServedDecision[] }> {
    return this.call('POST', '/v1/decisions', page);
  }

  postEvents(events: readonly PostedEvent[]): Promise<EventReceipt> {
    return this.call('POST', '/v1/events', { events });
  }

  decision(decisionId: string): Promise<DecisionRecord> {
    return this.call('GET', `/v1/decisions/${decisionId}`);
  }

  startJob(name: JobName, payload: object): Promise<{ jobId: string }> {
    return this.call('POST', `/v1/jobs/${name}`, payload);
  }

  job(name: JobName, jobId: string): Promise<JobAnswer> {
    return this.call('GET', `/v1/jobs/${name}/${jobId}`);
  }

  reading(artworkId: string): Promise<ReadingAnswer> {
    return this.call('GET', `/v1/artworks/${encodeURIComponent(artworkId)}/reading`);
  }

  uploadVideo(titleId: string, form: FormData): Promise<VideoDto> {
    return this.call('POST', `/v1/titles/${encodeURIComponent(titleId)}/videos`, form);
  }

  video(videoId: string): Promise<VideoDto> {
    return this.call('GET', `/v1/videos/${videoId}`);
  }

  shots(videoId: string): Promise<{ items: VideoShot[] }> {
    return this.call('GET', `/v1/videos/${videoId}/shots`);
  }

  frames(videoId: string): Promise<{ items: VideoFrame[] }> {
    return this.call('GET', `/v1/videos/${videoId}/frames`);
  }

  promoteFrame(videoId: string, frame: number, wanted: FramePromotionDto): Promise<ArtworkRecord> {
    return this.call('POST', `/v1/videos/${videoId}/frames/${frame}/promote`, wanted);
  }

  approve(artworkId: string): Promise<ArtworkRecord> {
    return this.call('PUT', `/v1/artworks/${encodeURIComponent(artworkId)}/review`, { state: 'approved' });
  }

  createExperiment(definition: ExperimentDefinition): Promise<ExperimentRecord> {
    return this.call('POST', '/v1/experiments', definition);
  }

  experiment(experimentId: string): Promise<ExperimentRecord> {
    return this.call('GET', `/v1/experiments/${experimentId}`);
  }

  startExperiment(experimentId: string): Promise<ExperimentRecord> {
    return this.call('POST', `/v1/experiments/${experimentId}/start`);
  }

  stopExperiment(experimentId: string): Promise<ExperimentRecord> {
    return this.call('POST', `/v1/experiments/${experimentId}/stop`);
  }

  async failedJobs(name: JobName): Promise<{ failure: string }[]> {
    const { items } = await this.call<{ items: { failure: string }[] }>(
      'GET',
      `/v1/jobs/${name}/failed?limit=1`,
    );
    return items;
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    if (response.ok) return (await response.json()) as T;
    const text = await response.text();
    throw new ApiRefusedError(response.status, `${method} ${path} answered ${response.status}: ${text}`);
  }
}
