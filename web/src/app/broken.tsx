/** Stands in place of a page that threw, inside the shell; the rest of the page works on. */
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";

import { PageProblem } from "@/components/page-problem";

export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <PageProblem error={error} retry={retry} />;
}
