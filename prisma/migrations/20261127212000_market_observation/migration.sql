-- Where titles were offered and found their audience.
CREATE TABLE "market_observation" (
    "title_id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "is_offered" BOOLEAN NOT NULL,
    "is_charted" BOOLEAN NOT NULL,
    "observed_on" DATE NOT NULL,

    CONSTRAINT "market_observation_pkey" PRIMARY KEY ("title_id","country")
);

ALTER TABLE "market_observation" ADD CONSTRAINT "market_observation_title_id_fkey" FOREIGN KEY ("title_id") REFERENCES "title"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is not offered cannot chart.
ALTER TABLE "market_observation" ADD CONSTRAINT "market_observation_offered_check" CHECK ("is_offered" OR NOT "is_charted");
