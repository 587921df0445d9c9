import { Analysis } from './analysis';

/** Works with a DuckDB that is closed in the end. */
export async function withAnalysis<T>(work: (analysis: Analysis) => Promise<T>): Promise<T> {
  const analysis = await Analysis.open();
  try {
    return await work(analysis);
  } finally {
    await analysis.close();
  }
}
