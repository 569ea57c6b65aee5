"use client";
import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconLogout } from "@tabler/icons-react";
import { useSignOut } from "@/components/hooks/use-sign-out";
import type { Role } from "@/lib/model/roles";
import styles from "./account-menu.module.css";

export type Account = { name: string; email: string; role: Role };

const initials = (name: string) =>
  name
    .split(/[\s@._-]+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("");

/** Who is signed in, the colours, and the way out. */
export function AccountMenu({ account, compact = false }: { account: Account; compact?: boolean }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position={compact ? "bottom-end" : "top-start"} width={224}>
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          data-compact={compact}
          aria-label={`Account: ${account.name}, ${account.role}`}
        >
          <span className={styles.disc} aria-hidden="true">
            {initials(account.name)}
          </span>
          <span className={styles.text}>
            <b>{account.name}</b>
            <small>{account.role} role</small>
          </span>
          <IconChevronDown size={14} aria-hidden="true" className={styles.arrow} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.email}</Menu.Label>
        <Menu.Divider />
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
        >
          <Menu.RadioItem value="light">Light</Menu.RadioItem>
          <Menu.RadioItem value="dark">Dark</Menu.RadioItem>
          <Menu.RadioItem value="auto">As the system</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.6} aria-hidden="true" />}
          onClick={signOut}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
