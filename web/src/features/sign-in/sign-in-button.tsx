import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { useBeginSignIn } from "./use-begin-sign-in";

/** Leaves for the sign-in host, and comes back to this address. */
export function SignInButton() {
  const { t } = useTranslation("sign_in");
  const begin = useBeginSignIn();
  return (
    <>
      <Button kind="primary" busy={begin.isPending || begin.isSuccess} onClick={() => { begin.mutate(); }}>
        {t("sign_in")}
      </Button>
      {begin.isError && <p role="alert">{t("unreachable")}</p>}
    </>
  );
}
