import { migrate } from '../../api/src/migrate.js';

// The operator's commands: being written.
const [command] = process.argv.slice(2);
if (command === 'migrate') console.log((await migrate(process.env['DATABASE_URL'] ?? '')).join('\n'));
