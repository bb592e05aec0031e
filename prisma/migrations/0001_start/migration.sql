-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('PERSON', 'ORGANISATION', 'ALLIANCE');

-- CreateEnum
CREATE TYPE "Capacity" AS ENUM ('RESEARCHER', 'OFFICIAL', 'RESIDENT');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('INVITED', 'ASKED', 'TAKES_PART', 'DECLINED', 'LATER', 'LEFT');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('OPEN', 'LINK', 'CLOSED');

-- CreateEnum
CREATE TYPE "InvitationWay" AS ENUM ('LINK', 'EMAIL');

-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('FACTS', 'UNDERSTANDING', 'SKILL', 'FAMILIARITY');

-- CreateEnum
CREATE TYPE "HowKnown" AS ENUM ('READ', 'MEASURED', 'PRACTISED', 'LIVED', 'TOLD');

-- CreateEnum
CREATE TYPE "ContributionState" AS ENUM ('GIVEN', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Approval" AS ENUM ('NOT_NEEDED', 'NOT_YET', 'APPROVED');

-- CreateEnum
CREATE TYPE "QuestionAbout" AS ENUM ('KIND', 'CLAIM');

-- CreateEnum
CREATE TYPE "QuestionOutcome" AS ENUM ('OPEN', 'KEPT', 'CHANGED');

-- CreateEnum
CREATE TYPE "MediaKind" AS ENUM ('PICTURE', 'RECORDING');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('PREVIEW', 'RUNNING', 'DONE', 'FAILED', 'UNDONE');

-- CreateEnum
CREATE TYPE "FramingField" AS ENUM ('NAME', 'BELONGS', 'OUTSIDE', 'FOR_WHOM', 'UNKNOWN', 'NORMS');

-- CreateEnum
CREATE TYPE "UpdateOrigin" AS ENUM ('EDIT', 'RESTORE', 'IMPORT', 'SYSTEM');

-- CreateTable
CREATE TABLE "actor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "ActorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT,
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "guest" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "actor_id" UUID NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "address_pkey" PRIMARY KEY ("actor_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "merged_into_id" UUID,
    "added_by_id" UUID,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_name" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" UUID,

    CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alliance" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "ground_rules" TEXT NOT NULL DEFAULT '',
    "visibility" "Visibility" NOT NULL DEFAULT 'OPEN',
    "formed_by_id" UUID,
    "formed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "alliance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "standing" "Standing" NOT NULL,
    "capacity" "Capacity",
    "knows" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "invited_by_id" UUID,
    "admitted_by_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "participation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "mandate" TEXT NOT NULL DEFAULT '',
    "until" DATE,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "representation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coordinating" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),
    "from_id" UUID,
    "passed_by_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "coordinating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "way" "InvitationWay" NOT NULL,
    "code" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'sv',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "sentence" TEXT NOT NULL,
    "named_by_id" UUID,
    "named_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "problem_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "belongs" TEXT NOT NULL DEFAULT '',
    "outside" TEXT NOT NULL DEFAULT '',
    "for_whom" TEXT NOT NULL DEFAULT '',
    "unknown" TEXT NOT NULL DEFAULT '',
    "norms" TEXT NOT NULL DEFAULT '',
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "framing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reframing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "framing_id" UUID NOT NULL,
    "field" "FramingField" NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" UUID,
    "capacity" "Capacity",
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reframing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collab_document" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "snapshot_seq" BIGINT NOT NULL DEFAULT 0,
    "bytes_since" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collab_client" (
    "document_id" UUID NOT NULL,
    "client_id" BIGINT NOT NULL,
    "actor_id" UUID,
    "session_id" UUID,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_client_pkey" PRIMARY KEY ("document_id","client_id")
);

