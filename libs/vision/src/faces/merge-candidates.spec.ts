import type { FaceCandidate } from './face-candidate';
import { mergeCandidates } from './merge-candidates';

function candidate(centreX: number, score: number): FaceCandidate {
  return { centreX, centreY: 50, width: 40, height: 40, score, eyesX: 10, eyesY: 0 };
}

describe('mergeCandidates', () => {
  it('means those that overlap, by their scores, and keeps the best score', () => {
    const [merged, apart] = mergeCandidates([candidate(200, 0.3), candidate(50, 0.6), candidate(60, 0.9)]);
    expect(merged).toMatchObject({ score: 0.9, centreY: 50, width: 40, eyesX: 10 });
    expect(merged.centreX).toBeCloseTo(56);
    expect(apart).toEqual(candidate(200, 0.3));
  });

  it('has nothing of nothing', () => {
    expect(mergeCandidates([])).toEqual([]);
  });
});
