/** Who is busy in each five minutes of a visit: X the provider, / an assistant. */
export const UNIT_MINUTES = 5;

/** As the core does it: each part keeps its share of the length, both ends stay whose they are. */
export function stretched(pattern: string, minutes: number): string {
  const wanted = Math.max(1, Math.ceil(minutes / UNIT_MINUTES));
  const there = pattern.length;
  const units = Array.from({ length: wanted }, (_, at) => pattern[Math.floor(((2 * at + 1) * there) / (2 * wanted))] ?? "X");
  if (wanted > 1) {
    units[0] = pattern[0] ?? "X";
    units[wanted - 1] = pattern[there - 1] ?? "X";
  }
  const provider = pattern.indexOf("X");
  if (provider >= 0 && !units.includes("X")) units[Math.floor((provider * wanted) / there)] = "X";
  return units.join("");
}

/** A pattern for a visit of that length; none is the provider throughout. */
export function patternFor(pattern: string | null, minutes: number): string {
  return stretched(pattern ?? "X", minutes);
}

/** As it is kept: the provider throughout is none. */
export function keptPattern(pattern: string): string | null {
  return pattern.includes("/") ? pattern : null;
}
