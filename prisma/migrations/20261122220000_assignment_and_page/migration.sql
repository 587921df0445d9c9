-- Decisions made before had no slices and no experiments: the request named the policy, or the default served.
ALTER TABLE "decision" ADD COLUMN "assigned_by" TEXT NOT NULL DEFAULT 'default',
ADD COLUMN "experiment" TEXT,
ADD COLUMN "neighbours" TEXT[],
ADD COLUMN "page_id" UUID,
ADD COLUMN "slice" TEXT;

ALTER TABLE "decision" ALTER COLUMN "assigned_by" DROP DEFAULT;

CREATE INDEX "decision_page_id_idx" ON "decision"("page_id");
CREATE INDEX "decision_experiment_member_id_idx" ON "decision"("experiment", "member_id");
