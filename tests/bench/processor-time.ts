/**
 * Milliseconds this process has worked so far, on all its threads. Other processes don't count, so that a busy machine
 * distorts less than it would by the clock; collecting garbage and compiling on other threads do.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
