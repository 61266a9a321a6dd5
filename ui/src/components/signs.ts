export type SignName = "check" | "cross" | "dot" | "ring" | "triangle" | "question" | "overlap";

// Drawn, because fonts differ in the size and weight of these signs.
export const strokes: Partial<Record<SignName, string>> = {
  check: "M2 6.500 4.800 9.300 10 3",
  cross: "M2.800 2.800l6.400 6.400M9.200 2.800 2.800 9.200",
  ring: "M6 2.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z",
  question: "M3.700 4.200a2.300 2.300 0 1 1 3.300 2.100c-.7.300-1 .700-1 1.400M6 10.300v.050",
  overlap: "M1.500 4h6v6.500h-6zM4.500 4V1.500h6V8h-3",
};
export const fills: Partial<Record<SignName, string>> = {
  dot: "M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  triangle: "M6 1.500 11 10.500H1z",
};
