/// <reference types="node" />
// Loaded into a process before it begins: tells whoever started it how much memory it has, whenever that is asked.
process.on('message', () => {
  const resident = process.memoryUsage.rss();
  // Only where Node was told to let it.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  process.send?.({ resident, live: heapUsed + arrayBuffers });
});
// It must not keep the process alive.
process.channel?.unref();
