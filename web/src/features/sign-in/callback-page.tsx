/** The way back from the sign-in host: goes on to where one was, or says what to do. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Mark } from "@/components/mark";

import { SignInFailed, type SignInFailure } from "./sign-in";
import { useSignIn } from "./sign-in-context";
import styles from "./sign-in-page.module.css";
import { useBeginSignIn } from "./use-begin-sign-in";

export function CallbackPage({ onSignedIn }: { onSignedIn: (path: string) => void }) {
  const { t } = useTranslation("sign_in");
  const path = useCompletedSignIn();
  useEffect(() => {
    if (path.data !== undefined) {
      onSignedIn(path.data);
    }
  }, [path.data, onSignedIn]);
  return (
    <main className={styles["page"]}>
      <title>EchoSphere</title>
      <Mark size={72} />
      {path.isError ? <Failure failure={failureOf(path.error)} /> : <p role="status">{t("coming_back")}</p>}
    </main>
  );
}

/** A query, not an effect: a code can be used once, and the query runs once however often React renders. */
function useCompletedSignIn() {
  const signIn = useSignIn();
  return useQuery({
    queryKey: ["sign-in", window.location.search],
    queryFn: () => signIn.complete(),
    retry: false,
    staleTime: Infinity,
  });
}

function Failure({ failure }: { failure: SignInFailure }) {
  const { t } = useTranslation("sign_in");
  const begin = useBeginSignIn();
  return (
    <div role="alert" className={styles["page"]}>
      <h1>{t("failed_title")}</h1>
      <p>{t(failure)}</p>
      <Button kind="primary" busy={begin.isPending || begin.isSuccess} onClick={() => { begin.mutate(); }}>
        {t("again")}
      </Button>
    </div>
  );
}

function failureOf(error: Error): SignInFailure {
  return error instanceof SignInFailed ? error.failure : "unreachable";
}
