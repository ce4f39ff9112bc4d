/** Stands in place of a page that threw, inside the shell; the rest of the page works on. */
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";

import { PageProblem } from "@/components/page-problem";

import { Unreached } from "./routes/unreached";
import { UnreachedPage } from "./unreached-page";

export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return error instanceof Unreached ? <UnreachedPage /> : <PageProblem error={error} retry={retry} />;
}
