-- What is said of titles, what was read out of it, and the profiles that come of it.
CREATE TABLE "title_review" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "member_id" TEXT,
    "text" TEXT NOT NULL,
    "star_fraction" DOUBLE PRECISION,
    "country" TEXT,
    "segment" TEXT,
    "account_age_days" INTEGER,
    "token_count" INTEGER NOT NULL,
    "sim_hash" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "polarity" DOUBLE PRECISION,
    "label" TEXT,
    "confidence" DOUBLE PRECISION,
    "intensity" DOUBLE PRECISION,
    "tones" JSONB,
    "aspects" JSONB,
    "language" TEXT,
    "read_by" TEXT,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "engine_version" TEXT,
    "analysed_at" TIMESTAMPTZ(3),
    "profiled_at" TIMESTAMPTZ(3),

    CONSTRAINT "title_review_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "title_profile_version" (
    "version" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "micro_genre" TEXT,
    "engine_version" TEXT,
    "profile" JSONB NOT NULL,
    "sums" JSONB NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "title_profile_version_pkey" PRIMARY KEY ("version")
);

CREATE TABLE "title_profile_due" (
    "title_id" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" BIGSERIAL NOT NULL,

    CONSTRAINT "title_profile_due_pkey" PRIMARY KEY ("title_id")
);

CREATE UNIQUE INDEX "title_review_source_external_id_key" ON "title_review"("source", "external_id");
CREATE INDEX "title_review_title_id_created_at_idx" ON "title_review"("title_id", "created_at");
CREATE INDEX "title_review_member_id_idx" ON "title_review"("member_id");
CREATE INDEX "title_review_received_at_idx" ON "title_review"("received_at");
CREATE INDEX "title_profile_version_title_id_built_at_idx" ON "title_profile_version"("title_id", "built_at");

-- Workers take from the front of the line.
CREATE INDEX "title_review_waiting_idx" ON "title_review"("received_at", "id") WHERE "state" = 'waiting';

ALTER TABLE "title_review" ADD CONSTRAINT "title_review_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "title"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "title_profile_version" ADD CONSTRAINT "title_profile_version_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "title"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "title_review" ADD CONSTRAINT "title_review_state_check" CHECK ("state" IN ('waiting', 'analysed', 'quarantined', 'rejected'));

-- A review that was read has a reading.
ALTER TABLE "title_review" ADD CONSTRAINT "title_review_reading_check" CHECK (
    "state" NOT IN ('analysed', 'quarantined') OR num_nonnulls("polarity", "label", "confidence", "intensity", "tones", "aspects", "engine_version", "analysed_at") = 8
);

-- A review that is gone (erasure of its author) is gone from the next profile, too.
CREATE FUNCTION title_review_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO title_profile_due AS d (title_id, marked_at)
    SELECT DISTINCT title_id, now() FROM gone WHERE state IN ('analysed', 'quarantined') ORDER BY title_id
    ON CONFLICT (title_id) DO UPDATE SET revision = EXCLUDED.revision;
    RETURN NULL;
END $$;

CREATE TRIGGER title_review_gone AFTER DELETE ON "title_review"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION title_review_gone();
