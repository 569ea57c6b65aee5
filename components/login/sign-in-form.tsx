"use client";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSignIn } from "@/components/hooks/use-sign-in";
import { Banner } from "@/components/ui/banner";
import styles from "./sign-in-form.module.css";
import { describeSignIn } from "./sign-in-result";

/** `next` is a path of ours. */
export function SignInForm({ next }: { next: string }) {
  const { signIn, pending, result } = useSignIn();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() ? null : "Type your e-mail address"),
      password: (value) => (value ? null : "Type your password"),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const { kind } = await signIn(values);
    // Loaded anew rather than routed to, so that nothing of an earlier session stays in memory.
    if (kind === "signed_in") window.location.assign(next);
  });
  const problem = result && describeSignIn(result);
  const leaving = pending || result?.kind === "signed_in";
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {problem && !pending && (
        <Banner tone="error" title={problem.title}>
          {problem.text}
        </Banner>
      )}
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        size="md"
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        size="md"
        visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
      <Button type="submit" fullWidth size="md" loading={leaving}>
        Sign in
      </Button>
    </form>
  );
}
