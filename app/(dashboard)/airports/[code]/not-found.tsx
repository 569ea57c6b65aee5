import { NotFoundNotice } from "@/components/layout/not-found-notice";

export default function NotFound() {
  return (
    <NotFoundNotice what="There is no such airport here">
      A code has three letters. Lufthansa's list lacks some airports, and a list that is still being
      collected lacks more.
    </NotFoundNotice>
  );
}
