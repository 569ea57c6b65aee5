import styles from "./code-tile.module.css";

export const CodeTile = ({ code }: { code: string }) => <span className={styles.tile}>{code}</span>;
