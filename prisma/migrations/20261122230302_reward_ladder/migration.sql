-- Rewards given so far are of the first ladder; the next attribution judges them anew.
ALTER TABLE "reward" ADD COLUMN "ladder_version" TEXT NOT NULL DEFAULT 'ladder/1';
ALTER TABLE "reward" ALTER COLUMN "ladder_version" DROP DEFAULT;

CREATE INDEX "reward_ladder_version_idx" ON "reward"("ladder_version");
