import { AppError } from "@/lib/errors";

/** What `work` gives, or `database_unavailable` with `message` when that takes more than `milliseconds`. */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  message: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError("database_unavailable", message, { retryAfterSeconds: 5 })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
