-- The keys by which the installation knows its own files again. A new one may be made beside an old one; none is taken away.
CREATE TABLE "export_key" (
    "id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "private_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_key_pkey" PRIMARY KEY ("id")
);
