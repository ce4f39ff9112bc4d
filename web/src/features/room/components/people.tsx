/** Who is in the room, who speaks, and what the agent does; shown to whoever is not alone with it. */
import { UserX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";

import { useRoom, useRoomState } from "../room-context";
import { useStatus } from "../state/status";
import type { Person } from "../wire/wire";
import type { Called } from "./live-transcript";
import styles from "./people.module.css";

export interface PeopleProps {
  called: Called;
  /** Sends somebody out; who may not has none. */
  onRemove?: ((identity: string) => void) | undefined;
}

export function People({ called, onRemove }: PeopleProps) {
  const { t } = useTranslation("guests");
  const people = useRoomState((state) => state.people);
  if (people.length < 2) {
    return null;
  }
  return (
    <section className={styles["people"]} aria-labelledby="people" data-people>
      <h2 id="people">{t("people.title", { count: people.length })}</h2>
      <ul>
        <Agent />
        {people.map((person) => (
          <Present key={person.identity} person={person} name={called(person.identity)} onRemove={person.isMe ? undefined : onRemove} />
        ))}
      </ul>
    </section>
  );
}

function Agent() {
  const { t } = useTranslation("room");
  const { persona } = useRoom();
  const status = useStatus();
  return (
    <li data-voice={status === "speaking" ? "speaking" : "silent"}>
      <i aria-hidden="true" />
      <b>{persona}</b>
      <small>{t(`status.${status}`, { persona })}</small>
    </li>
  );
}

interface PresentProps {
  person: Person;
  name: string;
  onRemove: PeopleProps["onRemove"];
}

function Present({ person: { identity, isMe, voice }, name, onRemove }: PresentProps) {
  const { t } = useTranslation("guests");
  return (
    <li data-voice={voice} data-identity={identity}>
      <i aria-hidden="true" />
      <b>{isMe ? t("people.me", { name }) : name}</b>
      <small>{t(`people.${voice}`)}</small>
      {onRemove !== undefined && <Remove name={name} onRemove={() => { onRemove(identity); }} />}
    </li>
  );
}

/** Pressed twice, because nobody can be called back. */
function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("guests");
  const [asked, setAsked] = useState(false);
  return (
    <Button
      kind={asked ? "danger" : "quiet"}
      aria-label={t(asked ? "people.remove_sure" : "people.remove", { name })}
      onClick={() => { if (asked) onRemove(); setAsked(!asked); }}
      onBlur={() => { setAsked(false); }}
    >
      {asked ? t("press_again") : <UserX size={16} aria-hidden="true" />}
    </Button>
  );
}
