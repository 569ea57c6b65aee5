"use client";
import { Button, type ButtonProps } from "@mantine/core";
import Link from "next/link";

/** A link that looks like a button. Of the browser, because a server page cannot hand `Link` itself to a button. */
export const LinkButton = ({ href, ...props }: ButtonProps & { href: string }) => (
  <Button component={Link} href={href} {...props} />
);
