// Loaded before a program (node --import): writes the peak of its resident memory, in KB, to file descriptor 3 when it ends.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  writeSync(3, String(process.resourceUsage().maxRSS));
});
