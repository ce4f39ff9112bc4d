/** Stands in place of any page but the first while nobody is signed in, so that its address stays. */
import { useTranslation } from "react-i18next";

import { Mark } from "@/components/mark";

import { SignInButton } from "./sign-in-button";
import styles from "./sign-in-page.module.css";

export function SignInPage() {
  const { t } = useTranslation("sign_in");
  return (
    <main className={styles["page"]}>
      <title>EchoSphere</title>
      <Mark size={72} />
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <SignInButton />
    </main>
  );
}
