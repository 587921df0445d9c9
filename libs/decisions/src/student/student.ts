import { access } from 'node:fs/promises';
import { describeFault, readCheckedJson } from '@keyart/common';
import { FACET_COUNT, STUDENT_INPUT_VERSION, STUDENT_LOOK_COUNT, type StudentInput } from '@keyart/features';
import type { StudentCalibration } from '@keyart/ranking';
import {
  floatsOf,
  floatTensor,
  OnnxRuntime,
  VisionModelError,
  type OnnxFeeds,
  type OnnxSession,
} from '@keyart/vision';
import { StudentError } from '../errors';
import { StudentCard } from './student-card';

/** Where a student lies, and what there is to give it. */
export interface StudentPlace {
  /** ONNX file; its card lies beside it as `.json`. */
  readonly file: string;
  /** Name and content of the text model that embeds captions here. */
  readonly captionModel: string;
}

/** The graphs take microseconds: a second thread costs more than it gains. */
const ONE_THREAD = { intraOpThreadCount: 1 };
/** Pictures of the run that proves a graph when it is opened. */
const PROBE_COUNT = 2;

/** A small network that imitates a language model's scores, loaded and proved; made by `training/distil.py`. */
export class Student {
  private constructor(
    readonly card: StudentCard,
    private readonly runtime: OnnxRuntime,
    private readonly session: OnnxSession,
  ) {}

  /**
   * Reads card and graph and compares them with what this service would feed them.
   * @throws StudentError `STUDENT_BAD_CARD`, `STUDENT_UNFIT`, `STUDENT_MISSING`, `STUDENT_CORRUPT`, each naming the file
   */
  static async open({ file, captionModel }: StudentPlace): Promise<Student> {
    await requireFile(file);
    const card = await readCard(file);
    requireSame(file, 'inputs of version', [card.inputVersion, STUDENT_INPUT_VERSION]);
    requireSame(file, 'captions embedded by', [card.captionModel, captionModel]);
    const runtime = new OnnxRuntime(ONE_THREAD);
    try {
      const session = await openGraph(runtime, file, card);
      const student = new Student(card, runtime, session);
      await student.prove(file);
      return student;
    } catch (error) {
      await runtime.close();
      throw error;
    }
  }

  /** Named in decisions; the file's content is part of it. */
  get version(): string {
    return `student/${this.card.name}@${this.card.sha256.slice(0, 12)}`;
  }

  /** How its scores are read. */
  get calibration(): StudentCalibration {
    return { version: this.version, temperature: this.card.temperature };
  }

  /**
   * Scores on the teacher's scale, `[K]`; whether they are finite is for the caller to see.
   * @throws VisionModelError
   */
  async score(input: StudentInput): Promise<Float32Array> {
    return floatsOf(await this.session.run(() => feedsOf(input)), 'scores');
  }

  /** Frees the graph. */
  close(): Promise<void> {
    return this.runtime.close();
  }

  private async prove(file: string): Promise<void> {
    const width = this.card.captionMean.length + STUDENT_LOOK_COUNT;
    const scores = await this.score({
      taste: new Float32Array(FACET_COUNT),
      title: new Float32Array(FACET_COUNT),
      pictures: new Float32Array(PROBE_COUNT * width),
      faces: new Float32Array(PROBE_COUNT),
    }).catch((cause: unknown) => {
      const detail = `takes other inputs than ${FACET_COUNT} leanings and ${width} numbers a picture`;
      throw new StudentError('STUDENT_UNFIT', `${detailOf(file, detail)}`, { cause });
    });
    if (scores.length !== PROBE_COUNT || !scores.every(Number.isFinite))
      throw new StudentError('STUDENT_UNFIT', detailOf(file, 'gives no finite number for each picture'));
  }
}

function detailOf(file: string, detail: string): string {
  return `student ${file} ${detail}`;
}

/** Told before its card is: a path that leads nowhere has neither. */
async function requireFile(file: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new StudentError('STUDENT_MISSING', detailOf(file, 'cannot be read'), { cause });
  });
}

async function readCard(file: string): Promise<StudentCard> {
  const cardFile = file.replace(/(\.onnx)?$/, '.json');
  const { value, faults } = await readCheckedJson(cardFile, StudentCard);
  if (value && faults.length === 0) return value;
  const detail = `has a bad card, ${cardFile}: ${faults.map(describeFault).join('; ')}`;
  throw new StudentError('STUDENT_BAD_CARD', detailOf(file, detail));
}

function requireSame(file: string, what: string, [made, served]: readonly [string, string]): void {
  if (made === served) return;
  throw new StudentError(
    'STUDENT_UNFIT',
    detailOf(file, `was trained on ${what} ${made}, this service has ${served}`),
  );
}

async function openGraph(
  runtime: OnnxRuntime,
  file: string,
  { name, sha256 }: StudentCard,
): Promise<OnnxSession> {
  try {
    return await runtime.open({ name, path: file, sha256 });
  } catch (cause) {
    if (!(cause instanceof VisionModelError)) throw cause;
    const detail = `is not the graph of its card: ${cause.message}`;
    throw new StudentError('STUDENT_CORRUPT', detailOf(file, detail), { cause });
  }
}

function feedsOf({ taste, title, pictures, faces }: StudentInput): OnnxFeeds {
  const count = faces.length;
  return {
    taste: floatTensor(taste, [1, taste.length]),
    title: floatTensor(title, [1, title.length]),
    pictures: floatTensor(pictures, [count, pictures.length / count]),
    faces: floatTensor(faces, [count]),
  };
}
