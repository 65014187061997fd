/** Calls a listener; what it throws becomes an uncaught error of the page and silences nobody else. */
export function callListener(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
