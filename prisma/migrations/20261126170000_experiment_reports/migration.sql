ALTER TABLE "experiment" ADD COLUMN "guardrails" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "experiment_run" ADD COLUMN "stopped_arms" JSONB NOT NULL DEFAULT '[]';

CREATE TABLE "evaluation" (
    "id" UUID NOT NULL,
    "request" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "result" JSON,
    "problem" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "evaluation_requested_at_id_idx" ON "evaluation"("requested_at", "id");
