import { literal, withAnalysis } from '@keyart/decision-log';
import type { World, WorldDecision } from '@keyart/simulation';
import { writeFile } from 'node:fs/promises';
import { TemporaryFolder } from '@keyart/common';
import path from 'node:path';

const SECOND_MS = 1000;
const DAY_MS = 24 * 3_600_000;

/** Decisions begin the day after the last history ends, and are spread evenly over their days. */
function momentsOf({ viewers }: World, decisions: readonly WorldDecision[]): (at: number) => string {
  const startMs = Math.max(...viewers.map(({ visibleUntilMs }) => visibleUntilMs)) + DAY_MS;
  const perDay = Math.max(
    1,
    decisions.findIndex(({ day }) => day === 1),
  );
  const stepMs = Math.max(SECOND_MS / 10, DAY_MS / perDay);
  return (at) => new Date(startMs + at * stepMs).toISOString();
}

function lineOf(
  { viewers, titles }: World,
  decision: WorldDecision,
  rest: { id: string; timestamp: string },
): string {
  const { viewer, title, shown, probabilities, reward, slice } = decision;
  const { titleId, artworks } = titles[title];
  const policy = slice === 'uniform' || decision.day === 0 ? 'uniform' : 'production';
  return JSON.stringify({
    ...{
      decision_id: rest.id,
      user_id: viewers[viewer].memberId,
      timestamp: rest.timestamp,
      title_id: titleId,
    },
    ...{ action: artworks[shown].artworkId, propensity: probabilities[shown], reward },
    candidates: artworks.map(({ artworkId }) => artworkId),
    ...{ candidate_propensities: probabilities, policy, slice },
  });
}

const COLUMNS = `columns = {decision_id: 'VARCHAR', user_id: 'VARCHAR', "timestamp": 'TIMESTAMP', title_id: 'VARCHAR', action: 'VARCHAR',
  propensity: 'DOUBLE', reward: 'DOUBLE', candidates: 'VARCHAR[]', candidate_propensities: 'DOUBLE[]', policy: 'VARCHAR', slice: 'VARCHAR'}`;

/** Writes the simulated log as the decision log that the evaluator reads, Parquet. */
export async function writeLog(
  file: string,
  world: World,
  decisions: readonly WorldDecision[],
): Promise<void> {
  const folder = await TemporaryFolder.make('keyart-world');
  try {
    const momentOf = momentsOf(world, decisions);
    const lines = decisions.map((decision, at) =>
      lineOf(world, decision, { id: `d${at + 1}`, timestamp: momentOf(at) }),
    );
    const jsonl = path.join(folder.path, 'log.jsonl');
    await writeFile(jsonl, `${lines.join('\n')}\n`);
    await withAnalysis((analysis) =>
      analysis.run(
        `COPY (SELECT * FROM read_json(${literal(jsonl)}, format = 'newline_delimited', ${COLUMNS})) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
      ),
    );
  } finally {
    await folder.remove();
  }
}
