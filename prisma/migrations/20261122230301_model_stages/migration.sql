-- What was active stays active; what was not has been in service before, or never will be without being asked for.
ALTER TABLE "model_version" ADD COLUMN "stage" TEXT NOT NULL DEFAULT 'retired',
ADD COLUMN "activated_at" TIMESTAMPTZ(3);

UPDATE "model_version" SET "stage" = 'active', "activated_at" = "created_at" WHERE "is_active";

DROP INDEX "model_version_kind_is_active_idx";
DROP INDEX "model_version_active_key";
ALTER TABLE "model_version" ALTER COLUMN "stage" DROP DEFAULT, DROP COLUMN "is_active";

CREATE INDEX "model_version_kind_stage_idx" ON "model_version"("kind", "stage");
CREATE UNIQUE INDEX "model_version_active_key" ON "model_version"("kind") WHERE "stage" = 'active';
CREATE UNIQUE INDEX "model_version_shadow_key" ON "model_version"("kind") WHERE "stage" = 'shadow';
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_stage_check"
  CHECK ("stage" IN ('shadow', 'active', 'retired', 'rejected'));
