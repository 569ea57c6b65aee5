import { z } from "zod";
import {
  PASSWORD_MAX_BYTES,
  PASSWORD_MIN_CHARACTERS,
  whyNotPassword,
} from "@/lib/model/password-rules";

/** A password to be set. */
export const NewPassword = z
  .string()
  .check(({ value, issues }) => {
    const message = whyNotPassword(value);
    if (message) issues.push({ code: "custom", input: value, message });
  })
  .meta({
    description: `At least ${PASSWORD_MIN_CHARACTERS} characters, at most ${PASSWORD_MAX_BYTES} bytes`,
    minLength: PASSWORD_MIN_CHARACTERS,
    maxLength: PASSWORD_MAX_BYTES,
    format: "password",
    example: "correct horse battery",
  });
