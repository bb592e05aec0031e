-- Whoever comes by this letter was asked to share the coordinating.
ALTER TABLE "invitation" ADD COLUMN "coordinates" BOOLEAN NOT NULL DEFAULT false;

-- Letters are handed in after the commit and tried again; the text leaves with the letter.
ALTER TABLE "letter" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "letter" ADD COLUMN "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- How names and texts are compared in searches: without case and without marks, so that malmo finds Malmö.
CREATE FUNCTION "folded"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT regexp_replace(lower(normalize($1, NFKD)), '[\u0300-\u036f]', '', 'g') $$;
