import { once } from 'node:events';
import { basename } from 'node:path';
import { Command } from 'commander';
import { watchInterrupt } from '../interrupt.js';
import { readModel } from '../model/read-model.js';
import { integerFrom } from '../options/parse-number.js';
import { addExamples } from '../options/shared-options.js';
import { printResult } from '../output/print-result.js';
import { pageFiles } from '../serving/page-files.js';
import { startServer } from '../serving/start-server.js';

interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly json?: boolean;
}

export function serveCommand(): Command {
  const command = new Command('serve')
    .description('show the page that trains and tries models, on this machine, until Ctrl-C')
    .argument('[model]', 'a model file to open in the page')
    .option('--port <number>', 'the port, 0 for any that is free', integerFrom(0, 65_535), 0)
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action((model: string | undefined, options: ServeOptions) => serve(model, options));
  return addExamples(command, [
    'sig serve',
    'sig serve model.safetensors',
    'sig serve model.safetensors --port 8080',
  ]);
}

async function serve(model: string | undefined, { host, port, json }: ServeOptions): Promise<void> {
  const opened =
    model === undefined ? undefined : { name: basename(model), content: readModel(model).content };
  const interrupt = watchInterrupt(() => process.stderr.write('\n'));
  try {
    const server = await startServer(pageFiles(opened), { host, port });
    printResult(json, { address: server.address, model }, () =>
      [
        `${server.address}${model === undefined ? '' : ` with ${model}`}; Ctrl-C ends it`,
        ...(isLocal(host)
          ? []
          : ['other machines get no camera and no threads without https in front of it']),
      ].join('\n'),
    );
    if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort');
    await server.close();
  } finally {
    interrupt.release();
  }
}

/** Whether browsers trust a page at this address without https. */
function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
