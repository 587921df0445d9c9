import type { PictureFeatures } from '@keyart/contracts';
import {
  VisionInputError,
  VisionModelError,
  type VisionErrorCode,
  type VisionModelErrorCode,
} from '../errors';

/** What a thread says; classes of errors do not travel between threads, their fields do. */
export type ThreadAnswer =
  | { readonly kind: 'ready'; readonly versions: PictureFeatures['versions'] }
  | { readonly kind: 'read'; readonly features: PictureFeatures }
  | { readonly kind: 'refused'; readonly code: VisionErrorCode; readonly message: string }
  | { readonly kind: 'failed'; readonly code: VisionModelErrorCode; readonly message: string };

/** Runs in the thread. @throws what is a bug */
export async function answerOf(answering: Promise<ThreadAnswer>): Promise<ThreadAnswer> {
  try {
    return await answering;
  } catch (error) {
    if (error instanceof VisionInputError)
      return { kind: 'refused', code: error.code as VisionErrorCode, message: error.message };
    if (error instanceof VisionModelError)
      return { kind: 'failed', code: error.code as VisionModelErrorCode, message: error.message };
    throw error;
  }
}

/** Runs where the picture came from. @throws VisionInputError, VisionModelError as they were in the thread */
export function withoutFault(answer: ThreadAnswer): Extract<ThreadAnswer, { kind: 'ready' | 'read' }> {
  if (answer.kind === 'refused') throw new VisionInputError(answer.code, answer.message);
  if (answer.kind === 'failed') throw new VisionModelError(answer.code, answer.message);
  return answer;
}
