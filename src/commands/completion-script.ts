import type { Argument, Command, Option } from 'commander';
import type { Shell } from './completion.ts';
import { TOPIC_NAMES } from './help-topics.ts';

/** One word that may come next, and what it is. */
interface Word {
  readonly word: string;
  readonly summary: string;
}

/** What may follow a flag: these words, a file, or anything. */
type Values = readonly string[] | 'file' | 'any';

interface Flag {
  readonly names: readonly string[];
  readonly summary: string;
  /** undefined: the flag takes no value */
  readonly values: Values | undefined;
}

/** One command: its path (`config list`; nothing for the program itself), what it takes. */
interface Place {
  readonly path: string;
  readonly words: readonly Word[];
  readonly flags: readonly Flag[];
}

/** A script for the shell that completes the program's commands, flags and their values, made from what is registered. */
export function completionScript(shell: Shell, program: Command): string {
  const places = placesOf(program, []);
  const [root, report] = ['', 'pnl'].map((path) => places.find((place) => place.path === path));
  return SCRIPTS[shell](
    places.map((place) => {
      if (place.path === 'demo') return { ...place, flags: report?.flags ?? [] };
      if (place.path !== 'help') return place;
      return {
        ...place,
        words: [...(root?.words ?? []), ...TOPIC_NAMES.map((word) => ({ word, summary: 'topic' }))],
      };
    }),
  );
}

const SCRIPTS: Readonly<Record<Shell, (places: readonly Place[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

function placesOf(command: Command, path: readonly string[]): readonly Place[] {
  const help = command.createHelp();
  const inner = help.visibleCommands(command);
  const words = inner.map((one) => ({ word: one.name(), summary: one.description() }));
  const choices = command.registeredArguments.flatMap((argument: Argument) => argument.argChoices ?? []);
  const place: Place = {
    path: path.join(' '),
    words: [...words, ...choices.map((word) => ({ word, summary: '' }))],
    flags: help.visibleOptions(command).map(flagOf),
  };
  return [place, ...inner.flatMap((one) => placesOf(one, [...path, one.name()]))];
}

function flagOf(option: Option): Flag {
  const names = [option.long, option.short].filter((name) => name !== undefined && name !== null);
  return { names, summary: option.description, values: valuesOf(option) };
}

function valuesOf(option: Option): Values | undefined {
  if (!option.required && !option.optional) return undefined;
  if (option.argChoices !== undefined) return option.argChoices;
  return /<(file|path)/.test(option.flags) ? 'file' : 'any';
}

function wordsOf({ words, flags }: Place): readonly string[] {
  return [...words.map(({ word }) => word), ...flags.flatMap(({ names }) => names)];
}

/** Rows `pattern) body ;;` of a shell's case over `path:flag`. */
function valueCases(places: readonly Place[], body: (values: Values) => string): string {
  return places
    .flatMap(({ path, flags }) =>
      flags.flatMap(({ names, values }) =>
        values === undefined
          ? []
          : [`    ${names.map((name) => `'${path}:${name}'`).join('|')}) ${body(values)}; return ;;`],
      ),
    )
    .join('\n');
}

function pathCases(places: readonly Place[]): string {
  return places
    .filter(({ path }) => path !== '')
    .map(({ path }) => {
      const [last = '', before = ''] = [path.split(' ').at(-1), path.split(' ').slice(0, -1).join(' ')];
      return `      '${before}:${last}') place='${path}' ;;`;
    })
    .join('\n');
}

function bashScript(places: readonly Place[]): string {
  const body = (values: Values): string =>
    values === 'file'
      ? '_ecom_files'
      : values === 'any'
        ? 'COMPREPLY=()'
        : `COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$current"))`;
  return `# bash completion for ecom: source <(ecom completion bash)
_ecom_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$current"))
}

_ecom() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" place='' i
  COMPREPLY=()
  if [[ $current == '=' ]]; then current=''
  elif [[ $previous == '=' ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$place:\${COMP_WORDS[i]}" in
${pathCases(places)}
    esac
  done
  case "$place:$previous" in
${valueCases(places, body)}
  esac
  case "$place" in
${places.map((place) => `    '${place.path}') COMPREPLY=($(compgen -W '${wordsOf(place).join(' ')}' -- "$current")) ;;`).join('\n')}
  esac
  [[ \${#COMPREPLY[@]} -gt 0 || $current == -* || -z $place ]] || _ecom_files
}
complete -F _ecom ecom
`;
}

function zshScript(places: readonly Place[]): string {
  const body = (values: Values): string =>
    values === 'file' ? '_files' : values === 'any' ? '_message value' : `compadd -- ${values.join(' ')}`;
  const described = (place: Place): string =>
    [...place.words, ...place.flags.flatMap(({ names, summary }) => names.map((word) => ({ word, summary })))]
      .map(({ word, summary }) => `'${word}:${inSingleQuotes(summary)}'`)
      .join(' ');
  return `#compdef ecom
# zsh completion for ecom: source <(ecom completion zsh)
_ecom() {
  local place='' i
  local -a candidates
  for ((i = 2; i < CURRENT; i++)); do
    case "$place:\${words[i]}" in
${pathCases(places)}
    esac
  done
  case "$place:\${words[CURRENT-1]}" in
${valueCases(places, body)}
  esac
  case "$place" in
${places.map((place) => `    '${place.path}') candidates=(${described(place)}) ;;`).join('\n')}
  esac
  _describe 'ecom' candidates || _files
}
compdef _ecom ecom
`;
}

