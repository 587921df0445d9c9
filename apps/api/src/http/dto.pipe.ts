import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { PromoteModelDto, StartExperimentDto, type FieldErrorDto } from '@keyart/contracts';
import { ProblemException } from '../problems/problem.exception';
import { invalidBody } from '../problems/invalid-body';
import { appendField } from './schema-faults';

/** Bodies that may be left out. */
const OPTIONAL_BODIES: readonly unknown[] = [PromoteModelDto, StartExperimentDto];

/** Checks bodies and queries against their DTO classes; unknown fields are refused. */
@Injectable()
export class DtoPipe extends ValidationPipe {
  constructor() {
    super({ transform: true, whitelist: true, forbidNonWhitelisted: true });
  }

  override async transform(given: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const value = given === undefined && mayBeLeftOut(metadata) ? {} : given;
    if (metadata.type === 'body' && this.toValidate(metadata)) requireObject(value);
    if (metadata.type !== 'query') return super.transform(value, metadata);
    return super.transform(value, metadata).catch((error: unknown) => {
      if (!(error instanceof ProblemException)) throw error;
      throw new ProblemException('invalid-parameter', error.detail, { errors: error.errors });
    });
  }

  override createExceptionFactory() {
    return (faults: ValidationError[] = []) => invalidBody(faults.flatMap((fault) => faultsOf(fault, '')));
  }
}

function mayBeLeftOut({ type, metatype }: ArgumentMetadata): boolean {
  return type === 'body' && OPTIONAL_BODIES.includes(metatype);
}

function requireObject(value: unknown): void {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw invalidBody([{ field: '', detail: 'must be an object' }]);
}

function faultsOf(fault: ValidationError, parent: string): FieldErrorDto[] {
  const field = appendField(parent, fault.property);
  const own = Object.entries(fault.constraints ?? {}).map(([rule, text]) => ({
    field,
    detail:
      rule === 'whitelistValidation' ? 'is not a field of this body' : withoutName(text, fault.property),
  }));
  return [...own, ...(fault.children ?? []).flatMap((child) => faultsOf(child, field))];
}

function withoutName(text: string, property: string): string {
  return text.replace(`${property} `, '');
}
