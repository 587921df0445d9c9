ALTER TABLE "experiment_run" ADD COLUMN "ramp" JSONB;
