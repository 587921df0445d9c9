import { uniformFromKey } from '@keyart/common';
import type { DecisionsAnswerDto, DecisionsRequestDto, ServedDecisionDto } from '@keyart/contracts';
import type { ViewerTruth, World } from '@keyart/simulation';
import type { Visit } from './draw-visits';
import type { ServiceClient } from './service-client';
import type { Showing } from './showing';

/** A world whose viewers visit a service. */
export interface ServedWorld {
  readonly world: World;
  readonly truth: ViewerTruth;
  readonly client: ServiceClient;
  /** Of the takes. */
  readonly seed: string;
}

/** When a page is asked for. */
export interface VisitMoment {
  /** From 0. */
  readonly day: number;
  /** How far the run's time has gone, in [0, 1]. */
  readonly timeFraction: number;
}

/** A page that was answered. */
export interface Page {
  readonly showings: readonly Showing[];
  /** Titles that the service had no picture for. */
  readonly undecidedCount: number;
}

const SURFACE = { aspect: '16:9', locale: 'en', region: 'US', device: 'tv', maturity: '18' } as const;
const TITLES_A_ROW = 10;

function requestOf({ viewers, titles }: World, visit: Visit): DecisionsRequestDto {
  const slots = visit.titles.map((title, at) => ({
    titleId: titles[title].titleId,
    row: Math.floor(at / TITLES_A_ROW),
    position: at % TITLES_A_ROW,
  }));
  return { memberId: viewers[visit.viewer].memberId, surface: SURFACE, titles: slots };
}

/** One page over HTTP; nothing else is done meanwhile. */
export function askPage({ world, client }: ServedWorld, visit: Visit): Promise<DecisionsAnswerDto> {
  return client.ask({ method: 'POST', path: '/v1/decisions', body: requestOf(world, visit) });
}

/**
 * What the viewer makes of the page, by the truth. A take is drawn from seed, day, viewer and title alone, so that the better of
 * two pictures is taken whenever the worse is.
 */
export function reactTo(
  served: ServedWorld,
  { visit, answer, moment }: { visit: Visit; answer: DecisionsAnswerDto; moment: VisitMoment },
): Page {
  const { world, truth, seed } = served;
  const titleAt = new Map(visit.titles.map((title) => [world.titles[title].titleId, world.titles[title]]));
  const { memberId } = world.viewers[visit.viewer];
  const showingOf = ({ decisionId, titleId, artworkId, source }: ServedDecisionDto): Showing[] => {
    const title = titleAt.get(titleId);
    const at = title?.artworks.findIndex((artwork) => artwork.artworkId === artworkId) ?? -1;
    if (!title || at < 0) return [];
    const takes = truth.takes(visit.viewer, title, moment.timeFraction);
    const random = takes.reduce((sum, take) => sum + take, 0) / takes.length;
    const draw = uniformFromKey(`${memberId}/${titleId}`, `${seed}/takes/${moment.day}`);
    const chances = { shown: takes[at], random, oracle: Math.max(...takes) };
    return [{ decisionId, memberId, source, chances, isTake: draw < takes[at] }];
  };
  const showings = answer.decisions.flatMap(showingOf);
  return { showings, undecidedCount: visit.titles.length - showings.length };
}
