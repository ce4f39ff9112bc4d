/** Types instead of talking. Enter sends; an Enter that ends a Japanese conversion does not. */
import { Send } from "lucide-react";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { useRoom } from "../room-context";
import styles from "./say-form.module.css";

const MAX_CHARACTERS = 2_000;
/** With fewer left than this, the form counts. */
const COUNTED_CHARACTERS = 200;

export function SayForm({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation("room");
  const room = useRoom();
  const [text, setText] = useState("");
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() !== "") {
      room.say(text.trim());
      setText("");
    }
  };
  return (
    <form className={styles["form"]} onSubmit={send}>
      <input
        aria-label={t("message")}
        placeholder={t("message_placeholder")}
        value={text}
        maxLength={MAX_CHARACTERS}
        disabled={disabled}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => { setText(event.target.value); }}
      />
      <Button type="submit" aria-label={t("send")} disabled={disabled}>
        <Send size={18} aria-hidden="true" />
      </Button>
      <output className={styles["count"]}>
        {MAX_CHARACTERS - text.length < COUNTED_CHARACTERS &&
          t("characters", { used: text.length, most: MAX_CHARACTERS })}
      </output>
    </form>
  );
}
