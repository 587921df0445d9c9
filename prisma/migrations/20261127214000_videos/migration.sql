CREATE TABLE "video" (
    "id" UUID NOT NULL,
    "title_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "author" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "rights_from" TIMESTAMPTZ(3),
    "rights_until" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "problem_code" TEXT,
    "problem" TEXT,
    "probe" JSONB,
    "analysis" JSON,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "video_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "video_status_known" CHECK ("status" IN ('uploaded', 'analysing', 'ready', 'failed')),
    CONSTRAINT "video_progress_fraction" CHECK ("progress" BETWEEN 0 AND 1),
    CONSTRAINT "video_ready_analysed" CHECK ("status" <> 'ready' OR "analysis" IS NOT NULL),
    CONSTRAINT "video_failed_says_why" CHECK (("status" = 'failed') = ("problem_code" IS NOT NULL))
);

CREATE TABLE "frame_promotion" (
    "video_id" UUID NOT NULL,
    "frame" INTEGER NOT NULL,
    "aspect" TEXT NOT NULL,
    "artwork_id" TEXT NOT NULL,

    CONSTRAINT "frame_promotion_pkey" PRIMARY KEY ("video_id", "frame", "aspect")
);

CREATE TABLE "shot_playback" (
    "video_id" UUID NOT NULL,
    "shot" INTEGER NOT NULL,
    "exposure_count" INTEGER NOT NULL DEFAULT 0,
    "replay_count" INTEGER NOT NULL DEFAULT 0,
    "drop_off_count" INTEGER NOT NULL DEFAULT 0,
    "pause_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shot_playback_pkey" PRIMARY KEY ("video_id", "shot")
);

CREATE TABLE "playback_receipt" (
    "event_hash" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "playback_receipt_pkey" PRIMARY KEY ("event_hash")
);

CREATE UNIQUE INDEX "video_title_id_sha256_key" ON "video"("title_id", "sha256");
CREATE INDEX "playback_receipt_received_at_idx" ON "playback_receipt"("received_at");

ALTER TABLE "video" ADD CONSTRAINT "video_title_id_fkey"
    FOREIGN KEY ("title_id") REFERENCES "title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "frame_promotion" ADD CONSTRAINT "frame_promotion_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "frame_promotion" ADD CONSTRAINT "frame_promotion_artwork_id_fkey"
    FOREIGN KEY ("artwork_id") REFERENCES "artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "shot_playback" ADD CONSTRAINT "shot_playback_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
