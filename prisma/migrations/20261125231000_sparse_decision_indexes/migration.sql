-- Most decisions name neither a page nor an experiment: they need not be in these indexes, and each write is spared two.
DROP INDEX "decision_page_id_idx";
DROP INDEX "decision_experiment_member_id_idx";
CREATE INDEX "decision_page_id_idx" ON "decision"("page_id") WHERE "page_id" IS NOT NULL;
CREATE INDEX "decision_experiment_member_id_idx" ON "decision"("experiment", "member_id") WHERE "experiment" IS NOT NULL;
