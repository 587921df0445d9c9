-- Maps of similar titles: versions, their entries, who is rebuilding, and embedded synopses.
CREATE TABLE "title_map" (
    "version" TEXT NOT NULL,
    "source_hash" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "blocks" TEXT[],
    "text_model" TEXT,
    "title_count" INTEGER NOT NULL,
    "communities" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "title_map_pkey" PRIMARY KEY ("version")
);
CREATE INDEX "title_map_published_at_idx" ON "title_map"("published_at");

CREATE TABLE "title_map_entry" (
    "version" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER,
    "x" DOUBLE PRECISION NOT NULL,
    "y" DOUBLE PRECISION NOT NULL,
    "communities" INTEGER[],
    "similar_titles" JSONB NOT NULL,

    CONSTRAINT "title_map_entry_pkey" PRIMARY KEY ("version", "title_id"),
    CONSTRAINT "title_map_entry_version_fkey" FOREIGN KEY ("version") REFERENCES "title_map"("version") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "title_map_lease" (
    "id" INTEGER NOT NULL,
    "holder" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "title_map_lease_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "synopsis_embedding" (
    "synopsis_hash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "embedded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "synopsis_embedding_pkey" PRIMARY KEY ("synopsis_hash", "model")
);
