-- AlterTable
ALTER TABLE "title" ADD COLUMN     "cast" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "artwork" ADD COLUMN     "blurhash" TEXT,
ADD COLUMN     "dominant_colour" TEXT,
ADD COLUMN     "frame_position_fraction" DOUBLE PRECISION,
ADD COLUMN     "perceptual_hash" TEXT,
ADD COLUMN     "review_reason" TEXT,
ADD COLUMN     "shown_people" TEXT[];

-- CreateTable
CREATE TABLE "artwork_reading" (
    "artwork_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "features" JSONB NOT NULL,
    "look" JSONB NOT NULL,
    "description" JSONB,
    "suitability" JSONB,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "artwork_reading_pkey" PRIMARY KEY ("artwork_id")
);

-- AddForeignKey
ALTER TABLE "artwork_reading" ADD CONSTRAINT "artwork_reading_artwork_id_fkey" FOREIGN KEY ("artwork_id") REFERENCES "artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a picture's reading says changes which artworks may be shown and how they are ranked.
CREATE TRIGGER "artwork_reading_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "artwork_reading"
    FOR EACH STATEMENT EXECUTE FUNCTION "count_catalogue_change"();
