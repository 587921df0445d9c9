-- Micro-genres of the catalogue: rebuilds, what was ever named, and the titles of those that are named now.
CREATE TABLE "micro_genre_rebuild" (
    "version" TEXT NOT NULL,
    "rebuilt_at" TIMESTAMPTZ(3) NOT NULL,
    "title_count" INTEGER NOT NULL,
    "coverage" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "micro_genre_rebuild_pkey" PRIMARY KEY ("version")
);
CREATE INDEX "micro_genre_rebuild_rebuilt_at_idx" ON "micro_genre_rebuild"("rebuilt_at");

CREATE TABLE "micro_genre" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "facets" TEXT[],
    "title_count" INTEGER NOT NULL,
    "lift" DOUBLE PRECISION NOT NULL,
    "odds_ratio" DOUBLE PRECISION NOT NULL,
    "first_version" TEXT NOT NULL,
    "last_version" TEXT NOT NULL,

    CONSTRAINT "micro_genre_pkey" PRIMARY KEY ("slug")
);
CREATE INDEX "micro_genre_last_version_idx" ON "micro_genre"("last_version");

CREATE TABLE "micro_genre_title" (
    "slug" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "micro_genre_title_pkey" PRIMARY KEY ("slug", "title_id"),
    CONSTRAINT "micro_genre_title_slug_fkey" FOREIGN KEY ("slug") REFERENCES "micro_genre"("slug") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "micro_genre_title_title_id_idx" ON "micro_genre_title"("title_id");
