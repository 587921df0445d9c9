import type { ArtworkFacts, FieldErrorDto } from '@keyart/contracts';

/** What is wrong between fields of an artwork that are each right by themselves. */
export function faultsOfArtwork(facts: ArtworkFacts): FieldErrorDto[] {
  const { rightsFrom, rightsUntil, reviewState, reviewReason } = facts;
  const areRightsReversed = rightsFrom && rightsUntil && new Date(rightsUntil) <= new Date(rightsFrom);
  const hasStrayReason = reviewReason && reviewState !== 'rejected';
  return [
    ...(areRightsReversed ? [{ field: 'rightsUntil', detail: 'must be after rightsFrom' }] : []),
    ...(hasStrayReason ? [{ field: 'reviewReason', detail: 'goes with reviewState rejected only' }] : []),
  ];
}
