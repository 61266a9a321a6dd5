import type { ErrorCode, WireError } from "../bindings";

export function refusal(code: ErrorCode, what: string, next: string, more: Partial<WireError> = {}): WireError {
  return {
    code, what, next, data: "Nothing was changed.",
    clashes: [], duplicates: [], wait_seconds: null, field: null, ...more,
  };
}
