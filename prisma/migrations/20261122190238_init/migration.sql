-- CreateTable
CREATE TABLE "title" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER,
    "synopsis" TEXT NOT NULL,
    "genres" TEXT[],
    "maturity" TEXT NOT NULL,
    "facets" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "title_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artwork" (
    "id" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "sha256" TEXT,
    "width_px" INTEGER,
    "height_px" INTEGER,
    "size_bytes" INTEGER,
    "media_type" TEXT,
    "aspect" TEXT NOT NULL,
    "locale" TEXT,
    "rights_from" TIMESTAMPTZ(3),
    "rights_until" TIMESTAMPTZ(3),
    "maturity" TEXT NOT NULL,
    "is_spoiler" BOOLEAN NOT NULL DEFAULT false,
    "is_editorial_default" BOOLEAN NOT NULL DEFAULT false,
    "review_state" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "caption_version" TEXT NOT NULL,
    "facets" JSONB NOT NULL,
    "is_drawn" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artwork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "number" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "display_name" TEXT,
    "profile_version" TEXT NOT NULL DEFAULT 'new',
    "profile" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history_entry" (
    "member_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL DEFAULT 0,
    "genres" TEXT[],
    "people" TEXT[],
    "rating" DOUBLE PRECISION NOT NULL,
    "watched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("member_id","title","year")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "artwork_id" TEXT NOT NULL,
    "propensity" DOUBLE PRECISION NOT NULL,
    "candidates" JSON NOT NULL,
    "excluded" JSON NOT NULL,
    "option_order" JSON,
    "source" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "policy_version" TEXT NOT NULL,
    "model_version" TEXT NOT NULL,
    "profile_version" TEXT NOT NULL,
    "feature_version" TEXT NOT NULL,
    "context_hash" TEXT NOT NULL,
    "arm" TEXT,
    "sticky_outcome" TEXT NOT NULL,
    "previous_artwork_id" TEXT,
    "is_locked" BOOLEAN NOT NULL,
    "tier_failures" JSON NOT NULL,
    "surface" JSON NOT NULL,
    "row" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sticky_state" (
    "member_id" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "artwork_id" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sticky_state_pkey" PRIMARY KEY ("member_id","title_id","policy")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "progress_fraction" DOUBLE PRECISION,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reward" (
    "decision_id" UUID NOT NULL,
    "reward" DOUBLE PRECISION NOT NULL,
    "rung" TEXT NOT NULL,
    "attributed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reward_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "reward_due" (
    "decision_id" UUID NOT NULL,
    "impression_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reward_due_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "artwork_score" (
    "member_id" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "candidate_set_hash" TEXT NOT NULL,
    "model_version" TEXT NOT NULL,
    "template_version" TEXT NOT NULL,
    "profile_version" TEXT NOT NULL,
    "formulation" TEXT NOT NULL,
    "artwork_ids" TEXT[],
    "values" DOUBLE PRECISION[],
    "label_mass" DOUBLE PRECISION NOT NULL,
    "missing_label_count" INTEGER NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "artwork_score_pkey" PRIMARY KEY ("member_id","title_id","candidate_set_hash","model_version")
);

-- CreateTable
CREATE TABLE "model_version" (
    "version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT false,
    "payload" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "artwork_title_id_idx" ON "artwork"("title_id");

-- CreateIndex
CREATE INDEX "decision_member_id_decided_at_idx" ON "decision"("member_id", "decided_at");

-- CreateIndex
CREATE INDEX "decision_decided_at_id_idx" ON "decision"("decided_at", "id");

-- CreateIndex
CREATE INDEX "event_decision_id_type_idx" ON "event"("decision_id", "type");

-- CreateIndex
CREATE INDEX "reward_due_impression_at_idx" ON "reward_due"("impression_at");

-- CreateIndex
CREATE INDEX "model_version_kind_is_active_idx" ON "model_version"("kind", "is_active");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- AddForeignKey
ALTER TABLE "artwork" ADD CONSTRAINT "artwork_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_entry" ADD CONSTRAINT "history_entry_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward" ADD CONSTRAINT "reward_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward_due" ADD CONSTRAINT "reward_due_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say. `prisma migrate` compares none of the following, so it stays through drift checks.

-- The log's promises: an impossible probability or reward must not be stored, whoever writes it.
ALTER TABLE "decision"
    ADD CONSTRAINT "decision_propensity_check" CHECK ("propensity" > 0 AND "propensity" <= 1),
    ADD CONSTRAINT "decision_locked_check" CHECK (NOT "is_locked" OR "propensity" = 1);
ALTER TABLE "event"
    ADD CONSTRAINT "event_progress_check" CHECK ("progress_fraction" >= 0 AND "progress_fraction" <= 1);
ALTER TABLE "reward"
    ADD CONSTRAINT "reward_reward_check" CHECK ("reward" >= -1 AND "reward" <= 1);
ALTER TABLE "artwork_score"
    ADD CONSTRAINT "artwork_score_values_check" CHECK (cardinality("artwork_ids") = cardinality("values"));
ALTER TABLE "history_entry"
    ADD CONSTRAINT "history_entry_rating_check" CHECK ("rating" >= 0.5 AND "rating" <= 5);

-- Eligibility trusts these words; a level it does not know must not reach it by an edit in psql.
ALTER TABLE "title"
    ADD CONSTRAINT "title_maturity_check" CHECK ("maturity" IN ('0', '7', '12', '16', '18'));
ALTER TABLE "artwork"
    ADD CONSTRAINT "artwork_maturity_check" CHECK ("maturity" IN ('0', '7', '12', '16', '18')),
    ADD CONSTRAINT "artwork_review_state_check" CHECK ("review_state" IN ('candidate', 'approved', 'rejected')),
    ADD CONSTRAINT "artwork_picture_check"
        CHECK (num_nulls("sha256", "width_px", "height_px", "size_bytes", "media_type") IN (0, 5));

-- One active model per kind.
CREATE UNIQUE INDEX "model_version_active_key" ON "model_version"("kind") WHERE "is_active";

-- The catalogue's version: counted in the changing transaction, so a reader never sees a new number with old rows
-- (a largest updated_at would miss two changes in one millisecond, slow clocks, late commits and edits in psql).
ALTER TABLE "catalogue_version" ADD CONSTRAINT "catalogue_version_single_check" CHECK ("id" = 1);
INSERT INTO "catalogue_version" ("id", "number") VALUES (1, 0);

CREATE FUNCTION "count_catalogue_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "catalogue_version" SET "number" = "number" + 1 WHERE "id" = 1;
    RETURN NULL;
END $$;

CREATE TRIGGER "title_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "title"
    FOR EACH STATEMENT EXECUTE FUNCTION "count_catalogue_change"();
CREATE TRIGGER "artwork_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "artwork"
    FOR EACH STATEMENT EXECUTE FUNCTION "count_catalogue_change"();
