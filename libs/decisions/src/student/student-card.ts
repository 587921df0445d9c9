import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  Equals,
  IsArray,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** Whom a student imitates. */
export class StudentTeacher {
  @IsString() @IsNotEmpty() name: string;

  /** Of the prompts the teacher answered, as `templateVersionOf` names it. */
  @IsString() @IsNotEmpty() templateVersion: string;
}

/** What lies beside a student's ONNX file as `.json`: which file it is, what it must be given, who taught it, how well it learnt. */
export class StudentCard {
  @Equals('student-card/1') schema: 'student-card/1';

  @Matches(/^[\w.-]{1,100}$/) name: string;

  /** Of the ONNX file, hex. */
  @Matches(/^[0-9a-f]{64}$/) sha256: string;

  /** `STUDENT_INPUT_VERSION` of its training rows. */
  @IsString() @IsNotEmpty() inputVersion: string;

  /** What embedded the captions: name and content of the text model. */
  @IsString() @IsNotEmpty() captionModel: string;

  /** Mean embedding of the captions it learnt from, `[D]`. */
  @IsArray() @ArrayNotEmpty() @IsNumber({}, { each: true }) captionMean: number[];

  @ValidateNested() @Type(() => StudentTeacher) @IsObject() teacher: StudentTeacher;

  /** Divides the scores before the softmax, as the teacher's are divided. */
  @IsNumber() @Min(0.01) @Max(100) temperature: number;

  /** What was measured, by name. */
  @IsObject() figures: Record<string, unknown>;
}
