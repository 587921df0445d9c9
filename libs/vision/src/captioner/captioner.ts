import type { DecodedPicture } from '../decoded-picture';
import { readCaptionerAnswer, type CaptionerWords } from './captioner-answer';
import { CaptionerEndpoint } from './captioner-endpoint';
import { CaptionerGuard } from './captioner-guard';
import { CAPTIONER_DEFAULTS, type CaptionerOptions } from './captioner-options';
import { captionerRequest } from './captioner-request';
import { jpegDataUri } from './jpeg-data-uri';

/** A vision model behind an OpenAI-like endpoint that says what a picture shows and suggests. */
export class Captioner {
  readonly model: string;
  private readonly endpoint: CaptionerEndpoint;
  private readonly guard: CaptionerGuard;

  /** @param options what is needed, and what differs from `CAPTIONER_DEFAULTS` */
  constructor(options: Pick<CaptionerOptions, 'url' | 'model'> & Partial<CaptionerOptions>) {
    const complete = { ...CAPTIONER_DEFAULTS, ...options };
    this.model = complete.model;
    this.endpoint = new CaptionerEndpoint(complete);
    this.guard = new CaptionerGuard(complete);
  }

  /**
   * The picture in the model's words, validated and made harmless, not yet checked against the picture. The picture alone is sent, without
   * its title or caption: what the model says is what can be seen.
   * @throws CaptionerError; the signal's reason when the caller gave up
   */
  async caption(picture: Pick<DecodedPicture, 'rgb'>, signal?: AbortSignal): Promise<CaptionerWords> {
    const request = captionerRequest(this.model, await jpegDataUri(picture));
    return readCaptionerAnswer(await this.guard.run(() => this.endpoint.post(request, signal), signal));
  }
}
