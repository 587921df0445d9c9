-- Keys made before have no known beginning to recognise them by.
ALTER TABLE "api_key" ADD COLUMN "prefix" TEXT NOT NULL DEFAULT '',
ADD COLUMN "expires_at" TIMESTAMPTZ(3),
ADD COLUMN "last_used_on" DATE,
ADD COLUMN "replaced_by_id" TEXT,
ADD COLUMN "revoked_at" TIMESTAMPTZ(3);

ALTER TABLE "api_key" ALTER COLUMN "prefix" DROP DEFAULT;
