import { invalidInput } from "@/lib/http/invalid-input";

/** Throws `validation_failed` where the body of a change names another row than its path. */
export function checkSameCode(field: string, said: string | undefined, code: string): void {
  if (said === undefined || said === code) return;
  const reason = `is ${code} in the path and cannot be changed: it is what the row is known by`;
  throw invalidInput([{ name: `body.${field}`, reason }]);
}
