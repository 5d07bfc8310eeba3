// The least that could answer the question: node:http, one statement that builds the JSON, its text as it comes.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const LISTS = {
  '/members': {
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
  },
  '/meetings': {
    name: 'meetings',
    text: `
      SELECT json_build_object('data', json_build_object('meetings', json_build_object('nodes', json_agg(
        json_build_object('id', m.id, 'number', m.number, 'startsAt', ${instant('m.starts_at')},
          'on', (m.starts_at AT TIME ZONE 'Europe/Paris')::date, 'place', m.place, 'state', m.state,
          'agenda', json_build_object('version', a.version, 'state', 'PUBLISHED', 'items', a.items))
        ORDER BY m.starts_at DESC, m.id DESC))))::text AS body
      FROM meeting m
      JOIN LATERAL (
        SELECT version, json_agg(json_build_object('id', item_id, 'position', position, 'kind', kind, 'title', title_fr,
          'office', office, 'college', college) ORDER BY position) AS items
        FROM agenda_item WHERE meeting_id = m.id AND version = (
          SELECT max(version) FROM (SELECT agenda_version AS version FROM convocation WHERE meeting_id = m.id
            UNION ALL SELECT version FROM agenda_publication WHERE meeting_id = m.id) published)
        GROUP BY version) a ON true`,
  },
};

/** As JSON.stringify writes it. */
function instant(column) {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const server = createServer((request, response) => {
  request.resume();
  if (request.url === '/ready') return response.end();
  pool.query(LISTS[request.url]).then(
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
