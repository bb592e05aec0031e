-- A file without headings begins with a statement; its first row is brought in like the others.
ALTER TABLE "import_run" ADD COLUMN "heading" BOOLEAN NOT NULL DEFAULT true;
