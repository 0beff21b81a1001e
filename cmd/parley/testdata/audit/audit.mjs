// Prints each audit of graphql-http on a line of its own: its status, its id, what it demands and, where it is not met, why.
import { auditServer } from 'graphql-http';

for (const { status, id, name, reason = '' } of await auditServer({ url: process.argv[2] })) {
  console.log([status, id, name, reason].join('\t'));
}
