/** Stands in place of any page while nobody is signed in, so that its address stays. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Mark } from "@/components/mark";

import { useBeginSignIn } from "./use-begin-sign-in";
import styles from "./sign-in-page.module.css";

export function SignInPage() {
  const { t } = useTranslation("sign_in");
  const begin = useBeginSignIn();
  return (
    <main className={styles["page"]}>
      <title>EchoSphere</title>
      <Mark size={72} />
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <Button kind="primary" busy={begin.isPending || begin.isSuccess} onClick={() => { begin.mutate(); }}>
        {t("sign_in")}
      </Button>
      {begin.isError && <p role="alert">{t("unreachable")}</p>}
    </main>
  );
}
