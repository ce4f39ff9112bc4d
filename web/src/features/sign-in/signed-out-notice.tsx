/** Told in a talk whose person is signed in no more; the talk itself goes on. */
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import styles from "./signed-out-notice.module.css";
import { useBeginSignIn } from "./use-begin-sign-in";

export function SignedOutNotice() {
  const { t } = useTranslation("sign_in");
  const begin = useBeginSignIn();
  return (
    <div role="alert" className={styles["notice"]}>
      <p>{t("signed_out_in_talk")}</p>
      <Button busy={begin.isPending || begin.isSuccess} onClick={() => { begin.mutate(); }}>
        {t("again")}
      </Button>
      {begin.isError && <p>{t("unreachable")}</p>}
    </div>
  );
}
