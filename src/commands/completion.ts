import { Argument, type Command } from 'commander';
import type { Context } from '../context.ts';

export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

type Run = (shell: Shell, program: Command, context: Context) => Promise<void>;

/** `ecom completion bash|zsh|fish|powershell`. */
export function registerCompletion(program: Command, context: Context, run: Run = completion): void {
  program
    .command('completion')
    .description('print a script that completes commands and flags with Tab')
    .addArgument(new Argument('<shell>', 'your shell').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: Shell) => {
      await run(shell, program, context);
    });
}

const EXAMPLES = `
Examples:
  bash        echo 'source <(ecom completion bash)' >> ~/.bashrc
  zsh         echo 'source <(ecom completion zsh)' >> ~/.zshrc
  fish        ecom completion fish > ~/.config/fish/completions/ecom.fish
  powershell  ecom completion powershell | Out-String | Invoke-Expression`;

async function completion(shell: Shell, program: Command, context: Context): Promise<void> {
  const { completionScript } = await import('./completion-script.ts');
  context.stdout.write(completionScript(shell, program));
}
