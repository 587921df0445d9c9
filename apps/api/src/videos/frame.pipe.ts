import { Injectable, type PipeTransform } from '@nestjs/common';
import { invalidParameter } from '../problems/invalid-parameter';

/** Number of a frame, from the address. */
@Injectable()
export class FramePipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (/^(0|[1-9]\d{0,6})$/.test(value)) return Number(value);
    throw invalidParameter([{ field: 'frame', detail: 'must be a whole number, 0 at least' }]);
  }
}
