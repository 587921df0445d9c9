import { Injectable } from '@nestjs/common';
import { CropSubjects, Derivatives, planDerivative, type SignedDerivative } from '@keyart/catalog';
import { acceptedFormat } from './accepted-format';
import type { ArtworkWithPicture } from './artwork-with-picture';
import type { PictureAnswer } from './picture-answer';

/** Answers pictures in other sizes and formats. */
@Injectable()
export class DerivativeAnswers {
  constructor(
    private readonly subjects: CropSubjects,
    private readonly derivatives: Derivatives,
  ) {}

  /** @param accept the request's header, minded where no format is asked for */
  async answerOf(
    artwork: ArtworkWithPicture,
    wanted: SignedDerivative,
    accept: string | undefined,
  ): Promise<PictureAnswer> {
    const { sha256, widthPx, heightPx } = artwork;
    const format = wanted.format ?? acceptedFormat(accept);
    const subject = wanted.aspect === null ? null : await this.subjects.find(artwork);
    const plan = planDerivative({ sha256, widthPx, heightPx }, { ...wanted, format }, subject);
    return {
      etag: `"${this.derivatives.keyOf(plan)}"`,
      // Once the picture is read it may be cropped otherwise.
      isLasting: wanted.aspect === null || subject !== null,
      isByAccept: wanted.format === null,
      mediaType: `image/${format}`,
      open: async () => {
        const body = await this.derivatives.bytesOf(plan);
        return { sizeBytes: body.length, body };
      },
    };
  }
}
