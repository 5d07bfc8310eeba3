import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Papers1767225600026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        item_id uuid NOT NULL,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        members_only_reason text,
        withdrawn_at timestamp(3) with time zone,
        withdrawn_by_id uuid,
        withdraw_reason text,
        CONSTRAINT paper_key PRIMARY KEY (id),
        CONSTRAINT paper_of_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT paper_withdrawn_by FOREIGN KEY (withdrawn_by_id) REFERENCES person (id),
        CONSTRAINT paper_withdrawn_with_reason
          CHECK (num_nonnulls(withdrawn_at, withdrawn_by_id, withdraw_reason) IN (0, 3))
      )`);
    await runner.query(`CREATE INDEX paper_by_meeting ON paper (meeting_id)`);
    await runner.query(`
      CREATE TABLE paper_version (
        paper_id uuid NOT NULL,
        number integer NOT NULL,
        file_name text NOT NULL,
        format text NOT NULL,
        size integer NOT NULL,
        fingerprint text NOT NULL,
        added_by_id uuid NOT NULL,
        added_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT paper_version_key PRIMARY KEY (paper_id, number),
        CONSTRAINT paper_version_of FOREIGN KEY (paper_id) REFERENCES paper (id),
        CONSTRAINT paper_version_by FOREIGN KEY (added_by_id) REFERENCES person (id),
        CONSTRAINT paper_versions_from_one CHECK (number >= 1),
        CONSTRAINT paper_version_format
          CHECK (format IN ('PDF', 'ODT', 'DOCX', 'ODS', 'XLSX', 'CSV', 'PNG', 'JPEG', 'MARKDOWN', 'TEXT')),
        CONSTRAINT paper_version_size CHECK (size BETWEEN 1 AND 10485760),
        CONSTRAINT paper_version_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      CREATE TABLE paper_file (
        paper_id uuid NOT NULL,
        number integer NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT paper_file_key PRIMARY KEY (paper_id, number),
        CONSTRAINT paper_file_of FOREIGN KEY (paper_id, number) REFERENCES paper_version (paper_id, number),
        CONSTRAINT paper_file_size CHECK (octet_length(content) BETWEEN 1 AND 10485760)
      )`);
    // Files are read in pieces, and most are compressed already.
    await runner.query(`ALTER TABLE paper_file ALTER COLUMN content SET STORAGE EXTERNAL`);
    // What was handed out stays: a change is a new version. A paper changes once, when it is withdrawn.
    await runner.query(`
      CREATE TRIGGER paper_withdrawn_once BEFORE UPDATE ON paper
      FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION refuse_rewriting()`);
    for (const table of ['paper_version', 'paper_file']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`);
    }
    await runner.query(`GRANT SELECT, INSERT ON paper, paper_version, paper_file TO hemicycle_app`);
    await runner.query(
      `GRANT UPDATE (withdrawn_at, withdrawn_by_id, withdraw_reason) ON paper TO hemicycle_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE paper_file, paper_version, paper`);
  }
}
