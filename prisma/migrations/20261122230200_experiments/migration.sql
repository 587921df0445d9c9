CREATE TABLE "experiment" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hypothesis" TEXT NOT NULL,
    "share_fraction" DOUBLE PRECISION NOT NULL,
    "arms" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "experiment_run" (
    "experiment_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "from_cell" INTEGER NOT NULL,
    "to_cell" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by" TEXT,

    CONSTRAINT "experiment_run_pkey" PRIMARY KEY ("experiment_id","version")
);

CREATE UNIQUE INDEX "experiment_run_salt_key" ON "experiment_run"("salt");

ALTER TABLE "experiment_run" ADD CONSTRAINT "experiment_run_experiment_id_fkey"
    FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A check may call a function, not hold a subquery.
CREATE FUNCTION "experiment_arm_name_count"(arms JSONB) RETURNS BIGINT LANGUAGE sql IMMUTABLE
    AS $$ SELECT count(DISTINCT arm ->> 'name') FROM jsonb_array_elements(arms) AS arm $$;

ALTER TABLE "experiment"
    ADD CONSTRAINT "experiment_share_check" CHECK ("share_fraction" > 0 AND "share_fraction" <= 1),
    ADD CONSTRAINT "experiment_arm_count_check" CHECK (jsonb_array_length("arms") >= 2),
    ADD CONSTRAINT "experiment_arm_names_check"
        CHECK ("experiment_arm_name_count"("arms") = jsonb_array_length("arms")),
    ADD CONSTRAINT "experiment_arm_weights_check"
        CHECK (NOT jsonb_path_exists("arms", '$[*] ? (@.weight.type() != "number" || !(@.weight > 0))'));

-- No member is in two experiments at a time, and no experiment runs twice at a time.
ALTER TABLE "experiment_run"
    ADD CONSTRAINT "experiment_run_version_check" CHECK ("version" >= 1),
    ADD CONSTRAINT "experiment_run_range_check"
        CHECK (0 <= "from_cell" AND "from_cell" < "to_cell" AND "to_cell" <= 10000),
    ADD CONSTRAINT "experiment_run_stop_check" CHECK (num_nulls("stopped_at", "stopped_by") IN (0, 2)),
    ADD CONSTRAINT "experiment_run_overlap_check"
        EXCLUDE USING gist (int4range("from_cell", "to_cell") WITH &&) WHERE ("stopped_at" IS NULL);

CREATE UNIQUE INDEX "experiment_run_running_key" ON "experiment_run"("experiment_id") WHERE "stopped_at" IS NULL;
