// The least that could answer the question: node:http, one statement that builds the JSON, its text as it comes.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const LIST = {
  name: 'members',
  text: `
    SELECT json_build_object('data', json_build_object('members', json_build_object('nodes', json_agg(
      json_build_object('id', m.id, 'number', m.number,
        'person', json_build_object('id', p.id, 'name', p.name), 'college', m.college,
        'organisation', json_build_object('id', o.id, 'name', n.name_fr, 'college', o.college),
        'route', m.route, 'fromOn', m.from_on, 'untilOn', m.until_on) ORDER BY m.number))))::text AS body
    FROM member m
    JOIN person p ON p.id = m.person_id
    JOIN LATERAL (SELECT organisation_id FROM member_affiliation
      WHERE member_id = m.id AND from_on <= current_date ORDER BY from_on DESC LIMIT 1) a ON true
    JOIN organisation o ON o.id = a.organisation_id
    JOIN LATERAL (SELECT name_fr FROM organisation_name
      WHERE organisation_id = o.id AND from_on <= current_date ORDER BY from_on DESC LIMIT 1) n ON true
    WHERE current_date BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')`,
};

const server = createServer((request, response) => {
  request.resume();
  pool.query(LIST).then(
    ({ rows: [{ body }] }) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(body);
    },
    (failure) => {
      response.statusCode = 500;
      response.end(failure.message);
    },
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
