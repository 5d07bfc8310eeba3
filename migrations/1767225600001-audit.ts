import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Roles belong to the whole cluster: another database of it may have made this one already.
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hemicycle_app') THEN
          CREATE ROLE hemicycle_app NOLOGIN;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    // One login may serve as owner and, through this role, as application; a login apart is safer.
    await runner.query(`GRANT hemicycle_app TO CURRENT_USER`);
    await runner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO hemicycle_app`);
    await runner.query(`GRANT SELECT ON migration TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE audit_row (
        seq bigint NOT NULL,
        at timestamp(3) with time zone NOT NULL,
        command text NOT NULL,
        actor_id uuid,
        subject_id uuid,
        fingerprint text,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT audit_row_key PRIMARY KEY (seq),
        CONSTRAINT audit_row_hash_once UNIQUE (hash),
        CONSTRAINT audit_row_one_successor UNIQUE (previous_hash),
        CONSTRAINT audit_row_seq_from_one CHECK (seq >= 1)
      )`);
    await runner.query(`CREATE INDEX audit_row_about ON audit_row (subject_id)`);
    await runner.query(`GRANT SELECT, INSERT ON audit_row TO hemicycle_app`);
    await runner.query(`
      CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_row_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_row
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_row`);
    await runner.query(`DROP FUNCTION refuse_rewriting()`);
    await runner.query(`REVOKE SELECT ON migration FROM hemicycle_app`);
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM hemicycle_app`);
  }
}
