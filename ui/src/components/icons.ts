/** Strokes on a grid of 20, drawn for this window. */
export const icons = {
  day: "M3.5 4.5h13v12h-13zM3.5 8.5h13M8 8.5v8M12.5 8.5v8",
  patients: "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c.4-3.2 2.7-5 6-5s5.6 1.8 6 5",
  waiting: "M10 3.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM10 6.500V10l2.500 2",
  import: "M10 3v9M6.5 8.500 10 12l3.500-3.500M3.500 13v3.500h13V13",
  settings: "M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4",
  lock: "M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9M10 12v2",
  previous: "M12 5l-5 5 5 5",
  next: "M8 5l5 5-5 5",
  search: "M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4",
  close: "M5 5l10 10M15 5 5 15",
  up: "M5 12l5-5 5 5",
  down: "M5 8l5 5 5-5",
  plus: "M10 4v12M4 10h12",
  calendar: "M3.500 5h13v11.500h-13zM3.500 9h13M7 3v3M13 3v3",
  book: "M4 4.500c2.500-.8 4.500-.5 6 1 1.500-1.500 3.500-1.800 6-1v11c-2.500-.8-4.500-.5-6 1-1.500-1.500-3.500-1.800-6-1zM10 5.500v11",
} as const;

export type IconName = keyof typeof icons;