-- CreateTable
CREATE TABLE "collab_update" (
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "actor_id" UUID,
    "origin" "UpdateOrigin" NOT NULL DEFAULT 'EDIT',
    "update" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_update_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "collab_snapshot" (
    "document_id" UUID NOT NULL,
    "upto_seq" BIGINT NOT NULL,
    "state" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_snapshot_pkey" PRIMARY KEY ("document_id","upto_seq")
);

-- CreateTable
CREATE TABLE "collab_quarantine" (
    "id" BIGSERIAL NOT NULL,
    "document_id" UUID NOT NULL,
    "actor_id" UUID,
    "update" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framing_reading" (
    "framing_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "content" JSONB NOT NULL,
    "plain" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "framing_reading_pkey" PRIMARY KEY ("framing_id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "framing_id" UUID,
    "state" "ContributionState" NOT NULL DEFAULT 'GIVEN',
    "text" TEXT NOT NULL,
    "language" TEXT,
    "kinds" "Kind"[],
    "how_known" "HowKnown"[],
    "proposal" BOOLEAN NOT NULL DEFAULT false,
    "tacit" BOOLEAN NOT NULL DEFAULT false,
    "telling" JSONB,
    "source_url" TEXT,
    "source_text" TEXT,
    "anchor" JSONB,
    "quote" TEXT,
    "stated_author" TEXT,
    "written_down_by_id" UUID,
    "approval" "Approval" NOT NULL DEFAULT 'NOT_NEEDED',
    "import_id" UUID,
    "import_row" INTEGER,
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "corrected_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_author" (
    "contribution_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "actor_id" UUID,
    "capacity" "Capacity",
    "organisation_id" UUID,

    CONSTRAINT "contribution_author_pkey" PRIMARY KEY ("contribution_id","position")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "contribution_id" UUID NOT NULL,
    "before" TEXT NOT NULL,
    "kinds_before" "Kind"[],
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "contribution_id" UUID NOT NULL,
    "about" "QuestionAbout" NOT NULL,
    "text" TEXT NOT NULL,
    "kinds" "Kind"[],
    "asked_by_id" UUID,
    "capacity" "Capacity",
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "outcome" "QuestionOutcome" NOT NULL DEFAULT 'OPEN',

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "contribution_id" UUID,
    "uploaded_by_id" UUID,
    "kind" "MediaKind" NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "duration_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_blob" (
    "media_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "media_blob_pkey" PRIMARY KEY ("media_id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "framing_id" UUID,
    "imported_by_id" UUID,
    "file_name" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'PREVIEW',
    "encoding" TEXT NOT NULL DEFAULT 'utf-8',
    "delimiter" TEXT NOT NULL DEFAULT ',',
    "columns" TEXT[],
    "mapping" JSONB,
    "file" BYTEA,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "refused" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "alliance_id" UUID,
    "url" TEXT,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" BYTEA NOT NULL,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "nonce_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "alliance_id" UUID,
    "actor_id" UUID,
    "capacity" "Capacity",
    "verb" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "actor_kind_name_idx" ON "actor"("kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "address_email_key" ON "address"("email");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_merged_into_id_idx" ON "organisation"("merged_into_id");

-- CreateIndex
CREATE INDEX "organisation_name_organisation_id_idx" ON "organisation_name"("organisation_id");

-- CreateIndex
CREATE INDEX "alliance_visibility_formed_at_idx" ON "alliance"("visibility", "formed_at");

-- CreateIndex
CREATE INDEX "participation_actor_id_standing_idx" ON "participation"("actor_id", "standing");

-- CreateIndex
CREATE UNIQUE INDEX "participation_alliance_id_actor_id_key" ON "participation"("alliance_id", "actor_id");

-- CreateIndex
CREATE INDEX "representation_participation_id_idx" ON "representation"("participation_id");

-- CreateIndex
CREATE INDEX "representation_person_id_idx" ON "representation"("person_id");

-- CreateIndex
CREATE INDEX "coordinating_alliance_id_idx" ON "coordinating"("alliance_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_key" ON "invitation"("code");

-- CreateIndex
CREATE INDEX "invitation_alliance_id_idx" ON "invitation"("alliance_id");

-- CreateIndex
CREATE INDEX "problem_alliance_id_named_at_idx" ON "problem"("alliance_id", "named_at");

-- CreateIndex
CREATE INDEX "framing_problem_id_opened_at_idx" ON "framing"("problem_id", "opened_at");

-- CreateIndex
CREATE INDEX "framing_alliance_id_opened_at_idx" ON "framing"("alliance_id", "opened_at");

-- CreateIndex
CREATE INDEX "reframing_framing_id_at_idx" ON "reframing"("framing_id", "at");

-- CreateIndex
CREATE INDEX "collab_quarantine_document_id_idx" ON "collab_quarantine"("document_id");

-- CreateIndex
CREATE INDEX "contribution_alliance_id_given_at_id_idx" ON "contribution"("alliance_id", "given_at" DESC, "id");

-- CreateIndex
CREATE INDEX "contribution_framing_id_given_at_id_idx" ON "contribution"("framing_id", "given_at" DESC, "id");

-- CreateIndex
CREATE INDEX "contribution_import_id_idx" ON "contribution"("import_id");

-- CreateIndex
CREATE INDEX "contribution_author_actor_id_idx" ON "contribution_author"("actor_id");

-- CreateIndex
CREATE INDEX "contribution_author_organisation_id_idx" ON "contribution_author"("organisation_id");

-- CreateIndex
CREATE INDEX "correction_contribution_id_at_idx" ON "correction"("contribution_id", "at");

-- CreateIndex
CREATE INDEX "question_contribution_id_asked_at_idx" ON "question"("contribution_id", "asked_at");

-- CreateIndex
CREATE INDEX "media_contribution_id_idx" ON "media"("contribution_id");

-- CreateIndex
CREATE INDEX "media_created_at_idx" ON "media"("created_at");

-- CreateIndex
CREATE INDEX "import_run_alliance_id_created_at_idx" ON "import_run"("alliance_id", "created_at");

-- CreateIndex
CREATE INDEX "initiative_alliance_id_idx" ON "initiative"("alliance_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_actor_id_idx" ON "session"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_email_created_at_idx" ON "sign_in_link"("email", "created_at");

-- CreateIndex
CREATE INDEX "letter_created_at_idx" ON "letter"("created_at");

-- CreateIndex
CREATE INDEX "ledger_entry_alliance_id_id_idx" ON "ledger_entry"("alliance_id", "id");

-- CreateIndex
CREATE INDEX "ledger_entry_subject_id_id_idx" ON "ledger_entry"("subject_id", "id");

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_id_fkey" FOREIGN KEY ("id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance" ADD CONSTRAINT "alliance_id_fkey" FOREIGN KEY ("id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordinating" ADD CONSTRAINT "coordinating_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framing" ADD CONSTRAINT "framing_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reframing" ADD CONSTRAINT "reframing_framing_id_fkey" FOREIGN KEY ("framing_id") REFERENCES "framing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_author" ADD CONSTRAINT "contribution_author_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_blob" ADD CONSTRAINT "media_blob_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

