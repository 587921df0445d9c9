CREATE TABLE "caption_embedding" (
    "caption_hash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "embedded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "caption_embedding_pkey" PRIMARY KEY ("caption_hash", "model")
);

CREATE INDEX "caption_embedding_model_embedded_at_idx" ON "caption_embedding"("model", "embedded_at");
