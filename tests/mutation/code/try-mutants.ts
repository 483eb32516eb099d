/** A process that tries the mutants it is sent, and says what became of each. */
import { Trials } from './trial.js';

const [bundle] = process.argv.slice(2);
if (!bundle || !process.send) throw new Error('started by run.ts only');
const tell = process.send.bind(process);

const trials = new Trials(bundle);
await trials.learn();
tell({ ready: trials.cases });
process.on('message', async (id: string) => {
  tell({ id, verdict: await trials.try(id) });
});
