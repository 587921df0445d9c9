import { ALL_TITLES, type AnalysedReview, type Scope } from '@keyart/creative';
import { InputError } from '@keyart/common';

/** What a report is about, as it was asked for: one of them. */
export interface ReportSubject {
  readonly title?: string;
  readonly genre?: string;
  readonly microGenre?: string;
}

/** @throws InputError `BAD_OPTION` unless exactly one was named */
export function subjectOf({ title, genre, microGenre }: ReportSubject): Scope {
  const named: Scope[] = [
    ...(title === undefined ? [] : [{ kind: 'title', value: title } as const]),
    ...(genre === undefined ? [] : [{ kind: 'genre', value: genre } as const]),
    ...(microGenre === undefined ? [] : [{ kind: 'micro-genre', value: microGenre } as const]),
  ];
  if (named.length === 1) return named[0];
  throw new InputError('BAD_OPTION', 'name one of --title ID, --genre G, --micro-genre SLUG');
}

/** The subject first, then what it is seen beside: a title's genres and micro-genres, and everything. @param own reviews of the subject */
export function scopesOf(subject: Scope, own: readonly AnalysedReview[]): Scope[] {
  const [{ genres, microGenres }] = own;
  const wider: Scope[] =
    subject.kind === 'title'
      ? [
          ...genres.map((value) => ({ kind: 'genre', value }) as const),
          ...microGenres.map((value) => ({ kind: 'micro-genre', value }) as const),
        ]
      : [];
  return [subject, ...wider, ALL_TITLES];
}
