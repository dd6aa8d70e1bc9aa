#!/usr/bin/env node
import { answerInterrupts } from './entry/answer-interrupts.ts';
import { keepCompiled } from './entry/keep-compiled.ts';
import { toleratePipes } from './entry/tolerate-pipes.ts';
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
      const { runRequest } = await import('./run-request.ts');
      process.exitCode = await runRequest(request);
    }
  }
}
