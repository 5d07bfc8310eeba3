import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Procedure1767225600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await runner.query(`
      CREATE TABLE forum (
        one boolean NOT NULL,
        demonstration boolean NOT NULL,
        founding_group_ended_on date,
        CONSTRAINT forum_key PRIMARY KEY (one),
        CONSTRAINT forum_is_one CHECK (one)
      )`);
    await runner.query(`INSERT INTO forum (one, demonstration) VALUES (true, false)`);
    await runner.query(`
      CREATE TABLE secretariat_body (
        id uuid NOT NULL,
        name_fr text NOT NULL,
        name_en text NOT NULL,
        registered_on date NOT NULL,
        CONSTRAINT secretariat_body_key PRIMARY KEY (id),
        CONSTRAINT secretariat_body_name_fr_once UNIQUE (name_fr),
        CONSTRAINT secretariat_body_name_en_once UNIQUE (name_en)
      )`);
    await runner.query(`
      CREATE TABLE secretariat_appointment (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        body_id uuid NOT NULL,
        from_on date NOT NULL,
        until_on date,
        CONSTRAINT secretariat_appointment_key PRIMARY KEY (id),
        CONSTRAINT secretariat_appointment_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT secretariat_appointment_body FOREIGN KEY (body_id) REFERENCES secretariat_body (id),
        CONSTRAINT secretariat_appointment_days_in_order CHECK (until_on >= from_on),
        CONSTRAINT secretariat_appointment_one_a_person
          EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)
      )`);
    await runner.query(`CREATE INDEX secretariat_appointment_by_body ON secretariat_appointment (body_id)`);
    await runner.query(`
      CREATE TABLE founding_group_membership (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        college text NOT NULL,
        from_on date NOT NULL,
        until_on date,
        CONSTRAINT founding_group_membership_key PRIMARY KEY (id),
        CONSTRAINT founding_group_membership_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT founding_group_membership_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT founding_group_membership_days_in_order CHECK (until_on >= from_on),
        CONSTRAINT founding_group_membership_one_a_person
          EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)
      )`);
    await runner.query(`
      CREATE TABLE rules_of_procedure_edition (
        id uuid NOT NULL,
        number integer NOT NULL,
        state text NOT NULL,
        rules jsonb NOT NULL,
        drafted_by_id uuid,
        drafted_at timestamp(3) with time zone NOT NULL,
        adopted_by text,
        approved_by_id uuid,
        in_force_from_on date,
        in_force_until_on date,
        ratified_on date,
        CONSTRAINT rules_of_procedure_edition_key PRIMARY KEY (id),
        CONSTRAINT rules_of_procedure_edition_drafted_by FOREIGN KEY (drafted_by_id) REFERENCES person (id),
        CONSTRAINT rules_of_procedure_edition_approved_by FOREIGN KEY (approved_by_id) REFERENCES person (id),
        CONSTRAINT rules_of_procedure_edition_number CHECK (number >= 1),
        CONSTRAINT rules_of_procedure_edition_state CHECK (state IN ('DRAFTED', 'SUPERSEDED', 'ADOPTED')),
        CONSTRAINT rules_of_procedure_edition_adopter CHECK (adopted_by IN ('FOUNDING_GROUP', 'PLENARY')),
        CONSTRAINT rules_of_procedure_edition_founders_first CHECK (adopted_by <> 'FOUNDING_GROUP' OR number = 1),
        CONSTRAINT rules_of_procedure_edition_adoption_whole CHECK (
          (state = 'ADOPTED') = (adopted_by IS NOT NULL) AND (state = 'ADOPTED') = (in_force_from_on IS NOT NULL)
        ),
        CONSTRAINT rules_of_procedure_edition_days_in_order CHECK (in_force_until_on >= in_force_from_on),
        CONSTRAINT rules_of_procedure_edition_ratified CHECK (
          ratified_on >= in_force_from_on AND (ratified_on IS NULL OR adopted_by = 'FOUNDING_GROUP')
        )
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX rules_of_procedure_edition_one_draft
      ON rules_of_procedure_edition (state) WHERE state = 'DRAFTED'`);
    await runner.query(`
      CREATE UNIQUE INDEX rules_of_procedure_edition_adopted_once
      ON rules_of_procedure_edition (number) WHERE state = 'ADOPTED'`);
    await runner.query(`
      GRANT SELECT, INSERT ON secretariat_body, secretariat_appointment, founding_group_membership,
        rules_of_procedure_edition TO hemicycle_app`);
    // What was drafted stays as it was drafted.
    await runner.query(`
      GRANT UPDATE (number, state, adopted_by, approved_by_id, in_force_from_on, in_force_until_on, ratified_on)
      ON rules_of_procedure_edition TO hemicycle_app`);
    await runner.query(`GRANT SELECT ON forum TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (demonstration, founding_group_ended_on) ON forum TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (until_on) ON secretariat_appointment, founding_group_membership TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE rules_of_procedure_edition, founding_group_membership, secretariat_appointment, secretariat_body, forum`,
    );
  }
}
