import type { ClosesEntry, WishView } from "$/api/bindings";

/** Who was chosen, and what tells them from others of the name. */
export interface Chosen {
  id: string;
  name: string;
  alert?: string;
  known?: string;
}

export interface Wish {
  chair: string | null;
  /** None takes who works in that chair then. */
  provider?: string | null;
  start: string;
  minutes: number | null;
  patient?: Chosen | null;
  kind?: string | null;
  notes?: string;
  /** The entry of a list that is done with then, and when the patient would like to come. */
  listed?: { closes: ClosesEntry; wish: WishView };
}
