CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "member_hash" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "erasure_member_hash_idx" ON "erasure"("member_hash");

-- One open erasure a member: asking twice is asking once.
CREATE UNIQUE INDEX "erasure_open_key" ON "erasure"("member_hash") WHERE "completed_at" IS NULL;
