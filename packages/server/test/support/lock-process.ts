// A process that holds a folder until it is ended.
import { lockFolder } from '../../src/database/folder-lock.ts';

await lockFolder(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => undefined, 1000);
