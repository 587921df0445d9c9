import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { ID_PATTERN, MAX_ID_LENGTH, SLUG_PATTERN } from '@keyart/contracts';
import { invalidParameter } from '../problems/invalid-parameter';

/** An id from the address that somebody else made. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string, { data = 'id' }: ArgumentMetadata): string {
    return checked(value, data, ID_PATTERN);
  }
}

/** An id from the address that this service is to keep. */
@Injectable()
export class SlugPipe implements PipeTransform<string, string> {
  transform(value: string, { data = 'id' }: ArgumentMetadata): string {
    return checked(value, data, SLUG_PATTERN);
  }
}

function checked(value: string, name: string, pattern: RegExp): string {
  if (value.length <= MAX_ID_LENGTH && pattern.test(value)) return value;
  const detail = `must be 1 to ${MAX_ID_LENGTH} characters of the kind this address takes`;
  throw invalidParameter([{ field: name, detail }]);
}
