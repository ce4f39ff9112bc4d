// Runs CloudFront functions: one JSON line in for each call, one JSON line out. The first line brings their code.
'use strict';
const readline = require('node:readline');
const vm = require('node:vm');

// CloudFront gives a function a millisecond or so; this only ends one that would never return.
const LONGEST_CALL_MS = 1000;
// All that CloudFront lets a function require.
const MODULES = { buffer: require('node:buffer'), crypto: require('node:crypto'), querystring: require('node:querystring') };

function load(code) {
  const context = vm.createContext({
    Buffer,
    // The answers go to standard output, so what a function logs goes to standard error.
    console: new console.Console(process.stderr),
    require(name) {
      if (!(name in MODULES)) throw new Error(`a CloudFront function cannot require ${name}`);
      return MODULES[name];
    },
  });
  new vm.Script(code, { filename: 'function.js' }).runInContext(context);
  return context;
}

async function call(context, event) {
  context.event = event;
  return await vm.runInContext('handler(event)', context, { timeout: LONGEST_CALL_MS });
}

let contexts;

async function answer(line) {
  const message = JSON.parse(line);
  if (!contexts) {
    contexts = message.functions.map(load);
    return {};
  }
  try {
    return { id: message.id, result: await call(contexts[message.function], message.event) };
  } catch (error) {
    return { id: message.id, error: String(error && error.stack ? error.stack : error) };
  }
}

readline.createInterface({ input: process.stdin }).on('line', async (line) => {
  process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
});
