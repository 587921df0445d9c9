import type { GgufHeader, GgufTensor } from '../gguf/gguf-header';
import { isReadable } from '../gguf/dequantise';
import { TENSOR_TYPES } from '../gguf/tensor-type';
import { adapterError } from './adapter-error';

/** A weight of the model and the two matrices whose product is added to it. */
export interface LoraTensor {
  /** `[columns, rows]`. */
  readonly weight: GgufTensor;
  /** `[columns, rank]`. */
  readonly a: GgufTensor;
  /** `[rank, rows]`. */
  readonly b: GgufTensor;
  /** What the product is multiplied with: alpha / rank. */
  readonly scale: number;
}

/** Both headers, and the adapter's file for messages. */
export interface LoraHeaders {
  readonly file: string;
  readonly adapter: GgufHeader;
  readonly base: GgufHeader;
}

const HALF = /^(.+)\.lora_([ab])$/;

/**
 * The weights that an adapter changes, once for each.
 * @throws LlmInputError `LLM_BAD_ADAPTER` for a file that is no LoRA; `LLM_ADAPTER_SHAPE` for one of another architecture or size
 */
export function loraTensorsOf({ file, adapter, base }: LoraHeaders): LoraTensor[] {
  const alpha = alphaOf(file, adapter);
  requireArchitecture({ file, adapter, base });
  const weights = new Map(base.tensors.map((tensor) => [tensor.name, tensor]));
  return [...halvesByWeight(file, adapter)].map(([name, halves]) => {
    const { a, b } = halves;
    if (!a || !b) throw adapterError('adapterShape', file, `lacks one half of "${name}"`);
    const weight = weights.get(name);
    if (!weight) throw adapterError('adapterShape', file, `changes "${name}", which the model does not have`);
    if (!fits(weight, a, b)) throw adapterError('adapterShape', file, describeMisfit(weight, a, b));
    return { weight, a, b, scale: alpha / a.dimensions[1] };
  });
}

interface Halves {
  readonly a?: GgufTensor;
  readonly b?: GgufTensor;
}

function alphaOf(file: string, { metadata }: GgufHeader): number {
  if (metadata.get('general.type') !== 'adapter' || metadata.get('adapter.type') !== 'lora')
    throw adapterError('badAdapter', file, 'is no LoRA adapter');
  const alpha = metadata.get('adapter.lora.alpha');
  if (typeof alpha === 'number' && Number.isFinite(alpha) && alpha > 0) return alpha;
  throw adapterError('badAdapter', file, `has an alpha of ${alpha}`);
}

function requireArchitecture({ file, adapter, base }: LoraHeaders): void {
  const [own, wanted] = [adapter, base].map(({ metadata }) => metadata.get('general.architecture'));
  if (own !== wanted) throw adapterError('adapterShape', file, `is for ${own}, the model is ${wanted}`);
}

function halvesByWeight(file: string, { tensors }: GgufHeader): Map<string, Halves> {
  const found = new Map<string, Halves>();
  for (const tensor of tensors) {
    const [, name, half] = HALF.exec(tensor.name) ?? [];
    if (!name)
      throw adapterError('adapterShape', file, `has a tensor "${tensor.name}" that is no half of a LoRA`);
    found.set(name, { ...found.get(name), [half]: tensor });
  }
  if (found.size === 0) throw adapterError('badAdapter', file, 'holds no tensors');
  return found;
}

/** The embedding is looked up, not multiplied: its halves lie the other way round and are not taken. */
function fits(weight: GgufTensor, a: GgufTensor, b: GgufTensor): boolean {
  const [columns, rows] = weight.dimensions;
  const rank = a.dimensions[1];
  const isMatrix = [weight, a, b].every(({ dimensions }) => dimensions.length === 2);
  const isShaped = a.dimensions[0] === columns && b.dimensions[0] === rank && b.dimensions[1] === rows;
  const isRanked = rank >= 1 && rank <= Math.min(columns, rows);
  const isKept = columns % TENSOR_TYPES.q8_0.blockValueCount === 0 && !weight.name.startsWith('token_embd');
  return isMatrix && isShaped && isRanked && isKept && [weight, a, b].every(({ type }) => isReadable(type));
}

function describeMisfit(weight: GgufTensor, a: GgufTensor, b: GgufTensor): string {
  const [own, first, second] = [weight, a, b].map(
    ({ dimensions, type }) => `${dimensions.join(' × ')} ${type.name}`,
  );
  return `puts ${first} and ${second} on "${weight.name}", which is ${own}`;
}
