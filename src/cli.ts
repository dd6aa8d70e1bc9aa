#!/usr/bin/env node
import { answerInterrupts } from './entry/answer-interrupts.ts';
import { keepCompiled } from './entry/keep-compiled.ts';
import { toleratePipes } from './entry/tolerate-pipes.ts';
import { EXIT } from './model/user-error.ts';
import { helpText } from './settings/help.ts';
import { type CliRequest, parseCli } from './settings/parse-cli.ts';
import { VERSION } from './version.ts';

toleratePipes(process);
answerInterrupts(process);
await main(parseCli(process.argv.slice(2)));

/** Whoever asks for the version alone does not wait for the rest of the program to load. */
async function main(request: CliRequest): Promise<void> {
  switch (request.kind) {
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return;
    case 'help':
      process.stdout.write(helpText(request.command));
      return;
    default: {
      if (request.kind !== 'problems') keepCompiled(request, process.env);
      const { runRequest } = await import('./run-request.ts').catch(notLoaded);
      process.exitCode = await runRequest(request);
    }
  }
}

/** Node would end with 1 and a stack trace: 1 says that a module failed. */
function notLoaded(error: Error): never {
  process.stderr.write(
    `error: numpy-abi-matrix cannot be loaded: ${error.message}\n       Install it anew, or raise the limit of open files (ulimit -n), then run it again\n`,
  );
  process.exit(EXIT.setUp);
}
