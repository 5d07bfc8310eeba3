import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reports1767225600025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE group_report (
        id uuid NOT NULL,
        group_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        language text NOT NULL,
        submitted_at timestamp(3) with time zone,
        submitted_by_id uuid,
        submitted_version integer,
        CONSTRAINT group_report_key PRIMARY KEY (id),
        CONSTRAINT group_report_one_a_plenary UNIQUE (group_id, meeting_id),
        CONSTRAINT group_report_of FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT group_report_to FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT group_report_submitted_by FOREIGN KEY (submitted_by_id) REFERENCES person (id),
        CONSTRAINT group_report_language CHECK (language IN ('fr', 'en')),
        CONSTRAINT group_report_submitted
          CHECK ((submitted_at IS NULL) = (submitted_by_id IS NULL) AND (submitted_at IS NULL) = (submitted_version IS NULL))
      )`);
    await runner.query(`CREATE INDEX group_report_by_plenary ON group_report (meeting_id)`);
    await runner.query(`
      CREATE TABLE group_report_version (
        report_id uuid NOT NULL,
        number integer NOT NULL,
        text text NOT NULL,
        written_by_id uuid NOT NULL,
        written_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT group_report_version_key PRIMARY KEY (report_id, number),
        CONSTRAINT group_report_version_of FOREIGN KEY (report_id) REFERENCES group_report (id),
        CONSTRAINT group_report_version_by FOREIGN KEY (written_by_id) REFERENCES person (id),
        CONSTRAINT group_report_versions_from_one CHECK (number >= 1)
      )`);
    await runner.query(`
      ALTER TABLE group_report ADD CONSTRAINT group_report_submitted_as
        FOREIGN KEY (id, submitted_version) REFERENCES group_report_version (report_id, number)`);
    // What was written stays: a change is a new version. A report changes once, when it is submitted.
    await runner.query(`
      CREATE TRIGGER group_report_submitted_once BEFORE UPDATE ON group_report
      FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION refuse_rewriting()`);
    await runner.query(`GRANT SELECT, INSERT ON group_report, group_report_version TO hemicycle_app`);
    await runner.query(
      `GRANT UPDATE (submitted_at, submitted_by_id, submitted_version) ON group_report TO hemicycle_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE group_report_version, group_report`);
  }
}
