/** Waits until what is in the page now is on the screen. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    // A first frame draws it, and the next begins when that one has been shown.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  });
}
