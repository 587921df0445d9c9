CREATE TABLE "shadow_decision" (
    "decision_id" UUID NOT NULL,
    "model_version" TEXT NOT NULL,
    "probabilities" JSON NOT NULL,

    CONSTRAINT "shadow_decision_pkey" PRIMARY KEY ("decision_id", "model_version")
);

CREATE INDEX "shadow_decision_model_version_idx" ON "shadow_decision"("model_version");

ALTER TABLE "shadow_decision" ADD CONSTRAINT "shadow_decision_decision_id_fkey"
  FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