function inSingleQuotes(text: string): string {
  return text.replaceAll("'", `'\\''`).replaceAll(':', ' –');
}

function fishScript(places: readonly Place[]): string {
  return `# fish completion for ecom: ecom completion fish > ~/.config/fish/completions/ecom.fish
complete -c ecom -f
${places.flatMap(fishLines).join('\n')}
`;
}

function fishLines({ path, words, flags }: Place): readonly string[] {
  const names = path.split(' ').filter((name) => name !== '');
  const seen = names.map((name) => `__fish_seen_subcommand_from ${name}`).join('; and ');
  const where = `complete -c ecom -n '${seen === '' ? '__fish_use_subcommand' : seen}'`;
  return [
    ...words.map(({ word, summary }) => `${where} -a '${word}' -d '${fishText(summary)}'`),
    ...flags.map((flag) => `${where} ${fishFlag(flag)} -d '${fishText(flag.summary)}'`),
  ];
}

function fishFlag({ names, values }: Flag): string {
  const written = names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  const taken =
    values === undefined
      ? ''
      : values === 'file'
        ? ' -r -F'
        : values === 'any'
          ? ' -x'
          : ` -x -a '${values.join(' ')}'`;
  return `${written.join(' ')}${taken}`;
}

function fishText(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}

function powershellScript(places: readonly Place[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const list = (texts: readonly string[]): string => `@(${texts.map(quoted).join(', ')})`;
  const words = places.map((place) => `    ${quoted(place.path)} = ${list(wordsOf(place))}`);
  const values = places.flatMap(({ path, flags }) =>
    flags.flatMap((flag) =>
      flag.values === undefined || typeof flag.values === 'string'
        ? []
        : flag.names.map(
            (name) => `    ${quoted(`${path}:${name}`)} = ${list(flag.values as readonly string[])}`,
          ),
    ),
  );
  return `# PowerShell completion for ecom: ecom completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ecom -ScriptBlock {
  param($current, $commandAst, $cursor)
  $words = @{
${words.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $place = ''
  $previous = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    $text = $element.ToString()
    if ($element.Extent.EndOffset -ge $cursor -and $text -eq $current) { break }
    $next = if ($place) { "$place $text" } else { $text }
    if ($words.ContainsKey($next)) { $place = $next }
    $previous = $text
  }
  $candidates = if ($values.ContainsKey("\${place}:$previous")) { $values["\${place}:$previous"] } else { $words[$place] }
  $candidates | Where-Object { $_ -like "$current*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
