import { sanitizeText } from '@keyart/common';
import type { LetteringBox, LetteringFeatures } from '@keyart/contracts';
import { coveredFraction } from '../boxes/covered-fraction';
import type { DecodedPicture } from '../decoded-picture';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import type { FeatureField, PictureExtractor } from '../picture-extractor';
import type { LineReading } from './ctc-decode';
import { joinLines } from './join-lines';
import { TextDetector } from './text-detector';
import { TextRecogniser } from './text-recogniser';
import type { TextRegion } from './text-regions';

/** Below, a reading is a guess: ornamental letters come out as others. */
const LEAST_TEXT_CONFIDENCE = 0.6;
const LONGEST_TEXT = 200;
/** Largest lines that are read, so that a page of small print takes a second and not a minute. */
const MOST_READ_COUNT = 32;

/** What the extractor does. */
export interface LetteringOptions {
  /** Whether lines are read, 30 ms each and more, or only found. */
  readonly reads: boolean;
}

/** Where lettering is and, when asked, what it says. */
export class LetteringExtractor implements PictureExtractor<LetteringFeatures> {
  readonly name = 'lettering';
  readonly version: string;
  readonly fields: readonly FeatureField[] = [
    { name: 'lines', unit: 'fraction', range: [0, 1] },
    { name: 'areaFraction', unit: 'fraction', range: [0, 1] },
  ];

  private constructor(
    private readonly detector: TextDetector,
    private readonly recogniser: TextRecogniser | null,
  ) {
    this.version = recogniser ? '1-read' : '1';
  }

  /** @throws VisionModelError of a model that cannot be loaded */
  static async open(runtime: OnnxRuntime, { reads }: LetteringOptions): Promise<LetteringExtractor> {
    const detector = await TextDetector.open(runtime);
    return new LetteringExtractor(detector, reads ? await TextRecogniser.open(runtime) : null);
  }

  async extract(picture: DecodedPicture): Promise<LetteringFeatures> {
    const regions = await this.detector.detect(picture);
    const readings = await this.readLargest(picture, regions);
    const words = regions.map((region) => letteringBox(region, readings.get(region)));
    const lines = joinLines(words, picture.widthPx / picture.heightPx);
    return { lines, areaFraction: coveredFraction(regions.map(({ box }) => box)) };
  }

  private async readLargest(
    picture: DecodedPicture,
    regions: readonly TextRegion[],
  ): Promise<Map<TextRegion, LineReading>> {
    if (!this.recogniser) return new Map();
    const largest = [...regions].sort((one, other) => areaOf(other) - areaOf(one)).slice(0, MOST_READ_COUNT);
    const readings = await this.recogniser.read(
      picture.working,
      largest.map(({ box }) => box),
    );
    return new Map(largest.map((region, i) => [region, readings[i]]));
  }
}

function letteringBox({ box, confidence }: TextRegion, reading?: LineReading): LetteringBox {
  const text = reading && sanitizeText(reading.text, LONGEST_TEXT);
  const isRead = reading && text && reading.confidence >= LEAST_TEXT_CONFIDENCE;
  return {
    box,
    confidence,
    text: isRead ? text : null,
    textConfidence: isRead ? reading.confidence : null,
  };
}

function areaOf({ box }: TextRegion): number {
  return box.width * box.height;
}
