-- What similarity and audience forecasts read of a title.
ALTER TABLE "title" ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "origin_countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "original_language" TEXT;
