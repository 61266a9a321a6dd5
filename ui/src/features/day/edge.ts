interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** So near the edge what is held scrolls the page, faster the nearer. */
const EDGE = 32;
const FASTEST = 14;

/** How far the page scrolls with the next frame. */
export function pull({ clientX, clientY }: { clientX: number; clientY: number }, box: Box): { x: number; y: number } {
  const along = (at: number, from: number, to: number): number => {
    const near = at < from + EDGE ? at - (from + EDGE) : at > to - EDGE ? at - (to - EDGE) : 0;
    return Math.max(-FASTEST, Math.min(FASTEST, Math.round((near / EDGE) * FASTEST)));
  };
  return { x: along(clientX, box.left, box.right), y: along(clientY, box.top, box.bottom) };
}
