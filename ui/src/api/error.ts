import type { ErrorCode, WireError } from "./bindings";
import { t } from "$/lib/text";

/** Whatever was thrown, as an error that can be shown. */
export function toWireError(thrown: unknown): WireError {
  if (isWireError(thrown)) return thrown;
  return {
    code: "failed",
    what: t("error-unexpected-what", { detail: String(thrown) }),
    data: t("error-unexpected-data"),
    next: t("error-unexpected-next"),
    clashes: [],
    duplicates: [],
    wait_seconds: null,
    field: null,
  };
}

/** Whether the answer was a refusal of this kind. */
export function hasCode(thrown: unknown, code: ErrorCode): thrown is WireError {
  return isWireError(thrown) && thrown.code === code;
}

function isWireError(thrown: unknown): thrown is WireError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "what" in thrown;
}
