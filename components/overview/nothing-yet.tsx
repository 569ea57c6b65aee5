import text from "@/components/ui/text.module.css";

export const NothingYet = ({ what }: { what: string }) => (
  <p className={text.second}>No {what} are stored yet; they come with the first round.</p>
);
