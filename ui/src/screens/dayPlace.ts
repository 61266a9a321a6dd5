import type { Booking } from "$/features/booking/booking.svelte";
import type { BlockOuts } from "$/features/block-out/blockOut.svelte";
import type { BlockShift } from "$/features/day/blockShift.svelte";
import type { Place } from "$/features/day/layout";
import type { Move } from "$/features/day/move.svelte";

/** Where the grid shows what is being moved, booked or blocked and is not there yet. */
export function placeOf(move: Move, booking: Booking, blocks: BlockOuts, shift: BlockShift): Place | null {
  if (move.place) return move.place;
  if (shift.place) return shift.place;
  if (booking.active) {
    const { chair, provider, start, minutes, name } = booking;
    return { id: null, chair: chair || null, provider: provider || null, start, minutes, name };
  }
  if (!blocks.active) return null;
  const { there, chair, provider, start, minutes, name, column } = blocks;
  return { id: there?.id ?? null, chair, provider, start, minutes, name, column };
}
