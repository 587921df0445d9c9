import type { ShotPlayback } from '@keyart/contracts';
import type { Database } from './database';

/** A playback event, already told what it means for the shots. */
export interface CountedPlayback {
  /** 32 bytes that are the same whenever the event comes again, and tell nothing of who sent it. */
  readonly eventHash: Buffer;
  readonly shots: readonly ShotPlayback[];
}

const INTAKE = `
WITH given AS (
  SELECT DISTINCT ON (event_hash) event_hash, shots
  FROM unnest($2::bytea[], $3::jsonb[]) AS g (event_hash, shots) ORDER BY event_hash
), fresh AS (
  INSERT INTO playback_receipt (event_hash, received_at) SELECT event_hash, $4 FROM given ORDER BY event_hash
  ON CONFLICT DO NOTHING RETURNING event_hash
), sums AS (
  SELECT s.shot, sum(s."exposureCount") AS exposures, sum(s."replayCount") AS replays,
    sum(s."dropOffCount") AS drop_offs, sum(s."pauseCount") AS pauses
  FROM given JOIN fresh USING (event_hash), jsonb_to_recordset(given.shots)
    AS s (shot int, "exposureCount" int, "replayCount" int, "dropOffCount" int, "pauseCount" int)
  GROUP BY s.shot ORDER BY s.shot
), counted AS (
  INSERT INTO shot_playback AS t (video_id, shot, exposure_count, replay_count, drop_off_count, pause_count)
  SELECT $1, shot, exposures, replays, drop_offs, pauses FROM sums
  ON CONFLICT (video_id, shot) DO UPDATE SET
    exposure_count = t.exposure_count + EXCLUDED.exposure_count, replay_count = t.replay_count + EXCLUDED.replay_count,
    drop_off_count = t.drop_off_count + EXCLUDED.drop_off_count, pause_count = t.pause_count + EXCLUDED.pause_count
  RETURNING 1
) SELECT (SELECT count(*) FROM fresh)::int AS accepted, (SELECT count(*) FROM counted)::int AS shots`;

/** What viewers did in a video's shots, in sums. */
export class ShotPlaybackRepository {
  constructor(private readonly database: Database) {}

  /**
   * Adds the events to the sums, but for those that were added before; all or none.
   * @returns how many were added
   */
  async count(videoId: string, events: readonly CountedPlayback[], receivedAt: Date): Promise<number> {
    const hashes = events.map(({ eventHash }) => eventHash);
    const shots = events.map((event) => JSON.stringify(event.shots));
    const values = [videoId, hashes, shots, receivedAt];
    const [{ accepted }] = await this.database.query<{ accepted: number }>({ text: INTAKE, values });
    return accepted;
  }

  /** The video's shots of which something is known, in order. */
  async findByVideo(videoId: string): Promise<ShotPlayback[]> {
    return this.database.prisma.shotPlayback.findMany({
      ...{ where: { videoId }, orderBy: { shot: 'asc' }, omit: { videoId: true } },
    });
  }
}
