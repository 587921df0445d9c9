CREATE TABLE "member_preference" (
    "member_id" TEXT NOT NULL,
    "is_personalised" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_preference_pkey" PRIMARY KEY ("member_id")
);

CREATE TABLE "pin" (
    "member_id" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "artwork_id" TEXT NOT NULL,
    "pinned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pin_pkey" PRIMARY KEY ("member_id","title_id")
);

CREATE TABLE "misleading_report" (
    "member_id" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "artwork_id" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "misleading_report_pkey" PRIMARY KEY ("member_id","title_id","artwork_id")
);

CREATE TABLE "taste_version" (
    "member_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "taste_version_pkey" PRIMARY KEY ("member_id","version")
);

ALTER TABLE "taste_version" ADD CONSTRAINT "taste_version_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Profiles built before: the last one of each member is all there is.
INSERT INTO "taste_version" ("member_id", "version", "profile", "built_at")
SELECT "id", "profile_version", "profile", "updated_at" FROM "member" WHERE "profile" IS NOT NULL;
