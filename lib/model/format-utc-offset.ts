/** Minutes east of UTC as ISO 8601 writes them: 60 is `+01:00`, -210 is `-03:30`. */
export function formatUtcOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
