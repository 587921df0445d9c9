CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "key_name" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "target" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "status" INTEGER,
    "summary" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");
CREATE INDEX "audit_entry_key_id_idx" ON "audit_entry"("key_id");

-- What Prisma's schema cannot say: an entry is closed once, and never changed or removed but by the retention below.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD."status" IS NULL AND NEW."status" IS NOT NULL
            AND (to_jsonb(NEW) - 'status' - 'summary') = (to_jsonb(OLD) - 'status' - 'summary') THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF current_setting('keyart.audit_retention', true) = 'on' THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'audit entries are not changed' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "audit_entry_unchanged" BEFORE UPDATE OR DELETE ON "audit_entry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_entry_kept" BEFORE TRUNCATE ON "audit_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

CREATE FUNCTION "prune_audit"("before" timestamptz, "most" integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    "pruned" integer;
BEGIN
    PERFORM set_config('keyart.audit_retention', 'on', true);
    DELETE FROM "audit_entry" WHERE "id" IN (SELECT "id" FROM "audit_entry" WHERE "at" < "before" ORDER BY "at" LIMIT "most");
    GET DIAGNOSTICS "pruned" = ROW_COUNT;
    PERFORM set_config('keyart.audit_retention', 'off', true);
    RETURN "pruned";
END $$;
