import type { Command } from 'commander';
import type { Context } from '../context.ts';

export interface DoctorFlags {
  readonly json: boolean;
  readonly offline: boolean;
  readonly data?: readonly string[] | undefined;
  readonly demo: boolean;
}

type Run = (flags: DoctorFlags, context: Context) => Promise<void>;

/** `ecom doctor [--json] [--offline] [--data …]`. */
export function registerDoctor(program: Command, context: Context, run: Run = doctor): void {
  program
    .command('doctor')
    .description('check that everything is in place: node, configuration, key, model, data')
    .option('--json', 'as JSON')
    .option('--offline', 'do not ask the model’s service')
    .option('-d, --data <path...>', 'files and folders to look at (default: this folder)')
    .option('--demo', 'look at the bundled demo shop')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json, offline, data, demo }: Partial<DoctorFlags>) => {
      await run({ json: json === true, offline: offline === true, data, demo: demo === true }, context);
    });
}

const EXAMPLES = `
Examples:
  ecom doctor
  ecom doctor --offline
  ecom doctor --json

Exit code 0 when nothing says "no", else 4.`;

async function doctor(flags: DoctorFlags, context: Context): Promise<void> {
  const { runDoctor } = await import('./doctor-run.ts');
  await runDoctor(flags, context);
}
