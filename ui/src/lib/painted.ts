/** Waits until what is in the page now has been painted. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    // A task that begins within a frame runs once that frame is on the screen.
    requestAnimationFrame(() => setTimeout(done));
  });
}
