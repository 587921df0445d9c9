import { inLanes, type ProgressListener } from '@keyart/common';
import type { HistoryAcceptedDto, MemberHistoryDto } from '@keyart/contracts';
import { MAX_HISTORY_ENTRIES } from '@keyart/contracts';
import type { WorldViewer } from '@keyart/simulation';
import { jobResult } from './run-job';
import type { ServiceClient } from './service-client';

const LANE_COUNT = 4;

function historyOf({ history }: WorldViewer): MemberHistoryDto {
  const entries = history.slice(-MAX_HISTORY_ENTRIES).map(({ watchedAt, ...entry }) => ({
    ...entry,
    genres: [...entry.genres],
    people: [...entry.people],
    watchedAt: watchedAt.toISOString(),
  }));
  return { entries };
}

/** Tells the service what it may know of the viewers, and waits until their profiles are built. */
export async function putHistories(
  client: ServiceClient,
  viewers: readonly WorldViewer[],
  progress: ProgressListener,
): Promise<void> {
  let doneCount = 0;
  await inLanes(viewers, LANE_COUNT, async (viewer) => {
    const path = `/v1/members/${encodeURIComponent(viewer.memberId)}/history`;
    const { jobId } = await client.ask<HistoryAcceptedDto>({ method: 'PUT', path, body: historyOf(viewer) });
    await jobResult(client, 'build-profile', jobId);
    progress(++doneCount / viewers.length, viewer.memberId);
  });
}
