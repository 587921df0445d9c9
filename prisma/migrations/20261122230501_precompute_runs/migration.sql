-- CreateTable
CREATE TABLE "precompute_run" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "total_count" INTEGER NOT NULL,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "cursor" TEXT NOT NULL DEFAULT '',
    "active_since" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "precompute_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "precompute_member" (
    "run_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,

    CONSTRAINT "precompute_member_pkey" PRIMARY KEY ("run_id","member_id")
);

-- CreateIndex
CREATE INDEX "precompute_run_started_at_id_idx" ON "precompute_run"("started_at", "id");

-- CreateIndex
CREATE INDEX "precompute_member_member_id_idx" ON "precompute_member"("member_id");

-- AddForeignKey
ALTER TABLE "precompute_member" ADD CONSTRAINT "precompute_member_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "precompute_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "precompute_member" ADD CONSTRAINT "precompute_member_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One run at a time; Prisma cannot say so.
CREATE UNIQUE INDEX "precompute_run_unfinished" ON "precompute_run" ((true)) WHERE "status" IN ('running', 'paused');

-- A score belongs to the profile it was made from: late scores of an old profile must not replace those of the new one.
ALTER TABLE "artwork_score" DROP CONSTRAINT "artwork_score_pkey",
ADD CONSTRAINT "artwork_score_pkey" PRIMARY KEY ("member_id", "title_id", "candidate_set_hash", "model_version", "profile_version");
