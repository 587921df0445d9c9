-- Every event moves the revision; an attribution clears only the revision that it judged, whatever the clocks say.
ALTER TABLE "reward_due" ADD COLUMN "revision" BIGSERIAL NOT NULL;
