/** Waits for something, but no longer than that. @param what it is, for the error where it doesn't come */
export async function within<Value>(minutes: number, awaited: Promise<Value>, what: string): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const limit = setTimeout(() => late.reject(new Error(`${what}: not within ${minutes} minutes`)), minutes * 60_000);
  try {
    return await Promise.race([awaited, late.promise]);
  } finally {
    clearTimeout(limit);
  }
}
