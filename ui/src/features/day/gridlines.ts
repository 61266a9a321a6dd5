import { SLOT } from "./layout";

export interface GridLine {
  minute: number;
  weight: "hour" | "half" | "fine";
}

/** Lines of single steps are drawn only this far apart: nearer they are a grey ground. */
const CLEAR_PX = 9;

/** The lines of the grid beneath each minute, from the first hour drawn to the last. */
export function gridLines(drawn: { from: number; to: number }, grid: number, slotHeight: number): GridLine[] {
  const step = (grid / SLOT) * slotHeight >= CLEAR_PX ? grid : SLOT;
  const lines: GridLine[] = [];
  for (let minute = drawn.from + step; minute <= drawn.to; minute += step) {
    const weight = minute % 60 === 0 ? "hour" : minute % SLOT === 0 ? "half" : "fine";
    lines.push({ minute, weight });
  }
  return lines;
}
